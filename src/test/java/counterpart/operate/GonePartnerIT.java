package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.FileId;
import counterpart.operate.OperatorStage.Said;
import counterpart.receive.Decisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A partner's contract ends, its YAML goes, and its files stay in custody; nobody else may feel it. */
class GonePartnerIT {
    private static final String NOT_CONFIGURED = " is not configured. Next: put it back under";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private OperatorStage stage;

    @BeforeEach
    void played() throws IOException {
        stage = FirstNight.in(folder.resolve("home"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void the_others_are_read_reported_and_delivered_and_its_files_can_still_be_decided_about() throws IOException {
        List<String> ofMeridian = filesOfMeridian();
        String loaded = ofMeridian.get(0);
        String waiting = ofMeridian.get(ofMeridian.size() - 1);
        waitsToBeReadAgain(waiting);
        Path configs = stage.home().jobConfigs();
        for (String gone : List.of(
                "partners/meridian.yaml", "partners/meridian.connection.yaml", "partnerships/cascadia-meridian.yaml")) {
            Files.delete(configs.resolve(gone));
        }
        String sent = stage.sendEligibility(stage.newestDate().plusDays(7), lines -> lines);

        Said night = stage.counterpart("nightly");

        assertThat(night.exitCode()).as(night.out() + night.err()).isEqualTo(ExitCode.NEEDS_A_PERSON.code());
        assertThat(night.out()).contains("reading " + waiting + ": ").contains(NOT_CONFIGURED);
        assertThat(stage.stateOf(stage.idOf(sent))).isEqualTo("loaded");
        assertThat(stage.counterpart("status").out()).contains("Needs you:", NOT_CONFIGURED);
        assertThat(stage.counterpart("explain", waiting).out())
                .contains(NOT_CONFIGURED, "./counterpart hold " + waiting);
        assertThat(stage.counterpart("plan").out()).contains(NOT_CONFIGURED);
        Said month = stage.counterpart("monthly", "--month", "2026-10");
        assertThat(month.exitCode()).as(month.out() + month.err()).isZero();
        assertThat(month.out()).contains("for cascadia-lakeshore was issued and delivered");

        Said withdrawn = stage.counterpart("withdraw", loaded, "--reason", "the contract ended");
        assertThat(withdrawn.exitCode()).as(withdrawn.out() + withdrawn.err()).isZero();
        Said again = stage.counterpart("replay", loaded, "--reason", "by mistake");
        assertThat(again.exitCode()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(again.err()).contains(NOT_CONFIGURED);
        assertThat(stage.stateOf(loaded)).isEqualTo("withdrawn");
        assertThat(stage.counterpart("hold", waiting, "--reason", "the contract ended")
                        .exitCode())
                .isZero();
        Said refused = stage.counterpart("refuse", waiting, "--reason", "the contract ended");
        assertThat(refused.exitCode()).as(refused.out() + refused.err()).isZero();
        assertThat(refused.out()).contains("meridian is not told");

        Said after = stage.counterpart("nightly");
        assertThat(after.exitCode()).as(after.out() + after.err()).isEqualTo(ExitCode.NOTHING_TO_DO.code());
        assertThat(stage.counterpart("status").out()).doesNotContain("of meridian/claims");
    }

    /** As a process leaves it that dies between the decision to read a file again and the reading. */
    private void waitsToBeReadAgain(String file) {
        assertThat(stage.counterpart("withdraw", file, "--reason", "the layout was wrong")
                        .exitCode())
                .isZero();
        stage.inside(installation -> {
            installation.get(Decisions.class).replay(new FileId(file), "test", "the layout is mended");
            return installation.status().end("DONE", 0, "replayed");
        });
    }

    private List<String> filesOfMeridian() {
        List<String> ids = new ArrayList<>();
        for (JsonNode file : stage.counterpart("files", "--partner", "meridian", "--json")
                .json()
                .path("files")) {
            ids.add(0, file.path("file").asString());
        }
        return ids;
    }
}
