package counterpart.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.model.Home;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
            assertThat(HomeLock.owner(home)).hasValueSatisfying(owner -> assertThat(owner.pid())
                    .isEqualTo(holder.pid()));
        } finally {
            holder.destroyForcibly().waitFor();
        }

        assertThat(HomeLock.owner(home)).isEmpty();
        HomeLock.take(home, "monthly", CLOCK).close();
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
