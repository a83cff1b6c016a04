package counterpart.crash;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A demo that is killed, and killed again, ends with the pages of one that nobody disturbed. */
@Tag("long")
class DemoKilledIT {
    private static final long SEED = Long.getLong("crash.seed", 4);
    private static final int DEMOS = Integer.getInteger("crash.demos", 4);
    private static final int KILLS = 3;
    private static final int LOOK_MILLIS = 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @Test
    void the_same_command_again_draws_the_pages_of_an_undisturbed_demo() throws Exception {
        Program program = Program.pack(folder);
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        // The first start makes the archive; of all that a demo loads, Java 17 fails to make one.
        assertThat(Command.start(List.of(), program, temporary, List.of("--version"))
                        .end()
                        .exitCode())
                .isZero();
        Path quiet = folder.resolve("quiet");
        Command.Ended undisturbed = demo(program, temporary, quiet).end();
        assertThat(undisturbed.exitCode()).as(undisturbed.out()).isZero();
        Map<String, Sha256> pages = editions(quiet);
        assertThat(pages).hasSizeGreaterThan(1);
        int lines = (int) undisturbed.out().lines().count();

        Random random = new Random(SEED);
        for (int number = 0; number < DEMOS; number++) {
            Path home = folder.resolve("killed-" + number);
            StringBuilder story = new StringBuilder();
            for (int kill = 0; kill < KILLS; kill++) {
                int line = 1 + random.nextInt(lines / 3);
                Command running = demo(program, temporary, home);
                while (running.process().isAlive() && running.said().lines().count() < line) {
                    Thread.sleep(LOOK_MILLIS);
                }
                running.kill();
                story.append("killed after line ").append(line).append(":\n").append(running.said());
            }
            Command.Ended again = demo(program, temporary, home).end();
            assertThat(again.exitCode()).as(story + again.out()).isZero();
            assertThat(editions(home)).as(story + again.out()).isEqualTo(pages);
        }
    }

    private static Command demo(Program program, Path temporary, Path home) throws IOException {
        return Command.start(
                List.of(),
                program,
                temporary,
                List.of("demo", "--home", home.toString(), "--members", "5000", "--months", "6"));
    }

    /** Every file of every edition, by its path. */
    private static Map<String, Sha256> editions(Path home) throws IOException {
        Path editions = home.resolve("editions");
        Map<String, Sha256> files = new TreeMap<>();
        for (Path file : Trees.files(editions)) {
            files.put(file.toString(), Sha256.of(editions.resolve(file)));
        }
        return files;
    }
}
