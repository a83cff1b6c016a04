package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.control.RunLog;
import counterpart.control.batch.JobHistory;
import counterpart.model.Home;
import counterpart.sample.Scenario;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The machine's clock is moved back, as a time server or a person does it. */
@Tag("long")
class ClockIT {
    private static final Scenario SMALL = new Scenario(3, 60, 2, LocalDate.of(2026, 11, 10), Scenario.Faults.NONE);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 12);
    private static final Instant NOON = DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private final Talk talk = new Talk(new PrintWriter(said));
    private final DemoClock clock = new DemoClock(NOON, ZoneOffset.UTC);

    @Test
    void no_business_date_comes_twice_none_is_left_out_and_no_duration_is_negative() throws Exception {
        try (DemoStage stage = DemoStage.set(new Home(folder.resolve("home")), SMALL, false, talk)) {
            List<Long> polls = new ArrayList<>();
            assertThat(night(stage, Duration.ofHours(-3), polls)).isEqualTo(DAY);
            clock.moveTo(NOON.minus(Duration.ofDays(1)));
            assertThat(night(stage, Duration.ZERO, polls)).isEqualTo(DAY);
            assertThat(said.toString())
                    .contains("The clock says 2026-11-11, but the night of 2026-11-12 was run already")
                    .contains("say --date 2026-11-11");
            clock.moveTo(NOON.plus(Duration.ofDays(1)));
            assertThat(night(stage, Duration.ZERO, polls)).isEqualTo(DAY.plusDays(1));

            assertThat(polls)
                    .as("a look is never taken for an earlier one")
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(inside(stage, ClockIT::reconciledDates)).containsExactly("2026-11-12", "2026-11-13");
            assertThat(inside(stage, ClockIT::durations)).hasSize(3).first().isEqualTo("-");
        }
    }

    /** @param meanwhile how far the clock is moved while the night runs */
    private LocalDate night(DemoStage stage, Duration meanwhile, List<Long> polls) {
        return inside(stage, installation -> {
            LocalDate date = BusinessDates.today(installation, talk);
            String poll = Nightly.poll(installation);
            polls.add(Long.parseLong(poll));
            Nightly.Result result = new Nightly(installation, talk).run(date, poll);
            clock.moveTo(clock.instant().plus(meanwhile));
            Closing.tell(installation, result.exitCode(), result.summary());
            return date;
        });
    }

    private <T> T inside(DemoStage stage, java.util.function.Function<Installation, T> work) {
        try (Installation installation = Installation.open(stage.home(), stage.configuration(), clock, "nightly")) {
            return work.apply(installation);
        }
    }

    private static List<String> reconciledDates(Installation installation) {
        JdbcClient control = installation.get(JdbcClient.class);
        assertThat(new JobHistory(control).unfinished("reconcile")).isEmpty();
        return control.sql("select distinct p.parameter_value from batch_job_execution_params p"
                        + " where p.parameter_name = 'asOf' order by 1")
                .query(String.class)
                .list();
    }

    /** The oldest run first, without the one that asks. */
    private static List<String> durations(Installation installation) {
        List<RunLog.Run> runs = new ArrayList<>(installation.get(RunLog.class).latest(100));
        runs.removeIf(run -> run.exitCode() == null);
        java.util.Collections.reverse(runs);
        return runs.stream().map(RunsCommand::took).toList();
    }
}
