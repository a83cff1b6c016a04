package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.sample.server.DemoSftpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer's first partner: the YAML file that docs/configuration.md shows, a CSV file as it shows, one night. */
class NewcomerIT {
    private static final Path DOC = Path.of("docs/configuration.md");
    private static final String PASSWORD = "given-by-northwind";

    @TempDir
    private Path folder;

    @Test
    void the_documented_example_takes_a_plain_csv_file_at_the_first_try() throws IOException {
        Path root = Files.createDirectories(folder.resolve("server"));
        Path outbox = Files.createDirectories(root.resolve("outbox"));
        Path acks = Files.createDirectories(root.resolve("acks"));
        String name =
                "northwind_elig_" + LocalDate.now().minusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE) + ".csv";
        Files.writeString(outbox.resolve(name), csv());

        try (DemoSftpServer server = new DemoSftpServer(root, folder.resolve("host.key"), "counterpart", PASSWORD)) {
            Path config = configuration(server);
            Path home = folder.resolve("home");

            assertThat(counterpart("config", "check", "--config", config.toString()))
                    .contains("No fault");
            String night = counterpart("nightly", "--home", home.toString(), "--config", config.toString());

            assertThat(night).contains(name, "loaded", "some rows were rejected");
        }
        assertThat(Files.readString(acks.resolve(name + "_PARTIAL.ack.csv"))).contains(",3,2,0,1,");
        assertThat(Files.readString(acks.resolve(name + "_PARTIAL.err.csv")))
                .contains(",4,", "E-105", "Sex")
                .doesNotContain("N100232", "Garcia");
    }

    /** The documented heading and row, its subscriber before it, and a third row with a code that nobody agreed. */
    private static String csv() throws IOException {
        String[] documented = block("heading", "csv").strip().split("\n");
        return documented[0] + "\n"
                + "N100230,N100230,Ortega,Ana,02/03/1984,F,E,NW-ACME,PPO1,M,01/01/2026,\n"
                + documented[1] + "\n"
                + "N100232,N100232,Garcia,Eva,05/06/1990,Q,E,NW-ACME,PPO1,M,01/01/2026,\n";
    }

    private Path configuration(DemoSftpServer server) throws IOException {
        Path partners = Files.createDirectories(folder.resolve("job-configs/partners"));
        Files.writeString(
                partners.resolve("northwind.yaml"),
                block("partner", "yaml").replace("everySeconds: 60", "everySeconds: 1"));
        Files.writeString(partners.resolve("northwind.connection.yaml"), """
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
