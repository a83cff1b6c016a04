package counterpart.watch;

/** A channel did not take a message. The sentence names no secret; the next run tries again. */
public final class AlertException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AlertException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public AlertException(String sentence) {
        super(sentence);
    }
}
