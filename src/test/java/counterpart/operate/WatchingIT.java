package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run leaves for people and programs that watch: summary and status page. */
@Tag("long")
class WatchingIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private OperatorStage stage;
    private Hooks hooks;

    @BeforeEach
    void set_the_stage() throws IOException {
        stage = OperatorStage.set(folder.resolve("home"));
        hooks = new Hooks();
        Files.writeString(
                stage.home().jobConfigs().resolve("watch.yaml"),
                "watch: {alerts: {webhook: {url: \"" + hooks.url() + "\"}}}\n");
    }

    @AfterEach
    void strike_the_stage() {
        stage.close();
        hooks.close();
    }

    @Test
    void each_run_leaves_a_summary_and_the_page_says_what_needs_a_person() throws IOException {
        String held = stage.sendEligibility(stage.newestDate().minusDays(3), lines -> lines);
        stage.sendEligibility(stage.newestDate().minusDays(1), OperatorStage::asTest);
        assertThat(stage.counterpart("nightly").exitCode()).isEqualTo(ExitCode.NEEDS_A_PERSON.code());
        String id = stage.idOf(held);

        JsonNode summary = summary(0);
        assertThat(summary.path("version").asInt()).isEqualTo(1);
        assertThat(summary.path("command").asString()).isEqualTo("nightly");
        assertThat(summary.path("exitCode").asInt()).isEqualTo(ExitCode.NEEDS_A_PERSON.code());
        assertThat(summary.path("files").path("held").asInt()).isEqualTo(1);
        assertThat(summary.path("files").path("refused").asInt()).isEqualTo(1);
        assertThat(summary.path("rows").path("in").asLong())
                .isPositive()
                .isEqualTo(rowsOfFiles())
                .isEqualTo(summary.path("rows").path("accepted").asLong()
                        + summary.path("rows").path("rejected").asLong());
        assertThat(summary.path("breaks").propertyNames()).contains("cascadia-lakeshore", "cascadia-meridian");
        assertThat(summary.path("needsPerson").findValuesAsString("alert")).contains("CP-A01", "CP-A02");
        assertThat(summary.path("jobs").findValuesAsString("job")).contains("collect", "intake", "reconcile");

        String page = page();
        assertThat(page)
                .contains("What needs a person")
                .contains("CP-A01", id + " of lakeshore/eligibility is held: F-014", "./counterpart explain " + id)
                .contains("CP-A02", "F-017")
                .contains("meridian/claims", "Due next");

        assertThat(hooks.taken()).hasSize(1);
        assertThat(hooks.taken().get(0).path("raised").findValuesAsString("alert"))
                .contains("CP-A01", "CP-A02");
        assertThat(summary.path("alerts").path("sent").asInt()).isEqualTo(1);

        stage.counterpart("release", id, "--reason", "the partner confirmed it");
        assertThat(hooks.taken()).hasSize(2);
        assertThat(hooks.taken().get(1).path("resolved").findValuesAsString("subject"))
                .containsExactly(id);
        assertThat(page()).doesNotContain(id + " of lakeshore/eligibility is held");
        assertThat(summary(1).path("command").asString()).isEqualTo("release");
    }

    @Test
    void a_night_whose_servers_are_down_says_which() throws IOException {
        assertThat(stage.counterpart("nightly").exitCode()).isZero();
        stage.goDown();

        assertThat(stage.counterpart("nightly").exitCode()).isEqualTo(ExitCode.UNAVAILABLE.code());

        assertThat(page()).contains("CP-A06", "./counterpart partner check meridian", "no file could be collected");
        assertThat(hooks.taken().get(hooks.taken().size() - 1).path("raised").findValuesAsString("alert"))
                .filteredOn("CP-A06"::equals)
                .hasSize(3);
        hooks.answer(503);
        stage.comeBack();
        Files.writeString(
                stage.home().jobConfigs().resolve("watch.yaml"),
                "watch: {alerts: {webhook: {url: \"" + hooks.url() + "\"}}}\n");
        assertThat(stage.counterpart("nightly").exitCode())
                .as("an alert that cannot be sent fails no night")
                .isLessThan(ExitCode.NEEDS_A_PERSON.code());
        assertThat(summary(2).path("alerts").path("failures").toString())
                .contains("503")
                .doesNotContain("a-token");
        assertThat(summary(1).path("failures").toString()).contains("collect", "lakeshore/medical");
        assertThat(summary(1).path("needsPerson").findValuesAsString("subject"))
                .contains("cascadia", "lakeshore", "meridian");
    }

    private long rowsOfFiles() {
        long rows = 0;
        for (JsonNode file :
                stage.counterpart("files", "--last", "1000", "--json").json().path("files")) {
            rows += file.path("rowsRead").asLong();
        }
        return rows;
    }

    private String page() throws IOException {
        return Files.readString(stage.home().statusPage());
    }

    private JsonNode summary(int run) throws IOException {
        try (Stream<Path> files = Files.list(stage.home().runs())) {
            List<Path> found = files.filter(file -> file.toString().endsWith("-" + run + ".json"))
                    .toList();
            assertThat(found).hasSize(1);
            return JSON.readTree(found.get(0).toFile());
        }
    }
}
