package counterpart.partner.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.model.PartnerId;
import counterpart.partner.Connection;
import counterpart.partner.PartnerServerException;
import counterpart.partner.PartnerServerException.Kind;
import counterpart.partner.Secret;
import counterpart.sample.server.DemoSftpServer;
import counterpart.sample.server.FaultyLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.ServerFactoryManager;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSessionImpl;
import org.apache.sshd.server.session.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How sessions are opened: tries, logins, and which servers are spoken to at all. */
@Timeout(120)
class PartnerServersIT {
    private static final PartnerId LAKESHORE = new PartnerId("lakeshore");

    @TempDir
    private Path temp;

    private final List<Duration> pauses = new ArrayList<>();
    private DemoSftpServer server;

    @BeforeEach
    void start() {
        server = new DemoSftpServer(temp.resolve("root"), temp.resolve("host.key"), "counterpart", "right");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_closed_port_is_tried_again_after_longer_and_longer_waits_and_later_feeds_try_once() throws IOException {
        Connection closed = connection(freePort(), "right", 3);
        PartnerServers servers = new PartnerServers(pauses::add, new Random(7));

        assertThat(failure(servers, closed).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(pauses).hasSize(3);
        for (int i = 0; i < pauses.size(); i++) {
            assertThat(pauses.get(i)).isBetween(Duration.ofMillis(500L << i), Duration.ofMillis(1500L << i));
        }
        failure(servers, closed);
        assertThat(pauses)
                .as("the next feed of this partner does not wait as well")
                .hasSize(3);
    }

    @Test
    void a_server_that_comes_back_meanwhile_is_served() throws IOException {
        int port = freePort();
        FaultyLine[] line = new FaultyLine[1];
        PartnerServers servers = new PartnerServers(
                time -> {
                    pauses.add(time);
                    if (pauses.size() == 2) {
                        line[0] = new FaultyLine(server.port(), port);
                    }
                },
                new Random(7));
        try (PartnerServer session = servers.open(LAKESHORE, connection(port, "right", 5))) {
            assertThat(session.list("/").files()).isEmpty();
            assertThat(pauses).hasSize(2);
        } finally {
            line[0].close();
        }
    }

    @Test
    void a_name_that_nobody_knows_is_tried_again_and_told() {
        Connection unknown = new Connection(
                "no-such-host.invalid",
                22,
                "counterpart",
                new Secret("right"),
                null,
                null,
                List.of(server.fingerprint()),
                Duration.ofSeconds(5),
                2);
        PartnerServerException failure = failure(new PartnerServers(pauses::add, new Random(7)), unknown);
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContainingAll("no-such-host.invalid", "Nothing is lost", "Next:");
        assertThat(pauses).hasSize(2);
    }

    @Test
    void a_refused_login_is_one_attempt_however_many_feeds_ask() {
        AtomicInteger attempts = new AtomicInteger();
        serve(ssh -> ssh.setPasswordAuthenticator((user, password, session) -> {
            attempts.incrementAndGet();
            return false;
        }));
        Connection wrong = connection(server.port(), "wrong", 3);
        PartnerServers servers = new PartnerServers(pauses::add, new Random(7));

        assertThat(failure(servers, wrong)).hasMessageContaining("one attempt was made");
        for (int feed = 0; feed < 3; feed++) {
            PartnerServerException again = failure(servers, wrong);
            assertThat(again.kind()).isEqualTo(Kind.AUTHENTICATION);
            assertThat(again).hasMessageContainingAll("Next:", "Not tried again in this run");
        }
        assertThat(attempts).hasValue(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void chacha20_is_refused_to_a_server_without_strict_key_exchange_and_nothing_else_is() {
        serve(ssh -> {
            lenient(ssh);
            ssh.setCipherFactories(List.of(BuiltinCiphers.cc20p1305_openssh));
        });
        PartnerServerException failure = failure(new PartnerServers(), connection(server.port(), "right", 0));
        assertThat(failure.kind()).isEqualTo(Kind.HOST_KEY);
        assertThat(failure)
                .hasMessageContainingAll("it offers ChaCha20-Poly1305 only, without strict key exchange", "Next:");

        serve(PartnerServersIT::lenient);
        assertOpens();

        serve(ssh -> ssh.setCipherFactories(List.of(BuiltinCiphers.cc20p1305_openssh)));
        assertOpens();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssh-rsa", "diffie-hellman-group1-sha1", "diffie-hellman-group14-sha1"})
    void a_server_that_knows_only_what_is_broken_is_refused_with_what_to_ask_for(String only) {
        serve(ssh -> {
            if (only.equals("ssh-rsa")) {
                ssh.setKeyPairProvider(KeyPairProvider.wrap(rsa()));
                ssh.setSignatureFactories(List.of(BuiltinSignatures.fromFactoryName(only)));
            } else {
                ssh.setKeyExchangeFactories(NamedFactory.setUpTransformedFactories(
                        true, List.of(BuiltinDHFactories.fromFactoryName(only)), ServerBuilder.DH2KEX));
            }
        });
        PartnerServerException failure = failure(new PartnerServers(), connection(server.port(), "right", 0));
        assertThat(failure.kind()).isEqualTo(Kind.HOST_KEY);
        assertThat(failure)
                .hasMessageContainingAll(
                        "it offers no algorithm that we accept",
                        "nothing was transferred",
                        "ask the partner to offer AES-GCM or AES-CTR with SHA-2");
    }

    private void assertOpens() {
        try (PartnerServer session = new PartnerServers().open(LAKESHORE, connection(server.port(), "right", 0))) {
            assertThat(session.list("/").files()).isEmpty();
        }
    }

    private void serve(Consumer<SshServer> changes) {
        server.close();
        server = new DemoSftpServer(
                temp.resolve("root"),
                temp.resolve("host.key"),
                "counterpart",
                "right",
                (ssh, sftp) -> changes.accept(ssh));
    }

    /** A server of before 2023: it does not offer strict key exchange. */
    private static void lenient(SshServer ssh) {
        ssh.setSessionFactory(new SessionFactory(ssh) {
            @Override
            protected ServerSessionImpl doCreateSession(IoSession io) throws Exception {
                return new LenientSession(getServer(), io);
            }
        });
    }

    private static final class LenientSession extends ServerSessionImpl {
        LenientSession(ServerFactoryManager server, IoSession io) throws Exception {
            super(server, io);
        }

        @Override
        protected Map<KexProposalOption, String> doStrictKexProposal(Map<KexProposalOption, String> proposal) {
            return proposal;
        }
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private Connection connection(int port, String password, int retries) {
        return new Connection(
                "127.0.0.1",
                port,
                "counterpart",
                new Secret(password),
                null,
                null,
                List.of(server.fingerprint()),
                Duration.ofSeconds(5),
                retries);
    }

    private static PartnerServerException failure(PartnerServers servers, Connection connection) {
        PartnerServerException[] caught = new PartnerServerException[1];
        assertThatThrownBy(() -> servers.open(LAKESHORE, connection))
                .isInstanceOfSatisfying(PartnerServerException.class, e -> caught[0] = e);
        return caught[0];
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
