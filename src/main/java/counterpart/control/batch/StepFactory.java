package counterpart.control.batch;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;

/**
 * The only maker of steps, so that all have the same safe manners: the work runs outside any transaction of the control
 * store and opens its own; an interrupted step ends as STOPPED, never as COMPLETED; a step whose {@link Counts} do not
 * balance fails; a failure leaves one sentence in the store and no text of a foreign exception, which might hold a
 * partner's data.
 */
public final class StepFactory {
    private final JobRepository repository;
    private final StepCounts counts;
    private final ProgressBus progress;
    private final StopSignal stop;

    public StepFactory(JobRepository repository, StepCounts counts, ProgressBus progress, StopSignal stop) {
        this.repository = repository;
        this.counts = counts;
        this.progress = progress;
        this.stop = stop;
    }

    /** A step of the given name that does the given work; a step that completed is not run again by a restart. */
    public Step step(String name, StepWork work) {
        return new CountedStep(name, work, repository, counts, progress, stop);
    }

    /** As {@link #step}, but a restart of the job runs it again even when it completed. */
    public Step stepOfEveryStart(String name, StepWork work) {
        CountedStep step = new CountedStep(name, work, repository, counts, progress, stop);
        step.setAllowStartIfComplete(true);
        return step;
    }
}
