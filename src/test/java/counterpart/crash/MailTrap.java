package counterpart.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that keeps every mail it gets whole, and tells the trigger of each line of the dialogue. */
final class MailTrap implements AutoCloseable {
    private final ServerSocket listening;
    private final Trigger trigger;
    private final List<String> mailbox = new CopyOnWriteArrayList<>();

    MailTrap(Trigger trigger) throws IOException {
        this.trigger = trigger;
        listening = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(this::accept, "mail-trap");
        accepting.setDaemon(true);
        accepting.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    /** One line for each mail that was taken, in order: its recipient and its Message-ID. */
    List<String> mailbox() {
        return List.copyOf(mailbox);
    }

    /** Forgets what it got, but for these. */
    void reset(List<String> mails) {
        mailbox.clear();
        mailbox.addAll(mails);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try (Socket line = listening.accept()) {
                talk(line);
            } catch (IOException e) {
                continue; // the client died, as it should, or the trap is closed
            }
        }
    }

    private void talk(Socket line) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = line.getOutputStream();
        List<String> recipients = new ArrayList<>();
        say(out, "220 trap");
        for (String said = in.readLine(); said != null; said = in.readLine()) {
            String verb = said.toUpperCase(Locale.ROOT);
            moment("before: " + said);
            if (verb.startsWith("RCPT TO:")) {
                recipients.add(said.substring(said.indexOf('<') + 1, said.indexOf('>')));
            } else if (verb.equals("DATA")) {
                say(out, "354 go on");
                keep(recipients, message(in));
                recipients.clear();
                moment("after: the last dot");
            }
            say(out, verb.equals("QUIT") ? "221 bye" : "250 OK");
        }
    }

    private List<String> message(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("the mail broke off");
            }
            lines.add(line);
        }
        moment("before: the last dot");
        return lines;
    }

    private void keep(List<String> recipients, List<String> message) {
        String id = message.stream()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .orElse("none");
        recipients.forEach(recipient -> mailbox.add(recipient + " " + id));
    }

    private void moment(String what) throws IOException {
        if (trigger.moment(what) && what.startsWith("before")) {
            throw new IOException("the client is gone");
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
