package counterpart.control.batch;

import counterpart.finding.Trouble;

/** Why a step failed, in a sentence without a partner's data. It has no cause and no stack: those stay in the log. */
public final class StepFailure extends RuntimeException implements Trouble {
    private static final long serialVersionUID = 1L;

    private final Trouble.Kind trouble;

    /** A failure of our own machinery. */
    public StepFailure(String sentence) {
        this(sentence, Trouble.Kind.INTERNAL);
    }

    /** @param trouble what a scheduler should do about it */
    public StepFailure(String sentence, Trouble.Kind trouble) {
        super(sentence, null, false, false);
        this.trouble = trouble;
    }

    @Override
    public Trouble.Kind trouble() {
        return trouble;
    }
}
