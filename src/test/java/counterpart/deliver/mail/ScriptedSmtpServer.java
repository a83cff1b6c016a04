package counterpart.deliver.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server on this machine that answers as its script says, and breaks off where it says so. */
public final class ScriptedSmtpServer implements AutoCloseable {
    /** A mail as it came over the line. */
    public record Mail(String from, String to, String text, boolean encrypted) {
        public String header(String name) {
            return text.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }
    }

    /** What becomes of the line when the mail has arrived. */
    public enum End {
        ANSWER,
        /** The mail is kept and no answer comes. */
        BREAK_OFF_AFTER_THE_LAST_DOT,
        /** The mail is kept and no answer comes, but the line stays open. */
        SAY_NOTHING,
        /** The line breaks in the middle of the mail. */
        BREAK_OFF_IN_THE_MIDDLE,
        /** The mail is kept and answered, and the line breaks before the good-bye. */
        BREAK_OFF_AFTER_THE_ANSWER
    }

    private final ServerSocket listening;
    private final @Nullable SSLContext tls;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> lines = new CopyOnWriteArrayList<>();
    private final Map<String, String> refusals = new HashMap<>();
    private String greeting = "220 scripted";
    private String answerToMail = "250 2.0.0 taken as A17";
    private String answerToLogin = "235 welcome";
    private boolean wantsLogin;
    private End end = End.ANSWER;

    /** @param tls the server's certificate and key; without it, STARTTLS is not offered */
    public ScriptedSmtpServer(@Nullable SSLContext tls) throws IOException {
        this.tls = tls;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(this::accept, "scripted-smtp");
        accepting.setDaemon(true);
        accepting.start();
    }

    public int port() {
        return listening.getLocalPort();
    }

    public List<Mail> mails() {
        return mails;
    }

    public synchronized void greet(String line) {
        greeting = line;
    }

    public synchronized void refuse(String address, String line) {
        refusals.put(address, line);
    }

    public synchronized void answerMails(String line) {
        answerToMail = line;
    }

    public synchronized void wantLogin(String answer) {
        wantsLogin = true;
        answerToLogin = answer;
    }

    public synchronized void endMails(End how) {
        end = how;
    }

    public synchronized void heal() {
        greeting = "220 scripted";
        answerToMail = "250 2.0.0 taken as A18";
        end = End.ANSWER;
        refusals.clear();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket line : lines) {
            line.close();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try (Socket line = listening.accept()) {
                lines.add(line);
                new Dialogue(line).run();
            } catch (IOException e) {
                // The client or the test ended it.
            }
        }
    }

    private synchronized String refusal(String address) {
        return refusals.getOrDefault(address, "250 ok");
    }

    /** One connection. */
    private final class Dialogue {
        private Socket line;
        private BufferedReader in;
        private OutputStream out;
        private String from = "";
        private String to = "";

        Dialogue(Socket line) throws IOException {
            this.line = line;
            in = reader(line);
            out = line.getOutputStream();
        }

        void run() throws IOException {
            say(greeting);
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                String verb = command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO" -> greetBack();
                    case "STARTTLS" -> encrypt();
                    case "AUTH" -> say(answerToLogin);
                    case "MAIL" -> {
                        from = address(command);
                        say("250 ok");
                    }
                    case "RCPT" -> {
                        to = address(command);
                        say(refusal(to));
                    }
                    case "DATA" -> {
                        say("354 go on");
                        if (!takeMail()) {
                            return;
                        }
                    }
                    case "QUIT" -> {
                        say("221 bye");
                        return;
                    }
                    default -> say("250 ok");
                }
            }
        }

        private void greetBack() throws IOException {
            boolean offersTls = tls != null && !(line instanceof SSLSocket);
            say("250-scripted" + (wantsLogin ? "\r\n250-AUTH PLAIN" : "") + (offersTls ? "\r\n250-STARTTLS" : "")
                    + "\r\n250 8BITMIME");
        }

        private void encrypt() throws IOException {
            SSLContext context = tls;
            if (context == null) {
                say("502 no");
                return;
            }
            say("220 go on");
            SSLSocket encrypted = (SSLSocket) context.getSocketFactory().createSocket(line, "", line.getPort(), true);
            encrypted.setUseClientMode(false);
            encrypted.startHandshake();
            line = encrypted;
            in = reader(line);
            out = line.getOutputStream();
        }

        /** @return whether the dialogue goes on */
        private boolean takeMail() throws IOException {
            if (end == End.BREAK_OFF_IN_THE_MIDDLE) {
                in.readLine();
                return false;
            }
            StringBuilder text = new StringBuilder();
            for (String row = in.readLine(); row != null && !row.equals("."); row = in.readLine()) {
                text.append(row.startsWith(".") ? row.substring(1) : row).append("\r\n");
            }
            if (answerToMail.startsWith("2")) {
                mails.add(new Mail(from, to, text.toString(), line instanceof SSLSocket));
            }
            return switch (end) {
                case ANSWER -> {
                    say(answerToMail);
                    yield true;
                }
                case BREAK_OFF_AFTER_THE_ANSWER -> {
                    say(answerToMail);
                    line.setSoLinger(true, 0);
                    yield false;
                }
                case SAY_NOTHING -> {
                    in.readLine();
                    yield false;
                }
                default -> false;
            };
        }

        private void say(String answer) throws IOException {
            out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    private static String address(String command) {
        return command.substring(command.indexOf('<') + 1, command.indexOf('>'));
    }

    private static BufferedReader reader(Socket line) {
        try {
            return new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
