package counterpart.finding;

/**
 * A failure of machinery, ours or a partner's, that knows what a scheduler should do about it. Exceptions that reach a
 * command implement it; what does not is {@link Kind#INTERNAL}.
 */
public interface Trouble {
    Kind trouble();

    /** What kind of trouble it is; each has an exit code. */
    enum Kind {
        /** A server does not answer; try again later. */
        UNAVAILABLE,
        /** A server's answers make no sense, or a transfer is not what it should be. */
        PROTOCOL,
        /** Host key, login or permission was refused; do not try again by itself. */
        SECURITY,
        /** Something that is needed is not configured. */
        CONFIGURATION,
        /** Disk or database cannot be written or read. */
        INPUT_OUTPUT,
        /** Somebody did not get what was meant for him, or may not have got it; a person must look. */
        UNDELIVERED,
        /** Our own machinery failed. */
        INTERNAL
    }

    /** The kind of a failure, by itself or by what caused it. */
    static Kind kindOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Trouble trouble) {
                return trouble.trouble();
            }
            if (cause instanceof java.io.IOException || cause instanceof java.io.UncheckedIOException) {
                return Kind.INPUT_OUTPUT;
            }
        }
        return Kind.INTERNAL;
    }
}
