package counterpart.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.model.Home;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
    @TempDir
    private Path folder;

    private final Clock clock = Clock.systemUTC();

    @Test
    void a_second_process_is_refused_and_told_who_owns_the_home() throws Exception {
        Home home = new Home(folder);
        Process holder = holder();
        try {
            awaitTaken(holder);

            assertThatThrownBy(() -> HomeLock.take(home, "monthly", clock))
                    .isInstanceOf(HomeBusyException.class)
                    .hasMessageContaining("'nightly' (process " + holder.pid())
                    .hasMessageContaining("status");
            assertThat(HomeLock.owner(home))
                    .hasValueSatisfying(owner -> assertThat(owner.pid()).isEqualTo(holder.pid()));
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_killed_owner_leaves_the_home_free() throws Exception {
        Home home = new Home(folder);
        Process holder = holder();
        awaitTaken(holder);
        holder.destroyForcibly();
        assertThat(holder.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertThat(HomeLock.owner(home)).isEmpty();
        try (HomeLock taken = HomeLock.take(home, "nightly", clock)) {
            assertThat(taken).isNotNull();
        }
    }

    @Test
    void taking_a_home_empties_its_work_in_progress_and_nothing_else() throws Exception {
        Home home = new Home(folder);
        Files.createDirectories(home.temp().resolve("F-000001-1"));
        Files.writeString(home.temp().resolve("F-000001-1/part"), "half");
        Files.createDirectories(home.landing());
        Files.writeString(home.landing().resolve("F-000001"), "whole");

        try (HomeLock taken = HomeLock.take(home, "nightly", clock)) {
            assertThat(taken).isNotNull();
            assertThat(home.temp()).isEmptyDirectory();
            assertThat(home.landing().resolve("F-000001")).hasContent("whole");
        }
    }

    @Test
    void nobody_owns_a_home_that_does_not_exist() {
        assertThat(HomeLock.owner(new Home(folder.resolve("nowhere")))).isEmpty();
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    private Process holder() throws Exception {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HomeHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void awaitTaken(Process holder) throws Exception {
        BufferedReader out = new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.readLine()).isEqualTo("taken true");
    }
}
