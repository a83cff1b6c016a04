package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.operate.OperatorStage.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What goes to make room is never missed: every view reads the same, and all that a person may still decide works. */
class PurgeIT {
    private static final String WHY = "yearly tidying";
    private static final String[] ALL = {"--loads-older-than", "0", "--runs-older-than", "0"};

    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void only_what_nothing_needs_goes_and_every_view_reads_the_same() throws IOException {
        try (OperatorStage stage = OperatorStage.set(folder.resolve("home"))) {
            LocalDate newest = stage.newestDate();
            assertThat(stage.counterpart("nightly", "--date", "2026-11-20").exitCode())
                    .isZero();
            List<String> names = List.of(
                    stage.sendEligibility(newest, OperatorStage.withBadBirthDates(1)),
                    stage.sendEligibility(newest, OperatorStage.withBadBirthDates(2)),
                    stage.sendEligibility(newest.plusDays(7), OperatorStage::asTest),
                    stage.sendEligibility(newest.minusDays(3), lines -> lines),
                    stage.sendEligibility(newest.plusDays(9), lines -> lines));
            stage.counterpart("nightly", "--date", "2026-11-21");
            String second = stage.idOf(names.get(0));
            String third = stage.idOf(names.get(1));
            String refused = stage.idOf(names.get(2));
            String held = stage.idOf(names.get(3));
            String withdrawn = stage.idOf(names.get(4));
            stage.counterpart("withdraw", withdrawn, "--reason", WHY);
            stage.counterpart("nightly", "--date", "2026-11-22");
            String first = supersededBy(stage, second);
            Path left = Files.createDirectories(stage.home().books().resolve("runs/reconcile/cut-short.part"));
            List<String> before = EndState.of(stage.home());

            assertThat(stage.counterpart("purge").exitCode()).isEqualTo(ExitCode.NOTHING_TO_DO.code());
            JsonNode plan = purge(stage).json();
            List<String> going = plan.path("items")
                    .valueStream()
                    .map(item -> item.path("name").asString())
                    .toList();
            assertThat(going)
                    .contains(first + "-1", refused + "-1", withdrawn + "-1", "runs/reconcile/cut-short.part")
                    .doesNotContain(second + "-1", third + "-1", held + "-1")
                    .anyMatch(name -> name.startsWith("reconcile/"));
            assertThat(plan.path("bytes").asLong()).isPositive();
            assertThat(stage.home().books().resolve("loads/" + first + "-1")).exists();
            assertThat(stage.counterpart("purge", "--apply").exitCode()).isEqualTo(ExitCode.USAGE.code());

            JsonNode done = purge(stage, "--apply", "--reason", WHY).json();

            assertThat(done.path("items")).isEqualTo(plan.path("items"));
            assertThat(EndState.of(stage.home())).isEqualTo(before);
            assertThat(names)
                    .allMatch(name -> !Files.exists(stage.home().books().resolve("loads/" + name))
                            && !Files.exists(stage.home().books().resolve("runs/" + name)));
            assertThat(left).doesNotExist();
            assertThat(purge(stage).exitCode()).isEqualTo(ExitCode.NOTHING_TO_DO.code());
            assertThat(stage.counterpart("audit", "--subject", first + "-1").out())
                    .contains("purged", WHY);
            assertThat(stage.counterpart("nightly", "--date", "2026-11-22").exitCode())
                    .isEqualTo(ExitCode.NOTHING_TO_DO.code());

            allThatMayBeDecidedStillWorks(stage, held, withdrawn, List.of(first, second, third));
        }
    }

    /** @param chain three loads of one slot, of which the first was purged and the last counts */
    private static void allThatMayBeDecidedStillWorks(
            OperatorStage stage, String held, String withdrawn, List<String> chain) {
        String first = chain.get(0);
        String second = chain.get(1);
        String third = chain.get(2);
        assertThat(stage.counterpart("release", held, "--reason", WHY).exitCode())
                .isZero();
        assertThat(stage.counterpart("replay", withdrawn, "--reason", WHY).exitCode())
                .isZero();
        assertThat(stage.counterpart("withdraw", third, "--reason", WHY).exitCode())
                .isZero();
        assertThat(stage.stateOf(second)).isEqualTo("loaded");
        Said without = stage.counterpart("withdraw", second, "--reason", WHY);
        assertThat(without.exitCode()).isEqualTo(ExitCode.USAGE.code());
        assertThat(without.err()).contains("was purged", "./counterpart replay " + first);
        assertThat(stage.stateOf(second)).isEqualTo("loaded");
        assertThat(stage.counterpart("withdraw", first, "--reason", WHY).exitCode())
                .isZero();
        assertThat(stage.counterpart("withdraw", second, "--reason", WHY).exitCode())
                .isZero();
        assertThat(stage.counterpart("replay", first, "--reason", WHY).exitCode())
                .as("a later date is in the books by now")
                .isEqualTo(ExitCode.NEEDS_A_PERSON.code());
        assertThat(stage.counterpart("release", first, "--reason", WHY).exitCode())
                .isZero();
        assertThat(stage.stateOf(first)).isEqualTo("loaded");
    }

    private static Said purge(OperatorStage stage, String... more) {
        return stage.counterpart(Stream.of(Stream.of("purge", "--json"), Stream.of(ALL), Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    private static String supersededBy(OperatorStage stage, String id) {
        return stage.counterpart("file", "show", id, "--json")
                .json()
                .path("file")
                .path("supersedes")
                .path(0)
                .asString();
    }
}
