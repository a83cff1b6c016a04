package counterpart.sample.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's mail server, spoken to word by word. */
class DemoMailServerIT {
    @TempDir
    private Path inbox;

    private DemoMailServer server;

    @BeforeEach
    void start() {
        server = new DemoMailServer(inbox);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_message_is_kept_for_each_recipient_as_it_was_written() throws IOException {
        assertThat(said(
                        "EHLO here",
                        "MAIL FROM:<a@b.example>",
                        "RCPT TO:<One@c.example>",
                        "RCPT TO:<two@c.example>",
                        "DATA",
                        "Subject: x\r\n\r\n..leading stop\r\nend\r\n.",
                        "QUIT"))
                .containsExactly("250", "250", "250", "250", "354", "250", "221");

        for (String recipient : List.of("one@c.example", "two@c.example")) {
            assertThat(inbox.resolve(recipient).resolve("1.eml"))
                    .hasContent("Subject: x\r\n\r\n.leading stop\r\nend\r\n");
        }
    }

    @Test
    void what_is_out_of_turn_or_unknown_is_refused_and_the_next_client_is_served() throws IOException {
        assertThat(said(
                        "RCPT TO:<one@c.example>",
                        "DATA",
                        "MAIL FROM:<a@b.example>",
                        "RCPT TO:<../../x>",
                        "STARTTLS",
                        "QUIT"))
                .containsExactly("503", "503", "250", "553", "502", "221");
        assertThat(said("NOOP", "QUIT")).containsExactly("250", "221");
        try (var files = Files.list(inbox)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void it_listens_on_this_machine_only() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            assertThat(socket.getInetAddress().isLoopbackAddress()).isTrue();
        }
    }

    /** The codes that the server answers with. */
    private List<String> said(String... commands) throws IOException {
        List<String> codes = new ArrayList<>();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            answer(in);
            for (String command : commands) {
                socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
                codes.add(answer(in));
            }
        }
        return codes;
    }

    /** The code of an answer, which may have several lines. */
    private static String answer(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && line.startsWith("-", 3)) {
            line = in.readLine();
        }
        return Objects.requireNonNull(line).substring(0, 3);
    }
}
