package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.operate.OperatorStage.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What two people must release is released by the second act of another person, and by nothing less. */
class FourEyesIT {
    @TempDir
    private Path folder;

    private final Operator.Source real = Operator.playedBy(Operator::ofThisProcess);

    @AfterEach
    void be_oneself_again() {
        Operator.playedBy(real);
    }

    @Test
    void one_asks_and_only_another_confirms() throws IOException {
        try (OperatorStage stage = FirstNight.in(folder.resolve("home"))) {
            Path partner = stage.home().jobConfigs().resolve("partners/lakeshore.yaml");
            Files.writeString(
                    partner,
                    Files.readString(partner)
                            .replaceFirst("slot: AS_OF\n", "slot: AS_OF\n    guards: {rejectRateRefuse: 0.5}\n"));
            String name = stage.sendEligibility(stage.newestDate().plusDays(7), OperatorStage.withBadBirthDates(30));
            stage.counterpart("nightly");
            String id = stage.idOf(name);
            assertThat(stage.counterpart("explain", id).out()).contains("F-020", "confirms with --second");

            Said nobodyAsked = as("bert", stage, "release", id, "--second", "--reason", "fine");
            assertThat(nobodyAsked.exitCode()).isEqualTo(ExitCode.USAGE.code());
            Said asked = as("anna", stage, "release", id, "--reason", "the partner explained it");
            assertThat(asked.exitCode()).isEqualTo(ExitCode.NEEDS_A_PERSON.code());
            assertThat(asked.out()).contains("anna asked", "nothing is loaded yet", "release " + id + " --second");
            assertThat(stage.stateOf(id)).isEqualTo("held");

            // Read again it is another reading, which nobody asked for.
            as("anna", stage, "refuse", id, "--reason", "not so");
            as("anna", stage, "replay", id, "--reason", "look again");
            assertThat(stage.stateOf(id)).isEqualTo("held");
            assertThat(as("bert", stage, "release", id, "--second", "--reason", "fine")
                            .exitCode())
                    .isEqualTo(ExitCode.USAGE.code());

            as("anna", stage, "release", id, "--reason", "the partner explained it");
            Said same = as("anna", stage, "release", id, "--second", "--reason", "really");
            assertThat(same.exitCode()).isEqualTo(ExitCode.SECURITY.code());
            assertThat(same.err()).contains("another person must confirm", "nothing was changed");
            assertThat(stage.stateOf(id)).isEqualTo("held");
            stage.counterpart("nightly");
            assertThat(stage.stateOf(id)).isEqualTo("held");

            Said confirmed = as("bert", stage, "release", id, "--second", "--reason", "seen the letter");

            assertThat(confirmed.err()).isEmpty();
            assertThat(confirmed.exitCode()).isZero();
            assertThat(stage.stateOf(id)).isEqualTo("loaded");
            JsonNode events =
                    stage.counterpart("audit", "--subject", id, "--json").json().path("events");
            assertThat(events.valueStream()
                            .map(event -> event.path("actor").asString() + ": "
                                    + event.path("act").asString())
                            .toList())
                    .containsSubsequence(
                            "anna (as counterpart): asked release",
                            "bert (as counterpart): confirmed release",
                            "anna (as counterpart) and bert (as counterpart): state LOADED");
        }
    }

    @Test
    void a_file_without_half_of_the_members_takes_two_although_its_volume_holds_it_first() throws IOException {
        try (OperatorStage stage = FirstNight.in(folder.resolve("home"))) {
            String name = stage.sendEligibility(stage.newestDate().plusDays(7), OperatorStage::withoutHalf);
            stage.counterpart("nightly");
            String id = stage.idOf(name);

            Said explained = stage.counterpart("explain", id);
            assertThat(explained.out())
                    .contains("F-018", "F-021", "confirms with --second")
                    .containsPattern("group +covered +left out +ended +other plan +remaining")
                    .containsPattern("all +\\d+ +[1-9]\\d* +0 +0 +\\d+");
            assertThat(stage.counterpart("explain", id, "--json")
                            .json()
                            .path("detail")
                            .size())
                    .isGreaterThan(1);

            Said asked = as("anna", stage, "release", id, "--reason", "they say so");
            assertThat(asked.exitCode()).isEqualTo(ExitCode.NEEDS_A_PERSON.code());
            assertThat(stage.stateOf(id)).isEqualTo("held");
        }
    }

    private static Said as(String person, OperatorStage stage, String... words) {
        Operator.playedBy(() -> new Operator(person, "counterpart"));
        return stage.counterpart(words);
    }
}
