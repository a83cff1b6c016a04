package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.operate.OperatorStage.Said;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A load's file that changed on the disk: what commands say, and both ways out. */
@Timeout(240)
@Tag("long")
class DamagedLoadIT {
    private static final String WHY = "the disk changed a page";

    @TempDir
    private Path temp;

    @Test
    void each_command_that_reads_it_names_it_and_reading_the_file_again_mends_it() throws IOException {
        Path home = temp.resolve("home");
        try (OperatorStage stage = OperatorStage.set(home)) {
            keepOneEligibilityFile(home);
            Said night = stage.counterpart("nightly");
            assertThat(night.exitCode()).as(night.out() + night.err()).isLessThan(ExitCode.NEEDS_A_PERSON.code());
            Path load;
            try (Stream<Path> loads = Files.list(home.resolve("books/loads"))) {
                load = loads.findFirst().orElseThrow();
            }
            String id = load.getFileName().toString().replaceFirst("-[0-9]+$", "");
            Path file = load.resolve("coverage_span.parquet");
            changeAPage(file);

            String sentence = "the books are not whole: " + file + " is not as it was written, by its SHA-256,"
                    + " so nothing was read from them and nothing was changed. Restore the home from the last backup"
                    + " (./counterpart restore --help), or take the file out and read it again from the archive:"
                    + " ./counterpart withdraw " + id + " --reason \"...\", then ./counterpart replay " + id;
            assertTold(stage.counterpart("monthly", "--month", "2026-10"), sentence);
            assertTold(stage.counterpart("rejects", id), sentence);
            assertTold(
                    stage.counterpart("backup", "--to", temp.resolve("backups").toString()), sentence);
            assertTold(
                    stage.counterpart("doctor"),
                    "1 file is gone or not as it was written, the first is " + file
                            + "; restore the home from the last backup");
            stage.sendEligibility(stage.newestDate().plusDays(7), lines -> lines);
            assertTold(stage.counterpart("nightly"), sentence);
            assertThat(Files.readString(stage.home().statusPage()))
                    .contains("CP-A05", "the books are not whole", "./counterpart explain run");

            for (String act : List.of("withdraw", "replay")) {
                Said done = stage.counterpart(act, id, "--reason", WHY);
                assertThat(done.exitCode()).as(done.out() + done.err()).isZero();
            }
            Said mended = stage.counterpart("nightly");
            assertThat(mended.exitCode()).as(mended.out() + mended.err()).isLessThan(ExitCode.NEEDS_A_PERSON.code());
            assertThat(stage.counterpart("doctor").out()).contains("every file is as it was written");
        }
    }

    private static void assertTold(Said said, String sentence) {
        assertThat(said.exitCode()).as(said.out() + said.err()).isEqualTo(ExitCode.INPUT_OUTPUT.code());
        assertThat(said.out() + said.err())
                .contains(sentence)
                .doesNotContain("Exception", "\tat ", "duckdb", "ZSTD", "Parquet reader");
    }

    private static void keepOneEligibilityFile(Path home) throws IOException {
        try (Stream<Path> tree = Files.walk(home.resolve("sample/servers"))) {
            List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
            String kept = files.stream()
                    .map(Path::toString)
                    .filter(name -> name.matches(".*_ELIG_FULL_.*\\.txt"))
                    .reduce((a, b) -> b)
                    .orElseThrow();
            for (Path file : files) {
                if (!file.toString().startsWith(kept)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void changeAPage(Path parquet) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(parquet.toFile(), "rw")) {
            long at = file.length() / 3;
            file.seek(at);
            int was = file.read();
            file.seek(at);
            file.write(was ^ 1);
        }
    }
}
