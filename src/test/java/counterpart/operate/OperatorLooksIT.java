package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.control.HomeLock;
import counterpart.operate.OperatorStage.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A morning after: one file held, one refused, one with rejected rows, seen through the command line only. */
class OperatorLooksIT {
    @TempDir
    static Path folder;

    private static OperatorStage stage;
    private static String refused;
    private static String held;
    private static String rejects;
    private static LocalDate newest;

    @BeforeAll
    static void play_a_bad_night() throws IOException {
        stage = FirstNight.in(folder.resolve("home"));
        newest = stage.newestDate();
        String rejectsName = stage.sendEligibility(newest.plusDays(1), OperatorStage.withBadBirthDates(2));
        String heldName = stage.sendEligibility(newest.minusDays(3), lines -> lines);
        String refusedName = stage.sendEligibility(newest.plusDays(2), OperatorStage::asTest);
        assertThat(stage.counterpart("nightly").exitCode()).isEqualTo(ExitCode.NEEDS_A_PERSON.code());
        rejects = stage.idOf(rejectsName);
        held = stage.idOf(heldName);
        refused = stage.idOf(refusedName);
    }

    @AfterAll
    static void strike_the_stage() {
        stage.close();
    }

    @Test
    void files_are_found_by_partner_feed_state_and_day() {
        assertThat(ids("--state", "held")).containsExactly(held);
        assertThat(ids("--state", "REFUSED")).containsExactly(refused);
        assertThat(ids("--partner", "cascadia")).isNotEmpty().doesNotContain(held, refused, rejects);
        assertThat(ids("--feed", "eligibility")).contains(held, refused, rejects);
        assertThat(ids("--feed", "eligibility", "--last", "1")).hasSize(1);
        assertThat(ids("--date", "2026-01-01")).isEmpty();
        List<String> byDay = ids("--partner", "lakeshore", "--feed", "medical", "--date", "2026-11-02");
        assertThat(byDay).hasSize(1);
        assertThat(stage.counterpart("files", "--state", "HELD").out())
                .contains(held, "lakeshore/eligibility", "F-014");
        assertThat(stage.counterpart("files", "--date", "2026-01-01").out())
                .contains("No file in custody is like that.");
    }

    @Test
    void a_file_is_shown_with_its_totals_findings_and_answer() {
        Said said = stage.counterpart("file", "show", rejects);

        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .contains("state              loaded")
                .containsPattern("rows +[0-9,]+ +[0-9,]+ +yes")
                .containsPattern("E-103 +2 ")
                .contains("/acks/")
                .contains("./counterpart explain " + rejects);
        JsonNode json = stage.counterpart("file", "show", rejects, "--json").json();
        assertThat(json.path("version").asInt()).isEqualTo(1);
        assertThat(json.path("settlement").path("rejected").asInt()).isEqualTo(2);
        assertThat(json.path("settlement").path("rowsRead").asInt())
                .isEqualTo(json.path("settlement").path("accepted").asInt() + 2);
        assertThat(json.path("file").path("supersededBy").isNull()).isTrue();
    }

    @Test
    void rejected_rows_are_counted_and_listed_without_what_they_say() {
        Said said = stage.counterpart("rejects", rejects, "--lines", "1");

        assertThat(said.out())
                .containsPattern("E-103 +2 ")
                .doesNotContain("20991231")
                .doesNotContain("DT|");
        JsonNode lines = stage.counterpart("rejects", rejects, "--json").json().path("lines");
        assertThat(lines).hasSize(2);
        assertThat(lines.path(0).path("line").asInt()).isEqualTo(2);
        assertThat(lines.path(0).path("field").asString()).isEqualTo("birth_date");
        assertThat(stage.counterpart("rejects", rejects, "--rule", "E-104", "--json")
                        .json()
                        .path("lines"))
                .isEmpty();
    }

    @Test
    void members_data_are_shown_with_a_reason_only_and_that_is_audited() {
        Said without = stage.counterpart("rejects", rejects, "--show-phi");
        assertThat(without.exitCode()).isEqualTo(ExitCode.USAGE.code());
        assertThat(without.err()).contains("--reason");
        assertThat(without.out()).isEmpty();

        String reason = "ticket " + UUID.nameUUIDFromBytes(new byte[] {1});
        Said shown = stage.counterpart("rejects", rejects, "--show-phi", "--reason", reason, "--json");
        assertThat(shown.json().path("lines").path(1).path("original").asString())
                .startsWith("DT|")
                .contains("|20991231|");
        assertThat(stage.counterpart("audit", "--subject", rejects).out())
                .contains("showed members' data", reason, System.getProperty("user.name"));
    }

