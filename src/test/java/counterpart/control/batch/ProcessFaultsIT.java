package counterpart.control.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.control.Audit;
import counterpart.control.ControlStoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What befalls the framework's own tables: work at once, an end that cannot be recorded, what somebody plants there. */
@Timeout(120)
class ProcessFaultsIT {
    private static final StepWork NOTHING = (keys, progress) -> Counts.none();
    private static final Map<String, String> OTHER_WORK = Map.of("fileId", "F-000002", "epoch", "0");

    /** How often a planted object came to life, in whatever way. */
    private static final AtomicInteger LIVES = new AtomicInteger();

    @TempDir
    Path home;

    private TwoStepApplication application;
    private JdbcClient control;

    /** What a thief would plant: whoever makes one of it runs his code. */
    public static final class Planted implements Serializable {
        private static final long serialVersionUID = 1;

        public Planted() {
            LIVES.incrementAndGet();
        }

        public void setCommand(String command) {
            LIVES.incrementAndGet();
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            LIVES.incrementAndGet();
            in.defaultReadObject();
        }
    }

    @BeforeEach
    void start() {
        application = TwoStepApplication.start(home);
        control = application.bean(JdbcClient.class);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void a_job_at_work_is_not_taken_for_a_dead_one() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<LaunchResult> first = thread.submit(() -> application.run(
                (keys, progress) -> {
                    working.countDown();
                    goOn.await();
                    return Counts.none();
                },
                NOTHING));
        working.await();

        LaunchResult second = application.bean(LaunchGate.class).run(application.job(NOTHING, NOTHING), OTHER_WORK);
        assertThat(second.outcome()).isEqualTo(LaunchResult.Outcome.DONE);
        assertThat(control.sql("select count(*) from batch_job_execution where status = 'STARTED'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        goOn.countDown();
        assertThat(first.get().outcome()).isEqualTo(LaunchResult.Outcome.DONE);
        thread.shutdown();
        assertThat(application.bean(Audit.class).latest(100))
                .extracting(Audit.Event::act)
                .doesNotContain("recovered", "forgot");
    }

    @Test
    void an_end_that_could_not_be_recorded_is_told_as_the_stores_and_the_next_start_goes_on() {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        StepWork once = counting(first);
        control.sql("alter table batch_step_execution add constraint full_disk"
                        + " check (step_name <> 'settleFile' or status <> 'COMPLETED')")
                .update();

        assertThat(outcomeOf(once, counting(second))).isEqualTo("FAILED");
        assertThat(control.sql("select count(*) from batch_step_execution where exit_message like '%full_disk%'"
                                + " or exit_message like '%\tat %'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(outcomeOf(once, counting(second))).isEqualTo("FAILED");
        control.sql("alter table batch_step_execution drop constraint full_disk")
                .update();

        assertThat(outcomeOf(once, counting(second))).isEqualTo("DONE");
        assertThat(first).as("what was recorded is not done again").hasValue(1);
        assertThat(second).as("what was not recorded is").hasValue(3);
        assertThat(control.sql("select count(*) from batch_job_execution where status = 'UNKNOWN'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_java_object_that_somebody_planted_in_a_context_never_comes_to_life() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Planted());
        }
        refusesToLive(Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }

    @Test
    void a_type_that_somebody_names_in_a_context_is_never_made() {
        String name = Planted.class.getName();
        failAndPlant("{\"x\":[\"java.util.HashMap\",{\"command\":\"id\"}]}");
        assertThat(application.run(NOTHING, NOTHING).outcome())
                .as("what the framework itself may keep is read in this form")
                .isEqualTo(LaunchResult.Outcome.DONE);
        stop();
        home = home.resolve("another");
        start();
        refusesToLive("{\"x\":[\"" + name + "\",{\"command\":\"id\"}]}");
    }

    /** Nothing of it runs, and a sentence says that the store was changed. */
    private void refusesToLive(String planted) {
        failAndPlant(planted);
        LIVES.set(0);

        assertThatThrownBy(() -> application.run(NOTHING, NOTHING))
                .isInstanceOf(ControlStoreException.class)
                .hasMessageContaining("restore")
                .hasMessageNotContaining("Planted");
        assertThat(LIVES).hasValue(0);
    }

    private void failAndPlant(String planted) {
        application.run(NOTHING, (keys, progress) -> {
            throw new IOException("fails, so that the next start reads what is kept");
        });
        for (String table : new String[] {"batch_job_execution_context", "batch_step_execution_context"}) {
            assertThat(control.sql("update " + table + " set short_context = :planted, serialized_context = null")
                            .param("planted", planted)
                            .update())
                    .isPositive();
        }
    }

    private String outcomeOf(StepWork first, StepWork second) {
        try {
            return application.run(first, second).outcome().name();
        } catch (ControlStoreException e) {
            return "FAILED";
        }
    }

    private static StepWork counting(AtomicInteger runs) {
        return (keys, progress) -> {
            runs.incrementAndGet();
            return Counts.none();
        };
    }
}
