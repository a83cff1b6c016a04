package counterpart.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import counterpart.model.Home;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-10T03:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void home() {
        home = new Home(folder.resolve("home"));
    }

    /** Takes the home, says so, and holds it until its input ends. */
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            HomeLock.take(new Home(Path.of(arguments[0])), "nightly --date 2026-11-09", CLOCK);
            System.out.println("taken");
            System.in.read();
            Runtime.getRuntime().halt(9);
        }
    }

    @Test
    void a_second_process_is_told_who_owns_the_home_and_gets_it_when_the_owner_dies() throws Exception {
        Process holder = Children.start(Holder.class, home.root().toString());
        try (BufferedReader said = holder.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("taken");

            assertThatThrownBy(() -> HomeLock.take(home, "status", CLOCK))
                    .isInstanceOf(HomeBusyException.class)
                    .hasMessageContaining("nightly --date 2026-11-09")
                    .hasMessageContaining("process " + holder.pid())
                    .hasMessageContaining("since 2026-11-10T03:00:00Z");
            assertThat(HomeLock.owner(home))
                    .hasValueSatisfying(owner -> assertThat(owner.pid()).isEqualTo(holder.pid()));
        } finally {
            holder.destroyForcibly().waitFor();
        }

        assertThat(HomeLock.owner(home)).isEmpty();
        HomeLock.take(home, "monthly", CLOCK).close();
    }

    /** Looks into the home until its input ends, and gives it back. */
    static final class Looker {
        public static void main(String[] arguments) throws Exception {
            try (HomeLock look = HomeLock.look(new Home(Path.of(arguments[0])), "files", CLOCK)) {
                System.out.println("looking " + look.owner().command());
                System.in.read();
            }
        }
    }

    @Test
    void whoever_wants_the_home_waits_for_a_look() throws Exception {
        Process looker = Children.start(Looker.class, home.root().toString());
        try (BufferedReader said = looker.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("looking files");

            CompletableFuture<HomeLock> taken =
                    CompletableFuture.supplyAsync(() -> HomeLock.take(home, "nightly", CLOCK));
            await().during(Duration.ofSeconds(1)).until(() -> !taken.isDone());
            looker.outputWriter().close();

            try (HomeLock lock = taken.get(30, TimeUnit.SECONDS)) {
                assertThat(lock.owner().command()).isEqualTo("nightly");
            }
        } finally {
            looker.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_look_leaves_work_in_progress_as_it_lies() throws Exception {
        Files.createDirectories(home.temp());
        Files.writeString(home.temp().resolve("notes"), "half done");

        HomeLock.look(home, "files", CLOCK).close();

        assertThat(home.temp().resolve("notes")).exists();
    }

    @Test
    void looking_does_not_take_the_home_from_this_process() {
        assertThat(HomeLock.owner(home)).isEmpty();
        try (HomeLock lock = HomeLock.take(home, "nightly", CLOCK)) {
            assertThat(HomeLock.owner(home)).contains(lock.owner());
            assertThatThrownBy(() -> HomeLock.take(home, "monthly", CLOCK)).isInstanceOf(HomeBusyException.class);
            assertThat(HomeLock.owner(home)).contains(lock.owner());
        }
        assertThat(HomeLock.owner(home)).isEmpty();
    }

    @Test
    void what_a_dead_process_left_in_the_temp_folder_is_gone() throws Exception {
        Files.createDirectories(home.temp().resolve("duckdb"));
        Files.writeString(home.temp().resolve("duckdb").resolve("spill"), "rows");

        try (HomeLock lock = HomeLock.take(home, "nightly", CLOCK)) {
            assertThat(lock.home().temp()).isEmptyDirectory();
        }
    }
}