    @Test
    void a_run_is_listed_and_shown_with_its_own_jobs() {
        JsonNode runs = stage.counterpart("runs", "--json").json().path("runs");
        assertThat(runs).hasSize(2);
        String second = runs.path(0).path("run").asString();
        assertThat(runs.path(0).path("code").asInt()).isEqualTo(ExitCode.NEEDS_A_PERSON.code());

        JsonNode shown = stage.counterpart("run", "show", second, "--json").json();
        assertThat(jobs(shown, "intake")).isEqualTo(3);
        assertThat(jobs(shown, "collect")).isEqualTo(9);
        assertThat(stage.counterpart("run", "show", second).out())
                .contains("checkRowsAndStage", "completed", rejects)
                .containsPattern("accepted [0-9,]+, rejected 2");
        assertThat(stage.counterpart("run", "show", "999").exitCode()).isEqualTo(ExitCode.NO_INPUT.code());
    }

    @Test
    void what_is_held_or_refused_is_explained_with_the_next_command() {
        assertThat(stage.counterpart("explain", held).out())
                .contains(held, "is held", "F-014", "./counterpart release " + held, "./counterpart refuse " + held);
        assertThat(stage.counterpart("explain", refused).out())
                .contains("is refused", "F-017", "ask lakeshore", "./counterpart replay " + refused);
        String last = stage.counterpart("runs", "--last", "1", "--json")
                .json()
                .path("runs")
                .path(0)
                .path("run")
                .asString();
        assertThat(stage.counterpart("explain", "run", last).out()).contains("held or refused", "files --state HELD");
        assertThat(stage.counterpart("explain", "nothing").exitCode()).isEqualTo(ExitCode.USAGE.code());
        assertThat(stage.counterpart("explain", "F-999999").exitCode()).isEqualTo(ExitCode.NO_INPUT.code());
    }

    @Test
    void the_status_names_what_needs_a_person_and_the_next_command() {
        assertThat(stage.counterpart("status").out()).contains("Needs you:", held, "./counterpart explain " + held);
        JsonNode json = stage.counterpart("status", "--json").json();
        assertThat(json.path("version").asInt()).isEqualTo(1);
        assertThat(json.path("files").path("HELD").asInt()).isEqualTo(1);
        assertThat(json.path("running").isNull()).isTrue();
    }

    @Test
    void events_are_listed_by_subject_and_day() {
        assertThat(stage.counterpart("audit", "--subject", held).out())
                .containsSubsequence("state RECEIVED", "state OPENED", "state HELD", "acknowledged");
        assertThat(stage.counterpart("audit", "--since", "2999-01-01").out()).contains("No audit event");
    }

    @Test
    void a_home_at_work_is_told_with_its_owner() {
        try (HomeLock lock = HomeLock.take(stage.home(), "nightly", Clock.systemUTC())) {
            for (String command : new String[] {"files", "runs", "audit"}) {
                Said said = stage.counterpart(command);
                assertThat(said.exitCode()).isEqualTo(ExitCode.BUSY.code());
                assertThat(said.err())
                        .contains("'nightly'", "process " + lock.owner().pid());
            }
        }
    }

    @Test
    void a_folder_where_nothing_ran_is_told() {
        Said said =
                OperatorStage.run("files", "--home", folder.resolve("nowhere").toString());

        assertThat(said.exitCode()).isEqualTo(ExitCode.NO_INPUT.code());
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    private static int jobs(JsonNode run, String name) {
        int count = 0;
        for (JsonNode job : run.path("jobs")) {
            count += job.path("job").asString().equals(name) ? 1 : 0;
        }
        return count;
    }

    private static List<String> ids(String... filter) {
        String[] words = new String[filter.length + 2];
        words[0] = "files";
        words[1] = "--json";
        System.arraycopy(filter, 0, words, 2, filter.length);
        List<String> ids = new java.util.ArrayList<>();
        stage.counterpart(words)
                .json()
                .path("files")
                .forEach(file -> ids.add(file.path("file").asString()));
        return ids;
    }
}
