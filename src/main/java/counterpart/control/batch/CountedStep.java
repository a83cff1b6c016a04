package counterpart.control.batch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.parameters.JobParameter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.StepExecution;

/**
 * One step with the manners that {@link StepFactory} promises. It extends the framework's base class directly: a tasklet
 * step would run the work in a transaction of the control store, and ends as COMPLETED when its thread is interrupted.
 */
final class CountedStep extends AbstractStep {
    private static final Logger log = LoggerFactory.getLogger(CountedStep.class);

    private final StepWork work;
    private final StepCounts counts;
    private final ProgressBus progress;
    private final StopSignal stop;

    CountedStep(
            String name,
            StepWork work,
            JobRepository repository,
            StepCounts counts,
            ProgressBus progress,
            StopSignal stop) {
        super(repository);
        setName(name);
        this.work = work;
        this.counts = counts;
        this.progress = progress;
        this.stop = stop;
    }

    @Override
    protected void doExecute(StepExecution execution) throws JobInterruptedException {
        String job = execution.getJobExecution().getJobInstance().getJobName();
        long began = System.nanoTime();
        progress.stepBegan(job, getName());
        String outcome = "FAILED";
        Counts counted = Counts.none();
        try {
            refuseWhenStopped();
            counted = work.run(keys(execution), (what, done, total) -> tell(job, what, done, total));
            if (Thread.interrupted()) { // the work may have come back early because of it
                throw new StopRequested();
            }
            keep(execution, job, counted);
            outcome = "COMPLETED";
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            if (toldToStop(e)) {
                outcome = "STOPPED";
                throw new JobInterruptedException("the step '" + getName() + "' was asked to stop");
            }
            throw Failures.of(job, getName(), e);
        } finally {
            tellLog(execution, job, outcome, counted, began);
            progress.stepEnded(job, getName(), outcome, counted);
        }
    }

    /** The names of the job and of the step, what the job works for, and numbers: nothing that a partner wrote. */
    private void tellLog(StepExecution execution, String job, String outcome, Counts counted, long began) {
        LoggingEventBuilder line = log.atInfo()
                .addKeyValue("job", job)
                .addKeyValue("step", getName())
                .addKeyValue("outcome", outcome)
                .addKeyValue("in", counted.in())
                .addKeyValue("out", counted.out())
                .addKeyValue("ms", Duration.ofNanos(System.nanoTime() - began).toMillis());
        for (Map.Entry<String, String> key : new TreeMap<>(keys(execution).values()).entrySet()) {
            line = line.addKeyValue(key.getKey(), key.getValue());
        }
        line.log("step ended");
    }

    private void keep(StepExecution execution, String job, Counts counted) {
        counts.keep(execution.getJobExecution().getJobInstance().getId(), job, getName(), counted);
        if (!counted.balance()) {
            throw new StepFailure("the step '" + getName() + "' of " + job + " took in " + counted.in()
                    + " but accounts for " + counted.out()
                    + ": something was lost or counted twice, so nothing after it"
                    + " ran; keep the file and report this as a defect, a rerun will not help");
        }
        execution.setReadCount(counted.in());
    }

    private void tell(String job, String what, long done, long total) {
        refuseWhenStopped();
        progress.told(job, getName(), what, done, total);
    }

    private void refuseWhenStopped() {
        if (stop.isRequested() || Thread.interrupted()) {
            throw new StopRequested();
        }
    }

    /** Libraries wrap what a callback throws, and turn an interruption into failures of their own. */
    private static boolean toldToStop(Throwable failure) {
        boolean interrupted = Thread.interrupted();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StopRequested || cause instanceof InterruptedException) {
                return true;
            }
        }
        return interrupted;
    }

    private static JobKeys keys(StepExecution execution) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (JobParameter<?> parameter : execution.getJobParameters()) {
            if (parameter.identifying()) {
                keys.put(parameter.name(), String.valueOf(parameter.value()));
            }
        }
        return new JobKeys(keys);
    }

    /** Unwinds a step's work when it is told to stop; it says nothing about the work. */
    private static final class StopRequested extends RuntimeException {
        StopRequested() {
            super("asked to stop", null, false, false);
        }
    }
}
