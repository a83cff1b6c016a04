package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.Home;
import counterpart.sample.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator meets when a night goes wrong: an exit code that a scheduler understands, and a sentence. */
class NightlyCommandIT {
    private static final Scenario SMALL = new Scenario(3, 90, 3, LocalDate.of(2026, 11, 10), Scenario.Faults.NONE);

    @TempDir
    private Path folder;

    private DemoStage stage;
    private Path connection;

    private record Said(int exitCode, String out, String err) {}

    @BeforeEach
    void set_the_stage() throws IOException {
        Home home = new Home(folder.resolve("home"));
        stage = DemoStage.set(home, SMALL, false, new Talk(new PrintWriter(new ByteArrayOutputStream())));
        for (String partner : new String[] {"lakeshore", "cascadia", "meridian"}) {
            change(partner, "password: ENC\\(.*\\)", "password: plain:only-for-the-demo");
        }
        connection = connectionOf("lakeshore");
    }

    @AfterEach
    void strike_the_stage() {
        stage.close();
    }

    @Test
    void a_night_with_the_right_configuration_is_done() {
        Said said = nightly();

        assertThat(said.err()).isEmpty();
        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("lakeshore/eligibility", "loaded", "done (exit code 0)");
        assertThat(nightly().out()).contains("No new file was there to read.");
    }

    @Test
    void a_night_on_which_nothing_changed_says_since_when_its_reconciliations_stand() throws IOException {
        Said first = nightly("--date", "2026-11-22");
        assertThat(comparisons(first)).hasSize(2).allMatch(line -> line.contains("2026-11-22  this night"));

        Said second = nightly("--date", "2026-11-24");

        assertThat(comparisons(second))
                .hasSize(2)
                .allMatch(line -> line.contains("2026-11-24  unchanged since 2026-11-22"));
        assertThat(unchanged("2026-11-22")).containsExactly("false", "false");
        assertThat(unchanged("2026-11-24")).containsExactly("true", "true");
    }

    /** The rows of the table of reconciliations. */
    private static List<String> comparisons(Said said) {
        return said.out()
                .lines()
                .dropWhile(line -> !line.contains("claims or fills"))
                .filter(line -> line.startsWith("cascadia-"))
                .limit(2)
                .toList();
    }

    /** What the summary of a business date's run says of its reconciliations. */
    private List<String> unchanged(String date) throws IOException {
        Path summary;
        try (Stream<Path> runs = Files.list(stage.home().runs())) {
            summary = runs.filter(run -> run.getFileName().toString().startsWith(date))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> said = new ArrayList<>();
        for (JsonNode job : new JsonMapper().readTree(Files.readString(summary)).path("jobs")) {
            if (job.path("job").asString().equals("reconcile")) {
                said.add(job.path("unchanged").asString());
            }
        }
        return said;
    }

    @Test
    void a_wrong_password_is_told_as_a_matter_of_security_and_the_other_partner_is_served() throws IOException {
        change("lakeshore", "plain:only-for-the-demo", "plain:wrong");

        Said said = nightly();

        assertThat(said.exitCode()).isEqualTo(ExitCode.SECURITY.code());
        assertThat(said.out())
                .contains("FAILED collecting lakeshore/eligibility", "Next:", "cascadia/ledger")
                .doesNotContain("wrong", "Exception", "\tat ");
        assertThat(counterpart("status", "--home", stage.home().root().toString())
                        .out())
                .contains("no file could be collected from lakeshore", "Then: ./counterpart partner check lakeshore")
                .as("one cause is told once")
                .doesNotContain("('nightly') failed");
    }

    @Test
    void a_changed_host_key_is_refused_with_both_fingerprints() throws IOException {
        String pinned = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        change("lakeshore", "SHA256:[A-Za-z0-9+/]+", pinned);

        Said said = nightly();

        assertThat(said.exitCode()).isEqualTo(ExitCode.SECURITY.code());
        assertThat(said.out()
                        .lines()
                        .filter(line -> line.contains("host key"))
                        .findFirst()
                        .orElseThrow())
                .contains("pinned is " + pinned)
                .containsPattern("shows the host key SHA256:(?!AAAA)");
    }

    @Test
    void a_server_that_is_down_is_a_matter_of_trying_later() {
        stage.close();

        Said said = nightly();

        assertThat(said.exitCode()).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(said.out()).contains("Nothing is lost");
    }

    @Test
    void a_fault_in_the_configuration_is_told_before_anything_is_touched() throws IOException {
        Files.writeString(connection, Files.readString(connection).replace("port:", "prot:"));

        Said said = nightly();

        assertThat(said.exitCode()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(said.err()).contains("lakeshore.connection.yaml", "prot", "port");
        assertThat(stage.home().control()).doesNotExist();
    }

    @Test
    void a_command_that_does_not_exist_is_answered_with_usage() {
        assertThat(counterpart("nigtly").exitCode()).isEqualTo(ExitCode.USAGE.code());
        assertThat(counterpart("nigtly").err()).contains("nightly");
    }

    private Said nightly(String... more) {
        return counterpart(
                Stream.concat(Stream.of("nightly", "--home", stage.home().root().toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Path connectionOf(String partner) {
        return stage.home().jobConfigs().resolve("partners/" + partner + ".connection.yaml");
    }

    private void change(String partner, String pattern, String replacement) throws IOException {
        Path file = connectionOf(partner);
        String before = Files.readString(file);
        String after = before.replaceAll(pattern, replacement);
        assertThat(after).as("the change took").isNotEqualTo(before);
        Files.writeString(file, after);
    }

    private static Said counterpart(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = CommandLineInterface.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
