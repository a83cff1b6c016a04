package counterpart.sample.server;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A mail server for the demo, on this machine's own address only: it takes every message and keeps it as a file, one
 * folder a recipient. It speaks what a client needs of SMTP (RFC 5321) and nothing more: no login, no encryption, no
 * forwarding.
 */
public final class DemoMailServer implements AutoCloseable {
    private static final int MOST_BYTES = 32 << 20;
    private static final int LONGEST_LINE = 4_096;
    private static final int WAIT_MILLIS = 60_000;

    private final Path inbox;
    private final ServerSocket socket;

    /**
     * Starts a server on a free port.
     *
     * @param inbox the folder for messages; made when it is not there
     */
    public DemoMailServer(Path inbox) {
        try {
            this.inbox = Files.createDirectories(inbox);
            this.socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's mail server cannot be started", e);
        }
        Thread server = new Thread(this::serve, "demo-mail");
        server.setDaemon(true);
        server.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's mail server cannot be stopped", e);
        }
    }

    /** One client after the other: the demo has one. */
    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                client.setSoTimeout(WAIT_MILLIS);
                new Dialogue(client).hold();
            } catch (IOException e) {
                // The client went, or the server was closed; the next one is served.
                continue;
            }
        }
    }

    /** What is said with one client. */
    private final class Dialogue {
        private final InputStream in;
        private final OutputStream out;
        private final List<String> recipients = new ArrayList<>();
        private boolean hasSender;

        Dialogue(Socket client) throws IOException {
            this.in = new BufferedInputStream(client.getInputStream());
            this.out = new BufferedOutputStream(client.getOutputStream());
        }

        void hold() throws IOException {
            say("220 demo mail server");
            boolean goesOn = true;
            while (goesOn) {
                goesOn = answer(line());
            }
        }

        private boolean answer(String command) throws IOException {
            String verb = command.strip().toUpperCase(Locale.ROOT);
            if (verb.startsWith("EHLO")) {
                say("250-demo");
                say("250-8BITMIME");
                say("250 SIZE " + MOST_BYTES);
            } else if (verb.startsWith("MAIL FROM:")) {
                recipients.clear();
                hasSender = true;
                say("250 OK");
            } else if (verb.startsWith("RCPT TO:")) {
                recipient(command);
            } else if (verb.equals("DATA")) {
                data();
            } else if (verb.equals("QUIT")) {
                say("221 good bye");
                return false;
            } else if (verb.startsWith("HELO") || verb.equals("RSET") || verb.equals("NOOP")) {
                hasSender &= verb.equals("NOOP");
                say("250 OK");
            } else {
                say("502 not known here");
            }
            return true;
        }

        private void recipient(String command) throws IOException {
            int from = command.indexOf('<');
            int to = command.indexOf('>');
            String address = from < 0 || to < from ? "" : command.substring(from + 1, to);
            if (!hasSender) {
                say("503 say MAIL first");
            } else if (!address.matches("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")) {
                say("553 no address");
            } else {
                recipients.add(address.toLowerCase(Locale.ROOT));
                say("250 OK");
            }
        }

        private void data() throws IOException {
            if (recipients.isEmpty()) {
                say("503 say RCPT first");
                return;
            }
            say("354 end with a full stop on a line of its own");
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            for (String line = line(); !line.equals("."); line = line()) {
                // A full stop at the head of a line was doubled by the sender (RFC 5321, 4.5.2).
                String text = line.startsWith(".") ? line.substring(1) : line;
                message.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                if (message.size() > MOST_BYTES) {
                    throw new IOException("a message of more than " + MOST_BYTES + " bytes");
                }
            }
            for (String recipient : recipients) {
                keep(recipient, message.toByteArray());
            }
            hasSender = false;
            recipients.clear();
            say("250 OK");
        }

        private void keep(String recipient, byte[] message) throws IOException {
            Path folder = Files.createDirectories(inbox.resolve(recipient));
            try (Stream<Path> before = Files.list(folder)) {
                Files.write(folder.resolve(before.count() + 1 + ".eml"), message);
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException();
                }
                if (line.length() > LONGEST_LINE) {
                    throw new IOException("a line of more than " + LONGEST_LINE + " characters");
                }
                line.append((char) c);
            }
            int end = line.length();
            return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
        }

        private void say(String answer) throws IOException {
            out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
