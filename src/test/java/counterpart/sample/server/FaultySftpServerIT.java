package counterpart.sample.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faults that other tests rely on do occur, and stop when they are healed. */
class FaultySftpServerIT {
    private static final String LONG = "0123456789".repeat(20_000);

    @TempDir
    private Path temp;

    private FaultySftpServer faulty;
    private Path root;

    @BeforeEach
    void start() {
        faulty = new FaultySftpServer(temp.resolve("root"), temp.resolve("host.key"), "counterpart", "right");
        root = faulty.server().root();
    }

    @AfterEach
    void stop() {
        faulty.close();
    }

    @Test
    void a_read_is_cut_after_so_many_bytes() throws IOException {
        Files.writeString(root.resolve("a"), LONG);
        faulty.cutAfterReading(40_000);
        try (TestClient client = client()) {
            assertThatThrownBy(() -> client.read("/a")).isInstanceOf(IOException.class);
        }
        faulty.heal();
        try (TestClient client = client()) {
            assertThat(client.read("/a")).isEqualTo(LONG);
        }
    }

    @Test
    void a_write_is_cut_after_so_many_bytes() throws IOException {
        faulty.cutAfterWriting(40_000);
        try (TestClient client = client()) {
            assertThatThrownBy(() -> client.write("/a", LONG)).isInstanceOf(IOException.class);
        }
        assertThat(root.resolve("a")).hasSize(40_000);
    }

    @Test
    void a_rename_is_refused_or_done_and_not_confirmed() throws IOException {
        Files.writeString(root.resolve("a"), "x");
        faulty.refuseRename();
        try (TestClient client = client()) {
            assertThatThrownBy(() -> client.sftp().rename("/a", "/b")).isInstanceOf(SftpException.class);
            assertThat(root.resolve("a")).exists();
            faulty.heal();
            faulty.cutAfterRename();
            assertThatThrownBy(() -> client.sftp().rename("/a", "/b")).isInstanceOf(IOException.class);
        }
        assertThat(root.resolve("b")).hasContent("x");
    }

    @Test
    void a_file_grows_between_looks() throws IOException {
        Files.createDirectories(root.resolve("outbox"));
        Path file = Files.writeString(root.resolve("outbox/a"), "x");
        faulty.grow(file);
        try (TestClient client = client()) {
            assertThat(client.names("/")).containsExactly("outbox");
            assertThat(file).hasSize(1);
            assertThat(client.names("/outbox")).containsExactly("a");
            assertThat(file).hasSize(2);
        }
    }

    @Test
    void a_write_is_confirmed_and_not_kept() throws IOException {
        faulty.pretendToWrite();
        try (TestClient client = client()) {
            client.write("/a", LONG);
            assertThat(client.sftp().stat("/a").getSize()).isZero();
        }
    }

    private TestClient client() throws IOException {
        return TestClient.connect(faulty.server().port(), faulty.server().fingerprint(), "counterpart", "right");
    }
}
