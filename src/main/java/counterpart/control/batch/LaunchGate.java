package counterpart.control.batch;

import counterpart.control.ControlStore;
import counterpart.control.ControlStoreException;
import counterpart.finding.Trouble;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import tools.jackson.core.JacksonException;

/**
 * The only door through which jobs are started. The framework lets two callers restart one instance at the same time, so
 * the same work is done by one caller at a time here, under the lock of the home; a caller that waited finds the work
 * done. Before the first job it frees what a dead process left.
 */
public final class LaunchGate {
    private static final Logger log = LoggerFactory.getLogger(LaunchGate.class);

    private final JobOperator operator;
    private final JobRepository repository;
    private final StepCounts counts;
    private final OrphanRepair repair;
    private final ControlStore store;
    private final JdbcClient control;
    private final StopSignal stop;
    private final Function<String, Job> jobs;

    private final Map<String, Lock> workLocks = new ConcurrentHashMap<>();
    private final ReentrantLock state = new ReentrantLock();
    private final Condition idle = state.newCondition();
    private int running;
    private boolean repaired;

    LaunchGate(
            JobOperator operator,
            JobRepository repository,
            StepCounts counts,
            OrphanRepair repair,
            ControlStore store,
            JdbcClient control,
            StopSignal stop,
            Function<String, Job> jobs) {
        this.operator = operator;
        this.repository = repository;
        this.counts = counts;
        this.repair = repair;
        this.store = store;
        this.control = control;
        this.stop = stop;
        this.jobs = jobs;
    }

    /**
     * Starts or continues the job of this name, which is also the name of its bean.
     *
     * @param keys names and values that identify the work; ids only, they are kept in the control store
     * @throws ControlStoreException when the control store fails
     */
    public LaunchResult run(String job, Map<String, String> keys) {
        return run(jobs.apply(job), keys);
    }

    /**
     * Starts the job for these keys, or continues it where it failed or stopped; returns when it ended. Work that is done
     * is not done again.
     *
     * @param keys names and values that identify the work; ids only, they are kept in the control store
     * @throws ControlStoreException when the control store fails
     */
    public LaunchResult run(Job job, Map<String, String> keys) {
        Lock work = workLocks.computeIfAbsent(job.getName() + new TreeMap<>(keys), name -> new ReentrantLock());
        work.lock();
        try {
            enter();
            try {
                return runAlone(job, parameters(keys));
            } finally {
                leave();
            }
        } catch (JacksonException e) {
            throw new ControlStoreException(
                    "what the control store keeps of the job " + job.getName()
                            + " cannot be read: it is damaged or was changed by hand, so the job did not run; restore the"
                            + " home from the last backup (./counterpart restore --help), then run again",
                    e);
        } finally {
            work.unlock();
        }
    }

    /** Waits until no job runs; answers whether that came to be in time. */
    boolean awaitIdle(Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        state.lock();
        try {
            while (running > 0) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = idle.awaitNanos(nanos);
            }
            return true;
        } finally {
            state.unlock();
        }
    }

    private void enter() {
        state.lock();
        try {
            if (running == 0) {
                // Nothing of ours runs, and the home is ours: whatever calls itself running is dead.
                repair.run();
                if (!repaired) {
                    repaired = true;
                    log.info("orphans=repaired");
                }
            }
            running++;
        } finally {
            state.unlock();
        }
    }

    private void leave() {
        state.lock();
        try {
            running--;
            idle.signalAll();
        } finally {
            state.unlock();
        }
    }

    private LaunchResult runAlone(Job job, JobParameters parameters) {
        JobExecution last = repository.getLastJobExecution(job.getName(), parameters);
        if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
            return new LaunchResult(LaunchResult.Outcome.ALREADY_DONE, null, null, countsOf(last));
        }
        if (stop.isRequested()) {
            return new LaunchResult(LaunchResult.Outcome.STOPPED, null, null, Map.of());
        }
        store.requireRoom();
        JobExecution execution = start(job, parameters);
        forgetForeignText(execution);
        store.requireSynced();
        return result(execution);
    }

    private JobExecution start(Job job, JobParameters parameters) {
        try {
            return operator.start(job, parameters);
        } catch (JobExecutionException | DataAccessException | TransactionException e) {
            throw new ControlStoreException(
                    "the job " + job.getName()
                            + " could not be recorded in the control store, so it did not run; see that its disk has room, then"
                            + " run again",
                    e);
        }
    }

    private LaunchResult result(JobExecution execution) {
        BatchStatus status = execution.getStatus();
        if (status == BatchStatus.COMPLETED) {
            return new LaunchResult(LaunchResult.Outcome.DONE, null, null, countsOf(execution));
        }
        if (status == BatchStatus.STOPPED || status == BatchStatus.STOPPING) {
            return new LaunchResult(LaunchResult.Outcome.STOPPED, null, null, countsOf(execution));
        }
        String shortage = store.shortage().orElse(null);
        return shortage == null
                ? new LaunchResult(
                        LaunchResult.Outcome.FAILED, sentence(execution), trouble(execution), countsOf(execution))
                : new LaunchResult(
                        LaunchResult.Outcome.FAILED,
                        shortage + ", and the job " + execution.getJobInstance().getJobName()
                                + " failed; make room there, then run the same command again: it goes on with the step that"
                                + " failed",
                        Trouble.Kind.INPUT_OUTPUT,
                        countsOf(execution));
    }

    private Map<String, Counts> countsOf(JobExecution execution) {
        return counts.of(execution.getJobInstance().getId());
    }

    private static String sentence(JobExecution execution) {
        StepFailure ours = stepFailure(execution);
        if (ours != null) {
            return String.valueOf(ours.getMessage());
        }
        return "the job " + execution.getJobInstance().getJobName()
                + " ended in a way that could not be recorded; run the same command again: its steps may run twice";
    }

    private static Trouble.Kind trouble(JobExecution execution) {
        StepFailure ours = stepFailure(execution);
        return ours == null ? Trouble.Kind.INTERNAL : ours.trouble();
    }

    private static @Nullable StepFailure stepFailure(JobExecution execution) {
        return execution.getAllFailureExceptions().stream()
                .filter(StepFailure.class::isInstance)
                .map(StepFailure.class::cast)
                .findFirst()
                .orElse(null);
    }

    /**
     * The framework writes the stack of what failed into its tables. Ours is one sentence; of anything else, which can
     * only be the framework's own trouble, nothing is kept there.
     */
    private void forgetForeignText(JobExecution execution) {
        if (execution.getAllFailureExceptions().stream().allMatch(StepFailure.class::isInstance)) {
            return;
        }
        for (String table : new String[] {"batch_job_execution", "batch_step_execution"}) {
            control.sql("update " + table
                            + " set exit_message = '' where job_execution_id = :id and exit_message not like :ours")
                    .param("id", execution.getId())
                    .param("ours", StepFailure.class.getName() + "%")
                    .update();
        }
    }

    private static JobParameters parameters(Map<String, String> keys) {
        JobParametersBuilder parameters = new JobParametersBuilder();
        keys.forEach(parameters::addString);
        return parameters.toJobParameters();
    }
}
