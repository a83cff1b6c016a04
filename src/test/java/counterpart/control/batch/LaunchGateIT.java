package counterpart.control.batch;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.control.Audit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class LaunchGateIT {
    private static final StepWork SEVEN_ROWS = (keys, progress) -> {
        Map<String, Long> out = new LinkedHashMap<>();
        out.put("accepted", 5L);
        out.put("rejected", 2L);
        return new Counts(7, out);
    };
    private static final StepWork NOTHING = (keys, progress) -> Counts.none();
    private static final StepWork NEVER = (keys, progress) -> {
        throw new AssertionError("this step has completed and must not run again");
    };

    @TempDir
    Path home;

    private TwoStepApplication application;

    @BeforeEach
    void start() {
        application = TwoStepApplication.start(home);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void a_job_runs_once_with_its_keys_and_keeps_its_counts() {
        AtomicReference<JobKeys> seen = new AtomicReference<>();
        LaunchResult first = application.run(SEVEN_ROWS, (keys, progress) -> {
            seen.set(keys);
            return Counts.none();
        });
        LaunchResult again = application.run(NEVER, NEVER);

        assertThat(seen.get()).isEqualTo(new JobKeys(TwoStepApplication.KEYS));
        assertThat(first.outcome()).isEqualTo(LaunchResult.Outcome.DONE);
        assertThat(again.outcome()).isEqualTo(LaunchResult.Outcome.ALREADY_DONE);
        assertThat(again.countsByStep()).isEqualTo(first.countsByStep());
        assertThat(again.countsByStep())
                .containsEntry("checkRowsAndStage", new Counts(7, Map.of("accepted", 5L, "rejected", 2L)))
                .containsEntry("settleFile", Counts.none());
    }

    @Test
    void a_foreign_failure_leaves_a_sentence_and_none_of_its_text_and_a_rerun_continues() {
        LaunchResult failed = application.run(SEVEN_ROWS, (keys, progress) -> {
            LocalDate.parse(keys.text("fileId") + " JANE DOE 900-00-0000");
            return Counts.none();
        });

        assertThat(failed.outcome()).isEqualTo(LaunchResult.Outcome.FAILED);
        assertThat(failed.failure())
                .contains("settleFile")
                .contains("DateTimeParseException")
                .doesNotContain("JANE");
        assertThat(exitMessages())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text)
                        .contains("StepFailure")
                        .doesNotContain("JANE")
                        .doesNotContain("\tat "));

        assertThat(application.run(NEVER, NOTHING).outcome()).isEqualTo(LaunchResult.Outcome.DONE);
    }

    @Test
    void a_step_of_every_start_runs_again_after_a_failure_behind_it() {
        AtomicInteger printed = new AtomicInteger();
        AtomicInteger inspected = new AtomicInteger();
        StepFactory steps = application.bean(StepFactory.class);
        Job job = new JobBuilder("intake", application.bean(JobRepository.class))
                .start(steps.stepOfEveryStart("renderEdition", (keys, progress) -> {
                    printed.incrementAndGet();
                    return Counts.none();
                }))
                .next(steps.step("inspectEdition", (keys, progress) -> {
                    if (inspected.incrementAndGet() == 1) {
                        throw new StepFailure("the pages are not whole");
                    }
                    return Counts.none();
                }))
                .build();
        LaunchGate gate = application.bean(LaunchGate.class);

        assertThat(gate.run(job, TwoStepApplication.KEYS).outcome()).isEqualTo(LaunchResult.Outcome.FAILED);
        assertThat(gate.run(job, TwoStepApplication.KEYS).outcome()).isEqualTo(LaunchResult.Outcome.DONE);
        assertThat(gate.run(job, TwoStepApplication.KEYS).outcome()).isEqualTo(LaunchResult.Outcome.ALREADY_DONE);
        assertThat(printed).hasValue(2);
    }

    @Test
    void our_own_words_reach_the_operator() {
        LaunchResult failed = application.run(SEVEN_ROWS, (keys, progress) -> {
            throw new IllegalStateException("the key file is missing, so nothing was opened; put it back");
        });

        assertThat(failed.failure()).isEqualTo("the key file is missing, so nothing was opened; put it back");
    }

    @Test
    void counts_that_do_not_balance_fail_the_step_and_are_kept() {
        LaunchResult failed = application.run((keys, progress) -> new Counts(7, Map.of("accepted", 6L)), NEVER);

        assertThat(failed.outcome()).isEqualTo(LaunchResult.Outcome.FAILED);
        assertThat(failed.failure()).contains("took in 7").contains("{accepted=6}");
        assertThat(failed.countsByStep()).containsEntry("checkRowsAndStage", new Counts(7, Map.of("accepted", 6L)));
    }

    @Test
    void the_work_runs_outside_any_transaction_of_the_control_store() {
        AtomicReference<Boolean> inTransaction = new AtomicReference<>();
        application.run(SEVEN_ROWS, (keys, progress) -> {
            inTransaction.set(TransactionSynchronizationManager.isActualTransactionActive());
            return Counts.none();
        });

        assertThat(inTransaction.get()).isFalse();
    }

    @Test
    void an_interrupted_step_is_stopped_and_not_completed() {
        LaunchResult stopped = application.run(SEVEN_ROWS, (keys, progress) -> {
            Thread.currentThread().interrupt(); // and the work comes back early, as if all were done
            return Counts.none();
        });

        assertThat(stopped.outcome()).isEqualTo(LaunchResult.Outcome.STOPPED);
        assertThat(statuses()).containsOnly("STOPPED", "COMPLETED");
        assertThat(application.run(NEVER, NOTHING).outcome()).isEqualTo(LaunchResult.Outcome.DONE);
    }

    @Test
    void closing_the_application_stops_the_step_at_work_and_waits_for_it() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<LaunchResult> result = thread.submit(() -> application.run(SEVEN_ROWS, (keys, progress) -> {
            for (long row = 0; ; row++) {
                progress.told("rows", row, 0);
                working.countDown();
            }
        }));
        working.await();
        application.close();

        assertThat(result.get().outcome()).isEqualTo(LaunchResult.Outcome.STOPPED);
        thread.shutdown();
        start();
        assertThat(statuses()).containsOnly("STOPPED", "COMPLETED");
        assertThat(application.run(NEVER, NOTHING).outcome()).isEqualTo(LaunchResult.Outcome.DONE);
    }

    @Test
    void many_callers_do_the_same_work_once() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        StepWork counted = (keys, progress) -> {
            runs.incrementAndGet();
            return Counts.none();
        };
        application.run(SEVEN_ROWS, (keys, progress) -> {
            throw new IOException("the first attempt fails, so all others are restarts");
        });
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<LaunchResult.Outcome> restart =
                () -> application.run(NEVER, counted).outcome();
        List<LaunchResult.Outcome> outcomes = new java.util.ArrayList<>();
        for (Future<LaunchResult.Outcome> outcome : threads.invokeAll(List.of(restart, restart, restart, restart))) {
            outcomes.add(outcome.get());
        }
        threads.shutdown();

        assertThat(runs).hasValue(1);
        assertThat(outcomes)
                .containsExactlyInAnyOrder(
                        LaunchResult.Outcome.DONE,
                        LaunchResult.Outcome.ALREADY_DONE,
                        LaunchResult.Outcome.ALREADY_DONE,
                        LaunchResult.Outcome.ALREADY_DONE);
    }

    @Test
    void a_job_whose_process_died_is_continued_by_the_next_start() throws Exception {
        application.close();
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TwoStepApplication.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(child.waitFor(Duration.ofMinutes(2).toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                .isTrue();
        assertThat(child.exitValue()).isEqualTo(9);
        start();
        assertThat(statuses()).contains("STARTED");

        assertThat(application.run(NEVER, SEVEN_ROWS).outcome()).isEqualTo(LaunchResult.Outcome.DONE);
        assertThat(application.bean(Audit.class).latest(10))
                .extracting(Audit.Event::act)
                .contains("recovered");
    }

    @Test
    void an_instance_that_was_never_begun_and_one_of_unknown_end_are_freed() {
        JdbcClient control = application.bean(JdbcClient.class);
        application.run(SEVEN_ROWS, (keys, progress) -> {
            throw new IOException("fails");
        });
        control.sql("update batch_job_execution set status = 'UNKNOWN'").update();
        control.sql("update batch_step_execution set status = 'UNKNOWN' where step_name = 'settleFile'")
                .update();
        assertThat(application.run(NEVER, NOTHING).outcome()).isEqualTo(LaunchResult.Outcome.DONE);

        control.sql("delete from batch_step_execution_context").update();
        control.sql("delete from batch_job_execution_context").update();
        control.sql("delete from batch_step_execution").update();
        control.sql("delete from batch_job_execution_params").update();
        control.sql("delete from batch_job_execution").update();
        assertThat(application.run(SEVEN_ROWS, NOTHING).outcome()).isEqualTo(LaunchResult.Outcome.DONE);
    }

    @Test
    void stored_contexts_hold_no_serialized_java_objects() {
        application.run(SEVEN_ROWS, NOTHING);

        assertThat(application
                        .bean(JdbcClient.class)
                        .sql("select short_context from batch_step_execution_context union all"
                                + " select short_context from batch_job_execution_context")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).startsWith("{"));
    }

    private List<String> exitMessages() {
        return application
                .bean(JdbcClient.class)
                .sql("select exit_message from batch_job_execution where status = 'FAILED' union all"
                        + " select exit_message from batch_step_execution where status = 'FAILED'")
                .query(String.class)
                .list();
    }

    private List<String> statuses() {
        return application
                .bean(JdbcClient.class)
                .sql("select status from batch_job_execution union select status from batch_step_execution")
                .query(String.class)
                .list();
    }
}
