package counterpart.partner.sftp;

import counterpart.model.PartnerId;
import counterpart.partner.Connection;
import counterpart.partner.PartnerServerException;
import counterpart.partner.PartnerServerException.Kind;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.InterruptedByTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** Turns what went wrong on a connection into one sentence: cause, consequence, next command. */
final class Failures {
    private static final String AGAIN = "Nothing is lost. Next: run the same command again later.";

    private final PartnerId partner;
    private final Connection connection;
    private final PinnedHostKeys hostKeys;
    private final StrictAlgorithms algorithms;

    Failures(PartnerId partner, Connection connection, PinnedHostKeys hostKeys, StrictAlgorithms algorithms) {
        this.partner = partner;
        this.connection = connection;
        this.hostKeys = hostKeys;
        this.algorithms = algorithms;
    }

    /** @param act what was tried, as in "it failed to log in" */
    PartnerServerException of(String act, Throwable cause) {
        if (hostKeys.refused() != null) {
            return refusedKey(cause);
        }
        if (algorithms.weakness() != null) {
            return new PartnerServerException(
                    Kind.HOST_KEY,
                    place() + " was refused because " + algorithms.weakness()
                            + "; nothing was transferred. Next: ask the partner to offer AES-GCM or AES-CTR with"
                            + " SHA-2 and an Ed25519, ECDSA or rsa-sha2 host key.",
                    cause);
        }
        Kind kind = kindOf(cause);
        return new PartnerServerException(kind, sentence(kind, act, cause), cause);
    }

    PartnerServerException protocol(String sentence) {
        return new PartnerServerException(Kind.PROTOCOL, place() + ": " + sentence, null);
    }

    PartnerServerException conflict(String path) {
        return new PartnerServerException(
                Kind.CONFLICT,
                place() + " holds another file under " + path
                        + "; ours was not sent. Next: ask the partner to move it away, then run the same command again.",
                null);
    }

    private PartnerServerException refusedKey(Throwable cause) {
        return new PartnerServerException(
                Kind.HOST_KEY,
                place() + " shows the host key " + hostKeys.refused() + ", pinned is "
                        + String.join(" or ", connection.hostKeys())
                        + "; nothing was sent, not even the login. Next: ask the partner by another way than this"
                        + " connection; if the key is theirs, write it to connection.hostKeys in job-configs/partners/"
                        + partner + ".yaml and run './counterpart config check'.",
                cause);
    }

    private String sentence(Kind kind, String act, Throwable cause) {
        String failed = place() + ": failed " + act;
        return switch (kind) {
            case AUTHENTICATION ->
                place() + " does not accept the login of " + connection.user() + " by "
                        + (connection.password() != null ? "password" : "key")
                        + "; one attempt was made and nothing was transferred. Next: write the right login to"
                        + " job-configs/partners/" + partner
                        + ".yaml ('./counterpart secrets encrypt' for its secret), then './counterpart config check'.";
            case PERMISSION ->
                failed + ": the server refuses it to " + connection.user()
                        + ". Next: ask the partner for the permission, then run the same command again.";
            case NOT_FOUND ->
                failed + ": there is no such file or directory. Next: ask the partner, or correct the"
                        + " directory in job-configs/partners/" + partner + ".yaml.";
            case TIMEOUT ->
                failed + ": no answer within " + connection.timeout().toSeconds() + " seconds. " + AGAIN;
            case UNREACHABLE -> failed + ": no connection (" + reason(cause) + "). " + AGAIN;
            default ->
                failed + ": the server broke the protocol (" + reason(cause) + "). " + AGAIN
                        + " If it happens again, tell the partner.";
        };
    }

    private static Kind kindOf(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SftpException sftp) {
                return kindOf(sftp.getStatus());
            }
            if (t instanceof SocketTimeoutException
                    || t instanceof TimeoutException
                    || t instanceof InterruptedByTimeoutException
                    || mentions(t, "timeout", "timed out", "without reply", "without having received")) {
                return Kind.TIMEOUT;
            }
            if (t instanceof SshException ssh && isAboutTheLogin(ssh)) {
                return Kind.AUTHENTICATION;
            }
            if (t instanceof ConnectException
                    || t instanceof NoRouteToHostException
                    || t instanceof UnknownHostException
                    || t instanceof UnresolvedAddressException
                    || isTheLineClosed(t)) {
                return Kind.UNREACHABLE;
            }
        }
        return mentions(root(failure), "clos", "reset", "eof", "broken pipe", "disconnect")
                ? Kind.UNREACHABLE
                : Kind.PROTOCOL;
    }

    /** These often come without a message, so their type has to speak. */
    private static boolean isTheLineClosed(Throwable t) {
        return t instanceof ClosedChannelException || t instanceof EOFException;
    }

    private static boolean isAboutTheLogin(SshException ssh) {
        return ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
                || ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_ILLEGAL_USER_NAME
                || mentions(ssh, "private key", "too many authentication failures");
    }

    private static Kind kindOf(int status) {
        return switch (status) {
            case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH -> Kind.NOT_FOUND;
            case SftpConstants.SSH_FX_PERMISSION_DENIED, SftpConstants.SSH_FX_WRITE_PROTECT -> Kind.PERMISSION;
            case SftpConstants.SSH_FX_FILE_ALREADY_EXISTS -> Kind.CONFLICT;
            case SftpConstants.SSH_FX_NO_CONNECTION, SftpConstants.SSH_FX_CONNECTION_LOST -> Kind.UNREACHABLE;
            default -> Kind.PROTOCOL;
        };
    }

    private static boolean mentions(Throwable t, String... words) {
        String message = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (message.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable failure) {
        Throwable t = failure;
        while (t.getCause() != null) {
            t = t.getCause();
        }
        return t;
    }

    private static String reason(Throwable cause) {
        Throwable root = root(cause);
        if (isTheLineClosed(root)) {
            return "the line was closed";
        }
        String message = root.getMessage();
        return RemoteNames.shown(message == null ? root.getClass().getSimpleName() : message);
    }

    private String place() {
        return partner + " (" + connection.host() + ":" + connection.port() + ")";
    }
}
