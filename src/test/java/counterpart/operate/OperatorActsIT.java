package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.books.ActiveLoad;
import counterpart.model.FileId;
import counterpart.operate.OperatorStage.Said;
import counterpart.receive.Decision;
import counterpart.receive.Decisions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person decides about files, through the command line only. */
class OperatorActsIT {
    private static final String WHY = "the partner confirmed it on the phone";

    @TempDir
    private Path folder;

    private OperatorStage stage;
    private LocalDate newest;

    @BeforeEach
    void begin_after_a_good_night() throws IOException {
        stage = FirstNight.in(folder.resolve("home"));
        newest = stage.newestDate();
    }

    @AfterEach
    void strike_the_stage() {
        stage.close();
    }

    @Test
    void a_held_file_is_released_with_a_reason_and_its_partner_is_told() throws IOException {
        String name = stage.sendEligibility(newest.minusDays(3), lines -> lines);
        assertThat(stage.counterpart("nightly").exitCode()).isEqualTo(ExitCode.NEEDS_A_PERSON.code());
        String id = stage.idOf(name);

        assertThat(stage.counterpart("release", id).exitCode()).isEqualTo(ExitCode.USAGE.code());
        Said dry = stage.counterpart("release", id, "--reason", WHY, "--dry-run");
        assertThat(dry.exitCode()).isZero();
        assertThat(dry.out()).contains("F-014", "Nothing was changed");
        assertThat(stage.stateOf(id)).isEqualTo("held");

        Said said = stage.counterpart("release", id, "--reason", WHY);

        assertThat(said.err()).isEmpty();
        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains(id + " is released");
        assertThat(stage.stateOf(id)).isEqualTo("loaded");
        assertThat(active()).contains(id + "-1");
        assertThat(stage.remote("lakeshore", "acks")).contains(name + "_HELD.ack.csv", name + "_ACCEPTED.ack.csv");
        assertThat(stage.counterpart("file", "show", id).out()).contains("F-014", "It was held and then released");
        assertThat(stage.counterpart("audit", "--subject", id).out())
                .containsSubsequence("state HELD", "decided release", WHY, "state LOADED", "carried out release");
        assertThat(stage.counterpart("status", "--json")
                        .json()
                        .path("needsPerson")
                        .toString())
                .doesNotContain(id);
        Said again = stage.counterpart("release", id, "--reason", WHY);
        assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE.code());
        assertThat(again.err()).contains("is loaded", "nothing was changed");
    }

    @Test
    void a_held_file_is_refused_and_read_again_from_the_archive() throws IOException {
        String name = stage.sendEligibility(newest.minusDays(3), lines -> lines);
        stage.counterpart("nightly");
        String id = stage.idOf(name);

        assertThat(stage.counterpart("refuse", id, "--reason", WHY).exitCode()).isZero();
        assertThat(stage.stateOf(id)).isEqualTo("refused");
        assertThat(stage.remote("lakeshore", "acks")).contains(name + "_REJECTED.ack.csv");
        assertThat(active()).doesNotContain(id + "-1");

        Said replayed = stage.counterpart("replay", id, "--reason", WHY);
        assertThat(replayed.exitCode()).isEqualTo(ExitCode.NEEDS_A_PERSON.code());
        assertThat(replayed.out()).contains("second time", "is held", "./counterpart explain " + id);
        assertThat(stage.counterpart("file", "show", id, "--json")
                        .json()
                        .path("file")
                        .path("epoch")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void after_a_withdrawal_the_books_are_those_of_a_home_that_never_had_the_file() throws IOException {
        String name = stage.sendEligibility(newest, OperatorStage.withBadBirthDates(3));
        stage.counterpart("nightly");
        String id = stage.idOf(name);
        assertThat(active()).contains(id + "-1");
        String former = stage.counterpart("file", "show", id, "--json")
                .json()
                .path("file")
                .path("supersedes")
                .path(0)
                .asString();
        assertThat(stage.stateOf(former)).isEqualTo("superseded");

        assertThat(stage.counterpart("withdraw", id, "--reason", WHY).exitCode())
                .isZero();

        assertThat(stage.stateOf(id)).isEqualTo("withdrawn");
        assertThat(stage.stateOf(former)).isEqualTo("loaded");
        try (OperatorStage twin = FirstNight.in(folder.resolve("twin"))) {
            assertThat(books(stage)).isEqualTo(books(twin));
        }
        assertThat(stage.counterpart("nightly").exitCode()).isEqualTo(ExitCode.NOTHING_TO_DO.code());

        assertThat(stage.counterpart("replay", id, "--reason", WHY).exitCode()).isZero();
        assertThat(active()).contains(id + "-2").doesNotContain(former + "-1");
        assertThat(stage.stateOf(former)).isEqualTo("superseded");
    }

    @Test
    void a_decision_that_was_cut_short_is_carried_out_by_the_next_night() throws IOException {
        String name = stage.sendEligibility(newest.minusDays(3), lines -> lines);
        stage.counterpart("nightly");
        FileId id = new FileId(stage.idOf(name));
        stage.inside(installation -> installation
                .get(Decisions.class)
                .decide(id, Decision.Kind.RELEASE, "ana", null, WHY)); // and its process dies

        assertThat(stage.stateOf(id.value())).isEqualTo("held");
        assertThat(stage.counterpart("nightly").out()).contains(id + " released");

        assertThat(stage.stateOf(id.value())).isEqualTo("loaded");
        assertThat(stage.remote("lakeshore", "acks")).contains(name + "_ACCEPTED.ack.csv");
        assertThat(stage.counterpart("audit", "--subject", id.value()).out()).containsOnlyOnce("state LOADED");
    }

    @Test
    void a_release_whose_answer_cannot_be_given_stands_and_is_answered_later() throws IOException {
        String name = stage.sendEligibility(newest.minusDays(3), lines -> lines);
        stage.counterpart("nightly");
        String id = stage.idOf(name);
        stage.goDown();

        Said said = stage.counterpart("release", id, "--reason", WHY);
        assertThat(said.exitCode()).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(said.out()).contains("stands", "The next nightly goes on with it");
        assertThat(stage.stateOf(id)).isEqualTo("loaded");

        stage.comeBack();
        assertThat(stage.counterpart("nightly").exitCode()).isZero();
        assertThat(stage.remote("lakeshore", "acks")).contains(name + "_ACCEPTED.ack.csv");
        assertThat(stage.counterpart("audit", "--subject", id).out())
                .containsOnlyOnce("state LOADED")
                .containsOnlyOnce("carried out release");
    }

    @Test
    void a_file_that_was_not_read_is_held_and_read_when_it_is_released() throws IOException {
        String id = sentAndNotRead(1);
        assertThat(stage.stateOf(id)).isEqualTo("received");

        assertThat(stage.counterpart("hold", id, "--reason", WHY).exitCode()).isZero();
        stage.counterpart("nightly");
        assertThat(stage.stateOf(id)).isEqualTo("held");
        assertThat(stage.counterpart("explain", id).out()).contains("a person held it", WHY);
        assertThat(stage.counterpart("status").out()).contains(id, "held by a person");

        assertThat(stage.counterpart("release", id, "--reason", WHY).exitCode()).isZero();
        assertThat(stage.stateOf(id)).isEqualTo("loaded");

        String unwanted = sentAndNotRead(2);
        stage.counterpart("hold", unwanted, "--reason", WHY);
        assertThat(stage.counterpart("refuse", unwanted, "--reason", WHY).out())
                .contains("lakeshore is told and may send another");
        assertThat(stage.counterpart("status").out())
                .contains(unwanted + " of lakeshore/eligibility is refused: It was not read.");
    }

    /** Sends a file, and collects it in a process that then dies. */
    private String sentAndNotRead(int poll) throws IOException {
        String name = stage.sendEligibility(newest.plusDays(poll), lines -> lines);
        stage.inside(installation -> installation.launch(
                "collect",
                Map.of("feed", "lakeshore/eligibility", "businessDate", "2026-11-21", "poll", Integer.toString(poll))));
        return stage.idOf(name);
    }

    @Test
    void an_edition_that_did_not_arrive_is_delivered_again_or_marked() throws IOException {
        stage.goDown();
        Said monthly = stage.counterpart("monthly", "--month", "2026-10");
        assertThat(monthly.exitCode()).isNotZero();
        assertThat(stage.counterpart("deliver", "--retry", "--reason", WHY, "--dry-run")
                        .out())
                .contains("2026-10", "Nothing was sent");

        Said marked = stage.counterpart(
                "mark-delivered",
                "--partnership",
                "cascadia-lakeshore",
                "--month",
                "2026-10",
                "--recipient",
                "Cascadia committee secretary",
                "--evidence",
                "handed over in the meeting",
                "--reason",
                WHY);

        assertThat(marked.exitCode()).isZero();
        assertThat(marked.out()).contains("2 files", "are marked as delivered");
        stage.comeBack();
        Said retried = stage.counterpart("deliver", "--retry", "--reason", WHY);
        assertThat(retried.exitCode()).isZero();
        assertThat(retried.out()).contains("reached every recipient");
        assertThat(stage.counterpart("audit").out()).contains("marked delivered", "handed over in the meeting");
    }

    private List<String> active() {
        return stage.inside(installation -> installation.books().active().stream()
                .map(load -> load.load().value())
                .toList());
    }

    /** Everything that counts, as text. */
    private static List<String> books(OperatorStage stage) {
        return stage.inside(installation -> {
            List<String> all = new ArrayList<>();
            installation.books().active().stream()
                    .sorted(Comparator.comparing(ActiveLoad::load, Comparator.comparing(Object::toString)))
                    .forEach(load -> all.add(load.toString()));
            try (Connection connection = installation.books().connect();
                    Statement statement = connection.createStatement()) {
                for (String table : new String[] {"coverage_span", "medical_claim", "claim_line", "pharmacy_claim"}) {
                    try (ResultSet rows = statement.executeQuery("select t::varchar from " + table + " t order by 1")) {
                        while (rows.next()) {
                            all.add(table + " " + rows.getString(1));
                        }
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            assertThat(all).hasSizeGreaterThan(500);
            return all;
        });
    }
}
