package counterpart.partner.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.model.PartnerId;
import counterpart.partner.Configuration;
import counterpart.partner.Connection;
import counterpart.partner.Partner;
import counterpart.partner.PartnerServerException;
import counterpart.partner.PartnerServerException.Kind;
import counterpart.partner.RemoteFile;
import counterpart.partner.RemotePlace;
import counterpart.partner.Secret;
import counterpart.sample.server.DemoSftpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerServerIT {
    private static final PartnerId LAKESHORE = new PartnerId("lakeshore");

    @TempDir
    private Path temp;

    private DemoSftpServer server;
    private Path outbox;

    @BeforeEach
    void start() throws IOException {
        server = new DemoSftpServer(temp.resolve("root"), temp.resolve("host.key"), "counterpart", "right");
        outbox = Files.createDirectories(server.root().resolve("outbox"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void files_are_listed_and_read_and_links_and_folders_are_named_apart() throws IOException {
        Files.writeString(outbox.resolve("b file.csv"), "hello");
        Files.writeString(outbox.resolve("a.csv"), "");
        Files.createDirectory(outbox.resolve("folder"));
        Files.createSymbolicLink(outbox.resolve("link.csv"), Path.of("/etc/passwd"));

        try (PartnerServer session = open("right")) {
            PartnerServer.Listing listing = session.list("/outbox");
            assertThat(listing.files()).extracting(RemoteFile::name).containsExactly("a.csv", "b file.csv");
            assertThat(listing.notFiles()).containsExactlyInAnyOrder("folder", "link.csv");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            session.read("/outbox", "b file.csv", bytes, 100);
            assertThat(bytes).hasToString("hello");
            assertFailure(Kind.PROTOCOL, () -> session.stat("/outbox", "link.csv"), "not a regular file");
            assertFailure(Kind.NOT_FOUND, () -> session.list("/nowhere"), "no such file or directory");
        }
    }

    @Test
    void a_file_longer_than_announced_is_not_read_to_its_end() throws IOException {
        Files.writeString(outbox.resolve("a.csv"), "hello");
        try (PartnerServer session = open("right")) {
            assertFailure(
                    Kind.PROTOCOL,
                    () -> session.read("/outbox", "a.csv", new ByteArrayOutputStream(), 4),
                    "longer than 4");
        }
    }

    @Test
    void an_unpinned_host_key_is_refused_and_both_fingerprints_are_said() {
        String other = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        assertFailure(
                Kind.HOST_KEY,
                () -> new PartnerServers().open(LAKESHORE, connection("right", server.port(), other)),
                "shows the host key " + server.fingerprint() + ", pinned is " + other);
    }

    @Test
    void either_of_two_pinned_keys_is_believed() {
        String other = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        Connection two = connection("right", server.port(), other, server.fingerprint());
        try (PartnerServer session = new PartnerServers().open(LAKESHORE, two)) {
            assertThat(session.list("/outbox").files()).isEmpty();
        }
    }

    @Test
    void a_wrong_password_is_tried_once() {
        AtomicInteger attempts = new AtomicInteger();
        server.close();
        server = new DemoSftpServer(
                temp.resolve("root"),
                temp.resolve("host.key"),
                "counterpart",
                "right",
                (ssh, sftp) -> ssh.setPasswordAuthenticator((user, password, session) -> {
                    attempts.incrementAndGet();
                    return false;
                }));
        assertFailure(Kind.AUTHENTICATION, () -> open("wrong"), "one attempt was made");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void a_closed_port_is_unreachable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Connection closed = connection("right", port, server.fingerprint());
        assertFailure(Kind.UNREACHABLE, () -> new PartnerServers().open(LAKESHORE, closed), "no connection");
    }

    @Test
    void a_server_that_accepts_and_stays_silent_is_a_time_out() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Connection stalled = connection("right", silent.getLocalPort(), server.fingerprint());
            assertFailure(
                    Kind.TIMEOUT, () -> new PartnerServers().open(LAKESHORE, stalled), "no answer within 2 seconds");
        }
    }

    @Test
    void weak_ciphers_and_macs_are_refused() {
        restart(ssh -> ssh.setCipherFactories(List.of(BuiltinCiphers.aes256cbc)));
        assertFailure(Kind.HOST_KEY, () -> open("right"), "no algorithm that we accept");
        restart(ssh -> {
            ssh.setCipherFactories(List.of(BuiltinCiphers.aes256ctr));
            ssh.setMacFactories(List.of(BuiltinMacs.hmacsha1));
        });
        assertFailure(Kind.HOST_KEY, () -> open("right"), "no algorithm that we accept");
    }

    private void restart(Consumer<SshServer> changes) {
        server.close();
        server = new DemoSftpServer(
                temp.resolve("root"),
                temp.resolve("host.key"),
                "counterpart",
                "right",
                (ssh, sftp) -> changes.accept(ssh));
    }

    @Test
    void an_upload_gets_its_final_name_only_when_it_is_whole_and_is_not_sent_twice() throws IOException {
        Path content = Files.writeString(temp.resolve("content"), "answer");
        Files.writeString(outbox.resolve("ack.csv.part"), "left by an attempt that was cut");
        RemotePlace first = put("ack.csv", content);
        assertThat(first).isEqualTo(new RemotePlace("/outbox/ack.csv", 6));
        assertThat(outbox.resolve("ack.csv")).hasContent("answer");
        assertThat(outbox.resolve("ack.csv.part")).doesNotExist();
        assertThat(put("ack.csv", content)).isEqualTo(first);
    }

    @Test
    void other_bytes_under_the_final_name_are_a_conflict_and_stay() throws IOException {
        Files.writeString(outbox.resolve("ack.csv"), "theirs");
        Path content = Files.writeString(temp.resolve("content"), "answer");
        assertFailure(Kind.CONFLICT, () -> put("ack.csv", content), "holds another file under /outbox/ack.csv");
        assertThat(outbox.resolve("ack.csv")).hasContent("theirs");
    }

    @Test
    void several_uploads_share_a_session_and_end_at_the_first_that_fails() throws IOException {
        List<Path> files = List.of(
                Files.writeString(temp.resolve("1.csv"), "one"),
                Files.writeString(temp.resolve("2.csv"), "two"),
                Files.writeString(temp.resolve("3.csv"), "three"));
        Connection right = connection("right", server.port(), server.fingerprint());
        SftpInbox inbox = new SftpInbox(configuration(right), new PartnerServers());
        assertThat(inbox.putAll(LAKESHORE, "/outbox", files.subList(0, 1)))
                .containsExactly(new RemotePlace("/outbox/1.csv", 3));
        Files.writeString(outbox.resolve("2.csv"), "theirs");
        assertFailure(Kind.CONFLICT, () -> inbox.putAll(LAKESHORE, "/outbox", files), "holds another file");
        assertThat(outbox.resolve("2.csv")).hasContent("theirs");
        assertThat(outbox.resolve("3.csv")).doesNotExist();
    }

    private RemotePlace put(String name, Path content) throws IOException {
        try (PartnerServer session = open("right")) {
            return SftpInbox.put(session, "/outbox", name, content);
        }
    }

    private static Configuration configuration(Connection connection) {
        Partner lakeshore = new Partner(
                LAKESHORE,
                "Lakeshore Administrators",
                Partner.Role.TPA,
                ZoneOffset.UTC,
                Set.of(),
                connection,
                "/outbox",
                Map.of(),
                Map.of());
        return new Configuration(Map.of(LAKESHORE, lakeshore), Map.of());
    }

    private PartnerServer open(String password) {
        return new PartnerServers().open(LAKESHORE, connection(password, server.port(), server.fingerprint()));
    }

    static Connection connection(String password, int port, String... hostKeys) {
        return new Connection(
                "127.0.0.1",
                port,
                "counterpart",
                new Secret(password),
                null,
                null,
                List.of(hostKeys),
                Duration.ofSeconds(2));
    }

    private interface Act {
        void run() throws Exception;
    }

    private static void assertFailure(Kind kind, Act act, String text) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        PartnerServerException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(text);
    }
}
