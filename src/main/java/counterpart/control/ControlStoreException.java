package counterpart.control;

import org.jspecify.annotations.Nullable;

/** The control store cannot be relied on. The message says what is wrong, what it means and what to do. */
public final class ControlStoreException extends RuntimeException {
    public ControlStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
