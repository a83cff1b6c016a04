package counterpart.keep;

import counterpart.finding.Trouble;
import org.jspecify.annotations.Nullable;

/** A copy could not be made or is not to be trusted. The message says what, what that means and what to do next. */
public final class KeepException extends RuntimeException implements Trouble {
    private static final long serialVersionUID = 1L;

    private final Trouble.Kind kind;

    KeepException(Trouble.Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    KeepException(String message, @Nullable Throwable cause) {
        this(Trouble.Kind.INPUT_OUTPUT, message, cause);
    }

    @Override
    public Trouble.Kind trouble() {
        return kind;
    }
}
