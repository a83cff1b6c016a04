package counterpart.control.batch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
        } catch (StopRequested | InterruptedException e) {
            outcome = "STOPPED";
            throw new JobInterruptedException("the step '" + getName() + "' was asked to stop");
        } catch (StepFailure e) {
            throw e;
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            throw Failures.of(job, getName(), e);
        } finally {
            // The name of the job and of the step, and numbers: nothing that a partner wrote.
            log.info(
                    "job={} step={} outcome={} in={} out={} ms={}",
                    job,
                    getName(),
                    outcome,
                    counted.in(),
                    counted.out(),
                    Duration.ofNanos(System.nanoTime() - began).toMillis());
            progress.stepEnded(job, getName(), outcome, counted);
        }
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
