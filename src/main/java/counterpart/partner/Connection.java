package counterpart.partner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a partner's SFTP server. Exactly one of password and key file is present.
 *
 * @param hostKeys fingerprints that the server may show, as {@code ssh-keygen -l} prints them
 *     ({@code SHA256:...}); one or two, never none
 * @param timeout longest wait for connecting, for authentication and for any one answer
 * @param retries how often a server that cannot be reached is tried again, after longer and longer waits; a login that
 *     was refused is never tried again
 */
public record Connection(
        String host,
        int port,
        String user,
        @Nullable Secret password,
        @Nullable Path keyFile,
        @Nullable Secret keyPassphrase,
        List<String> hostKeys,
        Duration timeout,
        int retries) {
    /** A connection that is tried once. */
    public Connection(
            String host,
            int port,
            String user,
            @Nullable Secret password,
            @Nullable Path keyFile,
            @Nullable Secret keyPassphrase,
            List<String> hostKeys,
            Duration timeout) {
        this(host, port, user, password, keyFile, keyPassphrase, hostKeys, timeout, 0);
    }

    public Connection {
        hostKeys = List.copyOf(hostKeys);
        if (hostKeys.isEmpty()) {
            throw new IllegalArgumentException("a connection needs a pinned host key");
        }
        if ((password == null) == (keyFile == null)) {
            throw new IllegalArgumentException("a connection has a password or a key file");
        }
    }
}
