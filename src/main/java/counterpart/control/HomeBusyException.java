package counterpart.control;

/** Another process owns the home. The message names it and says what to do. */
public final class HomeBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HomeBusyException(String message) {
        super(message);
    }
}
