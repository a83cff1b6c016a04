package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.operate.OperatorStage.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner sends control files, and one of them is wrong. */
class ControlFileIT {
    @TempDir
    private Path folder;

    @Test
    void a_wrong_control_file_refuses_its_file_and_a_right_one_lets_it_be_read_again() throws Exception {
        try (OperatorStage stage = FirstNight.in(folder.resolve("home"))) {
            Path partner = stage.home().jobConfigs().resolve("partners/lakeshore.yaml");
            Files.writeString(
                    partner,
                    Files.readString(partner).replaceFirst("complete: \\{marker: .done}", "complete: {control: .ctl}"));
            Path outbox = stage.home().root().resolve("sample/servers/lakeshore/outbox");
            String name = stage.sendEligibility(stage.newestDate().plusDays(7), lines -> lines);
            Path file = outbox.resolve(name);
            Path control = outbox.resolve(name + ".ctl");
            stage.counterpart("nightly");
            assertThat(stage.counterpart("files", "--last", "1000").out())
                    .as("without its control file it waits")
                    .doesNotContain(name);

            String right = name + "|" + Files.size(file) + "|" + sha256sum(file) + "||\n";
            Files.writeString(control, right.replace(name + "|", name + "|1"));
            Said refused = stage.counterpart("nightly");
            String id = stage.idOf(name);
            assertThat(refused.exitCode()).isEqualTo(ExitCode.NEEDS_A_PERSON.code());
            assertThat(stage.stateOf(id)).isEqualTo("refused");
            assertThat(stage.counterpart("explain", id).out())
                    .contains("F-007", "The control file states 1" + Files.size(file) + " bytes; " + Files.size(file))
                    .contains("replay " + id, "when only its control file was wrong, and both were sent again");
            assertThat(stage.remote("lakeshore", "acks")).contains(name + "_REJECTED.ack.csv");

            Files.writeString(control, right);
            send(file);
            assertThat(stage.counterpart("nightly").exitCode()).isLessThan(ExitCode.USAGE.code());
            Said again = stage.counterpart("replay", id, "--reason", "the partner has mended its control file");
            assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
            assertThat(stage.stateOf(id)).isEqualTo("loaded");
            assertThat(stage.remote("lakeshore", "acks")).anyMatch(answer -> answer.startsWith(name + "_ACCEPTED"));
        }
    }

    /** The same bytes once more: a new time is what a server shows of that. */
    private static void send(Path file) throws IOException {
        Files.writeString(file, Files.readString(file));
        Path control = file.resolveSibling(file.getFileName() + ".ctl");
        Files.setLastModifiedTime(control, Files.getLastModifiedTime(file));
    }

    private static String sha256sum(Path file) throws IOException {
        Process program = new ProcessBuilder("sha256sum", file.toString()).start();
        return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ")[0];
    }
}
