package counterpart.report.pdf;

/** The pages cannot be printed without losing something; the message says what and where. */
public final class UnprintableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnprintableException(String message) {
        super(message);
    }
}
