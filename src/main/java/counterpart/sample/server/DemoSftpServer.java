package counterpart.sample.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * One partner's SFTP server on this machine's loopback address. It serves one folder and nothing outside it, to one user
 * with a password, without a shell and without forwarding. Its host key is made once and kept in a file, so that its
 * fingerprint can be pinned.
 */
public final class DemoSftpServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MOST_SESSIONS = 32;
    private static final int MOST_CHANNELS_A_SESSION = 4;
    private static final int MOST_OPEN_FILES_A_SESSION = 64;
    private static final int MOST_LOGIN_ATTEMPTS = 3;
    private static final Duration LOGIN_WITHIN = Duration.ofSeconds(20);
    private static final Duration IDLE_FOR = Duration.ofMinutes(5);

    private final Place place;
    private final String fingerprint;
    private final SshServer server;

    /**
     * Where the server keeps its things.
     *
     * @param root the folder that the user sees as {@code /}; made when it is not there
     * @param hostKey file of the host key (OpenSSH form, readable by its owner only); made when it is not there
     * @param arrivals manifest of arrival times, see {@link DemoSftpServer#applyArrivals()}
     * @param port 0 lets the system choose a free one
     */
    public record Place(Path root, Path hostKey, Path arrivals, int port) {
        public Place {
            root = root.toAbsolutePath().normalize();
            hostKey = hostKey.toAbsolutePath().normalize();
            arrivals = arrivals.toAbsolutePath().normalize();
            if (hostKey.startsWith(root)) {
                throw new IllegalArgumentException(
                        "the host key must lie outside the folder " + root + ", for its user would read it");
            }
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("a port is a number from 0 to 65535");
            }
        }

        /** A port that the system chooses; the arrival times lie in the root as {@code arrivals.csv}. */
        public static Place of(Path root, Path hostKey) {
            return new Place(root, hostKey, root.resolve("arrivals.csv"), 0);
        }

        public Place withArrivals(Path manifest) {
            return new Place(root, hostKey, manifest, port);
        }

        public Place onPort(int number) {
            return new Place(root, hostKey, arrivals, number);
        }
    }

    /** Starts a server at {@link Place#of}. */
    public DemoSftpServer(Path root, Path hostKey, String user, String password) {
        this(root, hostKey, user, password, (ssh, sftp) -> {});
    }

    /**
     * Starts a server at {@link Place#of} that behaves differently.
     *
     * @param changes what a test changes before the server starts
     */
    public DemoSftpServer(
            Path root,
            Path hostKey,
            String user,
            String password,
            BiConsumer<SshServer, SftpSubsystemFactory> changes) {
        this(Place.of(root, hostKey), user, password, changes);
    }

    /**
     * Starts the server; it answers when this returns.
     *
     * @throws UncheckedIOException when the port is taken, or the host key's file cannot be read or written
     */
    public DemoSftpServer(Place place, String user, String password) {
        this(place, user, password, (ssh, sftp) -> {});
    }

    private DemoSftpServer(
            Place place, String user, String password, BiConsumer<SshServer, SftpSubsystemFactory> changes) {
        this.place = place;
        try {
            Files.createDirectories(place.root());
            Path root = place.root().toRealPath();
            KeyPair hostKey = HostKeyFile.readOrMake(place.hostKey());
            fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
            server = SshServer.setUpDefaultServer();
            server.setHost(LOOPBACK);
            server.setPort(place.port());
            server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
            server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
            server.setPasswordAuthenticator((name, word, session) -> same(name, user) & same(word, password));
            server.setFileSystemFactory(new VirtualFileSystemFactory(root));
            SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder()
                    .withFileSystemAccessor(new ConfinedFiles(root))
                    .build();
            server.setSubsystemFactories(List.of(sftp));
            limit(server);
            changes.accept(server, sftp);
            start(server);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the SFTP server of " + place.root() + " does not start on " + LOOPBACK + ":" + place.port()
                            + ", so nobody can fetch or bring files. Next: free the port or name another one"
                            + " (0 for any), and check that " + place.hostKey() + " holds a private key.",
                    e);
        }
    }

    public String host() {
        return LOOPBACK;
    }

    /** The port on which the server answers. */
    public int port() {
        return server.getPort();
    }

    /** The host key's fingerprint as {@code ssh-keygen -l} prints it: {@code SHA256:...}. */
    public String fingerprint() {
        return fingerprint;
    }

    public Path root() {
        return place.root();
    }

    /**
     * Gives the files the arrival times that the manifest states: a CSV with the heading {@code path,arrived}, a path
     * relative to the root and an instant in ISO form. A path that is not there (yet, or any more) is passed over; call
     * this again after files were put in place.
     *
     * @return how many files now have their arrival time
     * @throws UncheckedIOException when there is no manifest, or a file's time cannot be set
     * @throws IllegalArgumentException naming the line that has no path and instant, or leads out of the root
     */
    public int applyArrivals() {
        return Arrivals.apply(place.root(), place.arrivals());
    }

    /** Stops listening, breaks off every session and ends the server's threads; closing twice is allowed. */
    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the SFTP server of " + place.root() + " does not stop", e);
        }
    }

    private static void start(SshServer server) throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            server.close(true); // else its threads stay
            throw e;
        }
    }

    private static void limit(SshServer server) {
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, MOST_SESSIONS);
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, MOST_CHANNELS_A_SESSION);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, MOST_LOGIN_ATTEMPTS);
        CoreModuleProperties.AUTH_TIMEOUT.set(server, LOGIN_WITHIN);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, IDLE_FOR);
        SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(server, MOST_OPEN_FILES_A_SESSION);
        SftpModuleProperties.AUTO_FOLLOW_LINKS.set(server, false);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
