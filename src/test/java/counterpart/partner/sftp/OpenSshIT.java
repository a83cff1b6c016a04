package counterpart.partner.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import counterpart.model.PartnerId;
import counterpart.partner.Connection;
import counterpart.partner.PartnerServerException;
import counterpart.partner.PartnerServerException.Kind;
import counterpart.partner.RemoteFile;
import counterpart.partner.RemotePlace;
import counterpart.partner.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same client against OpenSSH on loopback, as a normal user. Skipped where OpenSSH's server is not installed. */
class OpenSshIT {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final PartnerId LAKESHORE = new PartnerId("lakeshore");
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final String USER = ROOT ? "nobody" : System.getProperty("user.name");

    private Path folder;
    private Path outbox;
    private int port;
    private @Nullable Process sshd;

    @BeforeEach
    void prepare() throws Exception {
        assumeThat(SSHD)
                .as("OpenSSH's server is not installed: these tests are skipped")
                .isExecutable();
        folder = Files.createTempDirectory("openssh-it");
        outbox = Files.createDirectory(folder.resolve("outbox"));
        keygen("host", "");
        keygen("user", "a passphrase");
        keygen("stranger", "");
        Files.copy(folder.resolve("user.pub"), folder.resolve("authorized"));
    }

    @AfterEach
    void stop() throws Exception {
        if (sshd != null) {
            sshd.destroy();
            assertThat(sshd.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        if (folder != null) {
            command("rm", "-rf", folder.toString());
        }
    }

    @Test
    void ed25519_keys_log_in_and_only_regular_files_are_listed() throws Exception {
        Files.writeString(outbox.resolve("a file.txt"), "hello");
        Files.createSymbolicLink(outbox.resolve("link"), Path.of("/etc/passwd"));
        Files.createDirectory(outbox.resolve("folder"));
        command("mkfifo", outbox.resolve("fifo").toString());
        start();
        try (PartnerServer session = open("user", fingerprint())) {
            PartnerServer.Listing listing = session.list(outbox.toString());
            assertThat(listing.files()).extracting(RemoteFile::name).containsExactly("a file.txt");
            assertThat(listing.notFiles()).containsExactlyInAnyOrder("link", "folder", "fifo");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            session.read(outbox.toString(), "a file.txt", bytes, 5);
            assertThat(bytes).hasToString("hello");
        }
    }

    @Test
    void an_upload_is_renamed_and_its_size_read_back() throws Exception {
        Path content = Files.write(folder.resolve("content"), new byte[300_000]);
        start();
        try (PartnerServer session = open("user", fingerprint())) {
            RemotePlace place = SftpInbox.put(session, outbox.toString(), "ack.csv", content);
            assertThat(place).isEqualTo(new RemotePlace(outbox + "/ack.csv", 300_000));
            assertThat(SftpInbox.put(session, outbox.toString(), "ack.csv", content))
                    .isEqualTo(place);
            assertThat(outbox.resolve("ack.csv.part")).doesNotExist();
            Files.writeString(folder.resolve("other"), "other");
            assertFailure(
                    Kind.CONFLICT, () -> SftpInbox.put(session, outbox.toString(), "ack.csv", folder.resolve("other")));
            session.move(outbox.toString(), "ack.csv", outbox.toString(), "moved.csv");
            assertThat(outbox.resolve("moved.csv")).hasSize(300_000);
        }
    }

    @Test
    void an_unpinned_host_key_is_refused_with_both_fingerprints() throws Exception {
        start();
        String other = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        String shown = fingerprint();
        assertThat(assertFailure(Kind.HOST_KEY, () -> open("user", other))).contains(shown, other);
    }

    @Test
    void a_key_that_is_not_authorized_is_tried_once() throws Exception {
        start();
        String pinned = fingerprint();
        assertFailure(Kind.AUTHENTICATION, () -> open("stranger", pinned));
        assertThat(Files.readString(folder.resolve("log")).lines().filter(l -> l.contains("Failed publickey")))
                .hasSize(1);
    }

    @Test
    void keys_are_exchanged_anew_in_mid_file_without_a_trace() throws Exception {
        byte[] bytes = new byte[20 << 20];
        new Random(7).nextBytes(bytes);
        Files.write(outbox.resolve("large"), bytes);
        start("RekeyLimit 1M");
        try (PartnerServer session = open("user", fingerprint())) {
            ByteArrayOutputStream read = new ByteArrayOutputStream(bytes.length);
            session.read(outbox.toString(), "large", read, bytes.length);
            assertThat(read.toByteArray()).isEqualTo(bytes);
        }
        assertThat(Files.readString(folder.resolve("log")).lines().filter(l -> l.contains("rekeying")))
                .as("the server did exchange keys anew")
                .isNotEmpty();
    }

    @Test
    void cbc_ciphers_and_sha1_macs_are_refused() throws Exception {
        start("Ciphers aes256-cbc");
        String pinned = fingerprint();
        assertFailure(Kind.HOST_KEY, () -> open("user", pinned));
        stop(sshd);
        start("Ciphers aes256-ctr", "MACs hmac-sha1,hmac-sha1-etm@openssh.com");
        assertFailure(Kind.HOST_KEY, () -> open("user", pinned));
    }

    private void start(String... settings) throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> lines = new ArrayList<>(List.of(
                "ListenAddress 127.0.0.1",
                "Port " + port,
                "HostKey " + folder.resolve("host"),
                "AuthorizedKeysFile " + folder.resolve("authorized"),
                "PidFile none",
                "UsePAM " + (ROOT ? "yes" : "no"), // system users have no password and count as locked without PAM
                "KbdInteractiveAuthentication no",
                "StrictModes no",
                "PasswordAuthentication no",
                "LogLevel DEBUG1",
                "Subsystem sftp internal-sftp"));
        lines.addAll(List.of(settings));
        Files.write(folder.resolve("config"), lines);
        List<String> command = new ArrayList<>();
        if (ROOT) {
            command("chown", "-R", "nobody:nogroup", folder.toString());
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.addAll(List.of(
                SSHD.toString(), "-D", "-e", "-f", folder.resolve("config").toString()));
        sshd = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(20)).until(this::listens);
    }

    private static void stop(@Nullable Process process) throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private PartnerServer open(String key, String hostKey) {
        Secret passphrase = key.equals("user") ? new Secret("a passphrase") : null;
        return new PartnerServers()
                .open(
                        LAKESHORE,
                        new Connection(
                                "127.0.0.1",
                                port,
                                USER,
                                null,
                                folder.resolve(key),
                                passphrase,
                                List.of(hostKey),
                                Duration.ofSeconds(20)));
    }

    private String fingerprint() throws Exception {
        return command("ssh-keygen", "-l", "-f", folder.resolve("host.pub").toString())
                .split(" ")[1];
    }

    private void keygen(String name, String passphrase) throws Exception {
        command(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                passphrase,
                "-f",
                folder.resolve(name).toString());
    }

    private static String command(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private interface Act {
        void run() throws Exception;
    }

    private static String assertFailure(Kind kind, Act act) {
        String[] message = {""};
        assertThatThrownBy(act::run).isInstanceOfSatisfying(PartnerServerException.class, e -> {
            assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind);
            message[0] = String.valueOf(e.getMessage());
        });
        return message[0];
    }
}
