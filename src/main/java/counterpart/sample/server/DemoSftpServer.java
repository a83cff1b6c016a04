package counterpart.sample.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * One partner's SFTP server on this machine's loopback address, on a port that the system chooses. It serves one folder
 * and nothing above it, to one user with a password. Its host key is made once and kept in a file, so that its
 * fingerprint can be pinned.
 */
public final class DemoSftpServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final Path root;
    private final SshServer server;
    private final String fingerprint;

    /**
     * Starts the server.
     *
     * @param root the folder that the partner's users see as {@code /}; made when it is not there
     * @param hostKey file of the host key; made when it is not there
     */
    public DemoSftpServer(Path root, Path hostKey, String user, String password) {
        this(root, hostKey, user, password, (ssh, sftp) -> {});
    }

    /**
     * Starts a server that behaves differently.
     *
     * @param changes what a test changes before the server starts
     */
    public DemoSftpServer(
            Path root,
            Path hostKey,
            String user,
            String password,
            BiConsumer<SshServer, SftpSubsystemFactory> changes) {
        this.root = root.toAbsolutePath().normalize();
        SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(hostKey);
        keys.setAlgorithm(KeyUtils.EC_ALGORITHM);
        keys.setKeySize(256);
        SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
        server = SshServer.setUpDefaultServer();
        server.setHost(LOOPBACK);
        server.setPort(0);
        server.setKeyPairProvider(keys);
        server.setPasswordAuthenticator((name, word, session) -> name.equals(user) && same(word, password));
        server.setSubsystemFactories(List.of(sftp));
        SftpModuleProperties.AUTO_FOLLOW_LINKS.set(server, false);
        changes.accept(server, sftp);
        try {
            Files.createDirectories(this.root);
            server.setFileSystemFactory(new VirtualFileSystemFactory(this.root));
            fingerprint = fingerprint(keys);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the SFTP server of " + root + " does not start", e);
        }
        applyArrivals();
    }

    public String host() {
        return LOOPBACK;
    }

    public int port() {
        return server.getPort();
    }

    /** The host key's fingerprint as {@code ssh-keygen -l} prints it. */
    public String fingerprint() {
        return fingerprint;
    }

    public Path root() {
        return root;
    }

    /**
     * Gives the files their arrival times as {@code arrivals.csv} beside the root states them. Call it again after
     * files were put in place.
     */
    public void applyArrivals() {
        Arrivals.apply(root, root.resolveSibling("arrivals.csv"));
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the SFTP server of " + root + " does not stop", e);
        }
    }

    private static String fingerprint(SimpleGeneratorHostKeyProvider keys) throws IOException {
        for (KeyPair pair : keys.loadKeys(null)) {
            return KeyUtils.getFingerPrint(BuiltinDigests.sha256, pair.getPublic());
        }
        throw new IOException("a host key cannot be made");
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
