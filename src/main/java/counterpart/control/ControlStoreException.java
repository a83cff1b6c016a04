package counterpart.control;

import counterpart.finding.Trouble;
import org.jspecify.annotations.Nullable;

/** The control store cannot be relied on. The message says what is wrong, what it means and what to do. */
public final class ControlStoreException extends RuntimeException implements Trouble {
    public ControlStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public Trouble.Kind trouble() {
        return Trouble.Kind.INPUT_OUTPUT;
    }
}
