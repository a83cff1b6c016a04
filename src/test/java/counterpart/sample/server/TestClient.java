package counterpart.sample.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A plain SFTP client for tests of servers; it believes one fingerprint. */
final class TestClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SshClient ssh;
    private final SftpClient sftp;

    private TestClient(SshClient ssh, SftpClient sftp) {
        this.ssh = ssh;
        this.sftp = sftp;
    }

    static TestClient connect(int port, String fingerprint, String user, String password) throws IOException {
        SshClient ssh = SshClient.setUpDefaultClient();
        ssh.setServerKeyVerifier(
                (session, address, key) -> fingerprint.equals(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key)));
        ssh.start();
        try {
            ClientSession session =
                    ssh.connect(user, "127.0.0.1", port).verify(PATIENCE).getSession();
            session.addPasswordIdentity(password);
            session.auth().verify(PATIENCE);
            return new TestClient(ssh, SftpClientFactory.instance().createSftpClient(session));
        } catch (IOException e) {
            ssh.stop();
            throw e;
        }
    }

    SftpClient sftp() {
        return sftp;
    }

    String read(String path) throws IOException {
        try (InputStream in = sftp.read(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    void write(String path, String content) throws IOException {
        try (OutputStream out = sftp.write(path)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Names in a directory without {@code .} and {@code ..}, in order. */
    List<String> names(String directory) throws IOException {
        try {
            return StreamSupport.stream(sftp.readEntries(directory).spliterator(), false)
                    .map(SftpClient.DirEntry::getFilename)
                    .filter(name -> !name.equals(".") && !name.equals(".."))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        ssh.stop();
    }
}
