package counterpart.control.batch;

/**
 * The work of one step. It may run twice: a step that was cut short starts again from its beginning, and finds what it
 * left behind.
 */
@FunctionalInterface
public interface StepWork {
    /** @throws Exception when our own machinery fails; data faults are no exceptions */
    Counts run(JobKeys keys, Progress progress) throws Exception;
}
