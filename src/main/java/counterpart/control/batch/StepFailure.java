package counterpart.control.batch;

/** Why a step failed, in a sentence without a partner's data. It has no cause and no stack: those stay in the log. */
public final class StepFailure extends RuntimeException {
    public StepFailure(String sentence) {
        super(sentence, null, false, false);
    }
}
