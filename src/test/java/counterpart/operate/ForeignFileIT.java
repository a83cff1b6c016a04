package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.books.BooksSettings;
import counterpart.books.DuckBooks;
import counterpart.model.Home;
import counterpart.sample.server.DemoSftpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows "Taking in a file that you did not design" in docs/configuration.md with the file and the YAML shown there. */
class ForeignFileIT {
    private static final Path DOC = Path.of("docs/configuration.md");
    private static final String PASSWORD = "given-by-harbor";

    @TempDir
    private Path folder;

    @Test
    void the_documented_file_is_taken_in_as_the_page_says() throws Exception {
        Path root = Files.createDirectories(folder.resolve("server"));
        Path outbox = Files.createDirectories(root.resolve("outbox"));
        Path acks = Files.createDirectories(root.resolve("acks"));
        Files.writeString(outbox.resolve("harbor_claims_202609.csv"), block("flattened file", "csv"));
        Path home = folder.resolve("home");
        try (DemoSftpServer server = new DemoSftpServer(root, folder.resolve("host.key"), "counterpart", PASSWORD)) {
            Path config = configuration(server);
            assertThat(counterpart("config", "check", "--config", config.toString()))
                    .contains("No fault");
            assertThat(counterpart("nightly", "--home", home.toString(), "--config", config.toString()))
                    .contains("harbor_claims_202609.csv", "loaded");
        }
        assertThat(Files.readString(acks.resolve("harbor_claims_202609.csv_ACCEPTED.ack.csv")))
                .contains(",6,6,0,0,,,1200.00,");
        assertThat(claims(home))
                .containsExactly(
                        "H1001|0|ORIGINAL|17000|8500",
                        "H1001|1|REVERSAL|-17000|-8500",
                        "H1002|0|ORIGINAL|150000|120000");
    }

    private static List<String> claims(Path home) throws Exception {
        List<String> claims = new ArrayList<>();
        try (DuckBooks books = DuckBooks.open(new Home(home), BooksSettings.besideHeap(), "none");
                Connection connection = books.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select concat_ws('|', claim_id, claim_version, adjustment_type,"
                        + " billed_cents, paid_cents) from medical_claim order by 1")) {
            while (row.next()) {
                claims.add(row.getString(1));
            }
        }
        return claims;
    }

    private Path configuration(DemoSftpServer server) throws IOException {
        Path partners = Files.createDirectories(folder.resolve("job-configs/partners"));
        Files.writeString(
                partners.resolve("harbor.yaml"),
                block("flattened partner", "yaml").replace("everySeconds: 60", "everySeconds: 1"));
        Files.writeString(partners.resolve("harbor.connection.yaml"), """
                connection:
                  host: 127.0.0.1
                  port: %d
                  user: counterpart
                  password: plain:%s
                  hostKeys: ["%s"]
                """.formatted(
                        server.port(), PASSWORD, server.fingerprint()));
        return folder.resolve("job-configs");
    }

    private static String block(String example, String language) throws IOException {
        Matcher block = Pattern.compile(
                        "<!-- example: " + example + " -->\\s*```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOC));
        assertThat(block.find()).as("the example '" + example + "' in " + DOC).isTrue();
        return String.valueOf(block.group(1));
    }

    private static String counterpart(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        CommandLineInterface.run(arguments, print, print);
        return out.toString(StandardCharsets.UTF_8);
    }
}
