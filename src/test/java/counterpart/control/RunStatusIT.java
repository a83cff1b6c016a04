package counterpart.control;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.Home;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunStatusIT {
    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private Home home;
    private HomeLock lock;
    private ControlStore store;
    private RunLog runs;

    @BeforeEach
    void open() {
        home = new Home(folder);
        lock = HomeLock.take(home, "nightly", clock);
        store = ControlStore.open(lock, clock);
        runs = new RunLog(JdbcClient.create(store.dataSource()), clock);
    }

    @AfterEach
    void close() {
        store.close();
        lock.close();
    }

    @Test
    void a_home_without_a_run_has_no_status() {
        assertThat(StatusFile.read(home)).isEmpty();
    }

    @Test
    void the_file_follows_the_run_from_start_to_end() {
        RunStatus status = status();
        status.begin("nightly");
        status.facts(Map.of("LOADED", 4L), List.of("F-000003 is held: release or refuse it"), List.of("lakeshore/medical by 06:00"));
        status.step("intake", "checkRowsAndStage");
        clock.forward(Duration.ofSeconds(2));
        status.progress("intake", "checkRowsAndStage", "rows", 50_000, 120_000);
        status.progress("intake", "checkRowsAndStage", "rows", 50_001, 120_000);

        StatusFile during = StatusFile.read(home).orElseThrow();
        assertThat(during.present())
                .as("the second progress came too soon to be written")
                .isEqualTo(new StatusFile.Present(
                        "nightly",
                        ProcessHandle.current().pid(),
                        MovableClock.START,
                        "intake",
                        "checkRowsAndStage",
                        "rows",
                        50_000,
                        120_000));
        assertThat(during.files()).isEqualTo(Map.of("LOADED", 4L));

        assertThat(status.end("DONE", 10, "4 files, 2 rows rejected")).isEqualTo(10);
        StatusFile after = StatusFile.read(home).orElseThrow();
        assertThat(after.present()).isNull();
        assertThat(after.lastRuns())
                .isEqualTo(Map.of(
                        "nightly",
                        new StatusFile.Last(
                                MovableClock.START, clock.instant(), "DONE", 10, "4 files, 2 rows rejected")));
        assertThat(after.needsPerson()).containsExactly("F-000003 is held: release or refuse it");
    }

    @Test
    void the_next_run_says_that_the_last_was_killed_and_keeps_what_it_said_about_files() {
        RunStatus killed = status();
        killed.begin("nightly");
        killed.facts(Map.of("HELD", 1L), List.of("F-000003 is held"), List.of());

        RunStatus next = status();
        next.begin("monthly");
        StatusFile said = StatusFile.read(home).orElseThrow();
        assertThat(said.lastRuns()).hasEntrySatisfying("nightly", last -> assertThat(last.outcome())
                .isEqualTo("KILLED"));
        assertThat(said.files()).isEqualTo(Map.of("HELD", 1L));
        assertThat(runs.latest(5)).extracting(RunLog.Run::outcome).containsExactly("RUNNING", "KILLED");
    }

    private RunStatus status() {
        return new RunStatus(home, store, runs, clock);
    }

    private static final class MovableClock extends Clock {
        static final Instant START = Instant.parse("2026-11-10T03:00:00Z");
        private Instant now = START;

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
