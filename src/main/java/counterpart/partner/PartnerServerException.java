package counterpart.partner;

import counterpart.finding.Trouble;
import org.jspecify.annotations.Nullable;

/** Work on a partner's server failed. The message names the cause, its consequence and the next command. */
public final class PartnerServerException extends RuntimeException implements Trouble {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What kind of failure it was; it decides whether a scheduler should try again. */
    public enum Kind {
        /** No connection: name, route, port, or the server closed it. Try again later. */
        UNREACHABLE,
        /** The server did not answer in time. Try again later. */
        TIMEOUT,
        /** The server shows a key that nobody approved, or only algorithms that we refuse. Never try again by itself. */
        HOST_KEY,
        /** The server refuses our user, password or key. Never try again by itself: accounts get locked. */
        AUTHENTICATION,
        /** The server refuses one operation to us. */
        PERMISSION,
        /** A directory or file that should be there is not. */
        NOT_FOUND,
        /** Another file lies where ours should go. */
        CONFLICT,
        /** The server's answers make no sense, or a transfer is not what it should be. */
        PROTOCOL
    }

    public PartnerServerException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public Trouble.Kind trouble() {
        return switch (kind) {
            case UNREACHABLE, TIMEOUT -> Trouble.Kind.UNAVAILABLE;
            case HOST_KEY, AUTHENTICATION, PERMISSION -> Trouble.Kind.SECURITY;
            case NOT_FOUND, CONFLICT, PROTOCOL -> Trouble.Kind.PROTOCOL;
        };
    }
}
