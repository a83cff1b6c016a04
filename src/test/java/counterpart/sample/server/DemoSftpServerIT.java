package counterpart.sample.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import counterpart.sample.server.DemoSftpServer.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSftpServerIT {
    @TempDir
    private Path temp;

    private DemoSftpServer server;

    @BeforeEach
    void start() {
        server = start("site");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_file_is_written_renamed_listed_and_read() throws IOException {
        Files.createDirectories(server.root().resolve("outbox"));
        try (TestClient client = client("right")) {
            client.write("/outbox/a file.csv.part", "1,2\n");
            client.sftp().rename("/outbox/a file.csv.part", "/outbox/a file.csv");
            assertThat(client.names("/outbox")).containsExactly("a file.csv");
            assertThat(client.read("/outbox/a file.csv")).isEqualTo("1,2\n");
        }
        assertThat(server.root().resolve("outbox/a file.csv")).hasContent("1,2\n");
    }

    @Test
    void a_wrong_password_or_user_is_refused() {
        assertThatThrownBy(() -> client("wrong").close()).isInstanceOf(SshException.class);
        assertThatThrownBy(() -> TestClient.connect(server.port(), server.fingerprint(), "other", "right")
                        .close())
                .isInstanceOf(SshException.class);
    }

    @Test
    void the_host_key_survives_a_restart_and_only_its_owner_may_read_it() throws IOException {
        String before = server.fingerprint();
        server.close();
        server = start("site");
        assertThat(before).matches("SHA256:[A-Za-z0-9+/]{43}");
        assertThat(server.fingerprint()).isEqualTo(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(hostKey("site"))))
                .isEqualTo("rw-------");
        try (DemoSftpServer other = start("other")) {
            assertThat(other.fingerprint()).isNotEqualTo(before);
        }
    }

    @Test
    void a_damaged_host_key_stops_the_start_and_is_not_replaced() throws IOException {
        Path damaged = Files.writeString(temp.resolve("damaged.key"), "not a key");
        assertThatThrownBy(() -> new DemoSftpServer(temp.resolve("d/root"), damaged, "counterpart", "right").close())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("does not start")
                .hasMessageContaining(damaged.toString());
        assertThat(damaged).hasContent("not a key");
    }

    @Test
    void nothing_outside_the_root_is_reached_by_dots() throws IOException {
        Files.writeString(temp.resolve("secret"), "secret");
        Files.writeString(server.root().resolve("secret"), "public");
        try (TestClient client = client("right")) {
            assertThat(client.sftp().canonicalPath("/../..")).isEqualTo("/");
            assertThat(client.read("/../../secret")).isEqualTo("public");
            client.write("/../up", "x");
        }
        assertThat(server.root().resolve("up")).hasContent("x");
        assertThat(temp.resolve("site/up")).doesNotExist();
    }

    @Test
    void links_are_neither_followed_nor_read_nor_made() throws IOException {
        Path outside = Files.createDirectories(temp.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        Files.createSymbolicLink(server.root().resolve("folder"), outside);
        Files.createSymbolicLink(server.root().resolve("file"), outside.resolve("secret"));
        try (TestClient client = client("right")) {
            SftpClient sftp = client.sftp();
            assertRefused(() -> client.read("/folder/secret"));
            assertRefused(() -> client.read("/file"));
            assertRefused(() -> client.write("/file", "changed"));
            assertRefused(() -> client.write("/folder/new", "new"));
            assertRefused(() -> client.names("/folder"));
            assertRefused(() -> sftp.stat("/folder/secret"));
            assertRefused(() -> sftp.rename("/folder/secret", "/mine"));
            assertRefused(() -> sftp.remove("/folder/secret"));
            assertRefused(() -> sftp.readLink("/file"));
            assertRefused(() -> sftp.symLink("/made", "/file"));
            assertThat(sftp.stat("/file").isSymbolicLink())
                    .as("a link is shown as a link")
                    .isTrue();
        }
        assertThat(outside).isDirectoryNotContaining(p -> !p.endsWith("secret"));
        assertThat(outside.resolve("secret")).hasContent("secret");
    }

    @Test
    void files_get_the_arrival_times_of_the_manifest() throws IOException {
        Files.createDirectories(server.root().resolve("outbox"));
        Path file = Files.writeString(server.root().resolve("outbox/Ledger 1.csv"), "x");
        Files.writeString(
                server.root().resolve("arrivals.csv"),
                "path,arrived\noutbox/Ledger 1.csv,2026-10-05T12:34:56Z\noutbox/later.csv,2026-10-12T12:00:00Z\n");
        assertThat(server.applyArrivals()).isEqualTo(1);
        assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(Instant.parse("2026-10-05T12:34:56Z"));
        try (TestClient client = client("right")) {
            assertThat(client.sftp()
                            .stat("/outbox/Ledger 1.csv")
                            .getModifyTime()
                            .toInstant())
                    .isEqualTo(Instant.parse("2026-10-05T12:34:56Z"));
        }
        Files.writeString(server.root().resolve("outbox/later.csv"), "y");
        assertThat(server.applyArrivals()).isEqualTo(2);
    }

    @Test
    void a_manifest_that_is_missing_or_makes_no_sense_is_refused() throws IOException {
        Path manifest = server.root().resolve("arrivals.csv");
        assertThatThrownBy(server::applyArrivals).isInstanceOf(UncheckedIOException.class);
        Files.writeString(manifest, "outbox/a.csv,2026-10-05T12:00:00Z\n");
        assertThatThrownBy(server::applyArrivals).hasMessageContaining("line 1 must be the heading");
        Files.writeString(manifest, "path,arrived\n../../a.csv,2026-10-05T12:00:00Z\n");
        assertThatThrownBy(server::applyArrivals).hasMessageContaining("line 2 leads out of");
        Files.writeString(manifest, "path,arrived\na.csv,5 October\n");
        assertThatThrownBy(server::applyArrivals).hasMessageContaining("line 2 needs an instant");
    }

    @Test
    void closing_ends_the_port_the_sessions_and_the_threads() throws IOException {
        try (TestClient client = client("right")) {
            server.close();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(client.sftp().isOpen()).isFalse());
        }
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), server.port()).close())
                .isInstanceOf(ConnectException.class);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .noneMatch(thread -> thread.getName().contains("SshServer")));
        server.close();
    }

    @Test
    void a_fixed_port_is_kept_and_a_taken_one_is_refused() {
        int port = server.port();
        Place same = Place.of(temp.resolve("second/root"), temp.resolve("second.key"))
                .onPort(port);
        assertThatThrownBy(() -> new DemoSftpServer(same, "counterpart", "right").close())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("does not start on 127.0.0.1:" + port);
        server.close();
        server = new DemoSftpServer(same, "counterpart", "right");
        assertThat(server.port()).isEqualTo(port);
    }

    @Test
    void the_host_key_may_not_lie_where_the_user_sees_it() {
        assertThatThrownBy(() -> Place.of(temp, temp.resolve("host.key"))).hasMessageContaining("outside the folder");
    }

    @Test
    void the_manifest_may_lie_elsewhere() throws IOException {
        Path manifest = Files.writeString(temp.resolve("times.csv"), "path,arrived\na.csv,2026-10-05T12:00:00Z\n");
        Place place = Place.of(temp.resolve("b/root"), temp.resolve("b.key")).withArrivals(manifest);
        try (DemoSftpServer other = new DemoSftpServer(place, "counterpart", "right")) {
            Files.writeString(other.root().resolve("a.csv"), "x");
            assertThat(other.applyArrivals()).isEqualTo(1);
        }
    }

    @Test
    void the_client_of_openssh_talks_to_it_and_agrees_on_the_fingerprint() throws Exception {
        Path sftp = Path.of("/usr/bin/sftp");
        Path keygen = Path.of("/usr/bin/ssh-keygen");
        assumeTrue(Files.isExecutable(sftp) && Files.isExecutable(keygen), "OpenSSH's client is not installed");
        Files.writeString(server.root().resolve("down.txt"), "from the partner");
        Files.writeString(temp.resolve("up.txt"), "to the partner");
        String key = hostKey("site").toString();
        assertThat(run(List.of(keygen.toString(), "-lf", key), "")).contains(" " + server.fingerprint() + " ");
        String publicKey = run(List.of(keygen.toString(), "-yf", key), "").strip();
        Path known = Files.writeString(
                temp.resolve("known"), "[127.0.0.1]:" + server.port() + " " + publicKey + System.lineSeparator());

        String said = run(
                List.of(
                        sftp.toString(),
                        "-F",
                        "none",
                        "-P",
                        String.valueOf(server.port()),
                        "-o",
                        "UserKnownHostsFile=" + known,
                        "-o",
                        "StrictHostKeyChecking=yes",
                        "-o",
                        "PreferredAuthentications=password",
                        "counterpart@127.0.0.1"),
                "put up.txt up.part\nrename up.part up.txt\nget down.txt\nls -1 /\nbye\n");

        assertThat(server.root().resolve("up.txt")).as(said).hasContent("to the partner");
        assertThat(server.root().resolve("up.part")).doesNotExist();
        assertThat(temp.resolve("down.txt")).hasContent("from the partner");
    }

    /** Runs a command in the temporary folder; OpenSSH asks the script for the password. */
    private String run(List<String> command, String typed) throws Exception {
        Path askpass = Files.writeString(temp.resolve("askpass"), "#!/bin/sh\necho right\n");
        Files.setPosixFilePermissions(askpass, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("said").toFile());
        builder.environment().put("SSH_ASKPASS", askpass.toString());
        builder.environment().put("SSH_ASKPASS_REQUIRE", "force");
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(typed.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String said = Files.readString(temp.resolve("said"));
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private DemoSftpServer start(String name) {
        return new DemoSftpServer(temp.resolve(name).resolve("root"), hostKey(name), "counterpart", "right");
    }

    private Path hostKey(String name) {
        return temp.resolve(name).resolve("host.key");
    }

    private TestClient client(String password) throws IOException {
        return TestClient.connect(server.port(), server.fingerprint(), "counterpart", password);
    }

    private interface Act {
        void run() throws IOException;
    }

    private static void assertRefused(Act act) {
        assertThatThrownBy(act::run).isInstanceOf(SftpException.class);
    }
}
