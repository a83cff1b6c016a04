package counterpart.deliver;

import counterpart.finding.Trouble;
import org.jspecify.annotations.Nullable;

/** A file was not carried, or nobody can know whether it was. The message names cause, consequence and what to do. */
public final class DeliveryException extends RuntimeException implements Trouble {
    private static final long serialVersionUID = 1L;

    private final Trouble.Kind trouble;
    private final boolean uncertain;
    private final boolean deferred;

    private DeliveryException(
            Trouble.Kind trouble, boolean uncertain, boolean deferred, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
        this.uncertain = uncertain;
        this.deferred = deferred;
    }

    /** It certainly did not arrive; it may be sent again. */
    public static DeliveryException failed(Trouble.Kind trouble, String message, @Nullable Throwable cause) {
        return new DeliveryException(trouble, false, false, message, cause);
    }

    /** It did not arrive, and the server said that it may take it later. */
    public static DeliveryException deferred(String message, @Nullable Throwable cause) {
        return new DeliveryException(Trouble.Kind.UNAVAILABLE, false, true, message, cause);
    }

    /** It may have arrived: all of it was sent, and no answer came. */
    public static DeliveryException uncertain(String message, @Nullable Throwable cause) {
        return new DeliveryException(Trouble.Kind.UNDELIVERED, true, false, message, cause);
    }

    public boolean isUncertain() {
        return uncertain;
    }

    public boolean isDeferred() {
        return deferred;
    }

    @Override
    public Trouble.Kind trouble() {
        return trouble;
    }
}
