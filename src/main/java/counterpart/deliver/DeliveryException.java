package counterpart.deliver;

import counterpart.finding.Trouble;
import org.jspecify.annotations.Nullable;

/** A file was not carried, or nobody can know whether it was. The message names cause, consequence and what to do. */
public final class DeliveryException extends RuntimeException implements Trouble {
    private static final long serialVersionUID = 1L;

    private final Trouble.Kind trouble;
    private final boolean uncertain;

    private DeliveryException(Trouble.Kind trouble, boolean uncertain, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
        this.uncertain = uncertain;
    }

    /** It certainly did not arrive; it may be sent again. */
    public static DeliveryException failed(Trouble.Kind trouble, String message, @Nullable Throwable cause) {
        return new DeliveryException(trouble, false, message, cause);
    }

    /** It may have arrived: all of it was sent, and no answer came. */
    public static DeliveryException uncertain(String message, @Nullable Throwable cause) {
        return new DeliveryException(Trouble.Kind.UNDELIVERED, true, message, cause);
    }

    public boolean isUncertain() {
        return uncertain;
    }

    @Override
    public Trouble.Kind trouble() {
        return trouble;
    }
}
