package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import counterpart.control.ControlStoreException;
import counterpart.control.batch.Counts;
import counterpart.control.batch.ProgressBus;
import counterpart.model.FeedId;
import counterpart.operate.OperatorStage.Said;
import counterpart.receive.FolderLanding;
import counterpart.receive.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Disks that are full, each folder of the home on a small one of its own. */
@Timeout(240)
class FullDiskIT {
    private static final List<String> FOLDERS = List.of("control", "landing", "books", "temp");
    private static final String STOPPED =
            ", so nothing more was begun; make room there, then run the same command again:"
                    + " what is finished stays finished, and it goes on from there";
    private static final int BLOCK = 1 << 16;

    @TempDir
    private Path temp;

    private final SmallDisks disks = new SmallDisks();

    @BeforeEach
    void need_small_disks() {
        assumeTrue(
                disks.possible(temp.resolve("try")), "skipped: making small disks needs root and the right to mount");
    }

    @AfterEach
    void unmount() {
        disks.close();
    }

    @Test
    @Tag("long")
    void a_full_disk_stops_the_night_with_its_name_and_the_next_night_completes() throws Exception {
        Path home = temp.resolve("home");
        try (OperatorStage stage = OperatorStage.set(home)) {
            for (String folder : FOLDERS) {
                assertThat(disks.mount(home.resolve(folder), 96)).isTrue();
            }
            for (String folder : List.of("control", "landing", "books")) { // temp is emptied by every start
                Path ballast = fill(home.resolve(folder));
                Said night = stage.counterpart("nightly");
                assertThat(night.exitCode())
                        .as(folder + ": " + night.out() + night.err())
                        .isEqualTo(ExitCode.INPUT_OUTPUT.code());
                assertThat(night.out() + night.err())
                        .contains("the disk under " + home.resolve(folder) + " has 0 MB free and 33 MB are needed")
                        .contains("make room there, then run the same command again")
                        .doesNotContain("Exception", "\tat ");
                Files.delete(ballast);
            }
            Path temp = home.resolve("temp");
            assertThat(nightThatIsDisturbed(stage, temp, "listRemoteFiles"))
                    .endsWith("the disk under " + temp + " has 0 MB free and 33 MB are needed" + STOPPED);
            Files.delete(temp.resolve("ballast"));

            Path books = home.resolve("books");
            assertThat(nightThatIsDisturbed(stage, books, "checkRowsAndStage"))
                    .containsPattern(
                            "FAILED reading F-\\d{6}: the disk under " + Pattern.quote(books + " has 0 MB free"))
                    .contains("and the job intake failed; make room there, then run the same command again: it goes on")
                    .endsWith("the disk under " + books + " has 0 MB free and 33 MB are needed" + STOPPED);
            Files.delete(books.resolve("ballast"));

            Said night = stage.counterpart("nightly");
            assertThat(night.exitCode()).as(night.out() + night.err()).isZero();
            int files = 0;
            for (JsonNode file : stage.counterpart("files", "--last", "1000", "--json")
                    .json()
                    .path("files")) {
                assertThat(file.path("state").asString()).isIn("loaded", "superseded");
                files++;
            }
            assertThat(files).isGreaterThan(3);
            try (Stream<Path> landed = Files.list(home.resolve("landing"))) {
                assertThat(landed).hasSize(files);
            }
        }
    }

    /** All that a night says whose disk had room when it began, and was filled by somebody else at such a step. */
    private static String nightThatIsDisturbed(OperatorStage stage, Path folder, String at) {
        StringWriter said = new StringWriter();
        assertThatThrownBy(() -> stage.inside(installation -> {
                    installation.listen(filling(folder, at));
                    return new Nightly(installation, new Talk(new PrintWriter(said)))
                            .run(LocalDate.now(Clock.systemUTC()), Nightly.poll(installation));
                }))
                .isInstanceOfSatisfying(ControlStoreException.class, e -> said.append(e.getMessage()));
        return said.toString();
    }

    private static ProgressBus.Listener filling(Path folder, String at) {
        return new ProgressBus.Listener() {
            @Override
            public void stepBegan(String job, String step) {
                if (step.equals(at) && !Files.exists(folder.resolve("ballast"))) {
                    fill(folder);
                }
            }

            @Override
            public void told(String job, String step, String what, long done, long total) {}

            @Override
            public void stepEnded(String job, String step, String outcome, Counts counts) {}
        };
    }

    @Test
    void a_file_that_does_not_fit_is_not_fetched_and_one_that_fills_the_disk_leaves_nothing() throws Exception {
        Path folder = temp.resolve("landing");
        assertThat(disks.mount(folder, 2)).isTrue();
        FolderLanding landing = new FolderLanding(folder, Limits.DEFAULT);
        assertThatThrownBy(() -> landing.requireRoom(1L << 40))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(
                        "the disk under " + folder + " has ",
                        " MB free and 1,048,593 MB are needed",
                        "was not fetched");
        assertThatThrownBy(() -> landing.land(FeedId.of("lakeshore/medical"), out -> out.write(new byte[4 << 20])))
                .isInstanceOf(IOException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    /** Writes until nothing more fits. */
    private static Path fill(Path folder) {
        Path ballast = folder.resolve("ballast");
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] block = new byte[BLOCK];
            while (Files.getFileStore(folder).getUsableSpace() > 0) {
                out.write(block, 0, (int)
                        Math.min(BLOCK, Files.getFileStore(folder).getUsableSpace()));
            }
            return ballast;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
