package counterpart.deliver.mail;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.deliver.DeliveryException;
import counterpart.finding.Trouble;
import counterpart.partner.MailRelay;
import counterpart.partner.MailRelay.Protection;
import counterpart.partner.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay is tried in a real dialogue, and no mail leaves. */
class RelayTrialIT {
    private static final ServerCertificate CERTIFICATE = ServerCertificate.of("localhost");

    @TempDir
    private Path temp;

    private ScriptedSmtpServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer(CERTIFICATE.server());
    }

    @AfterEach
    void no_mail_left() throws IOException {
        assertThat(server.mails()).isEmpty();
        server.close();
    }

    @Test
    void a_relay_that_encrypts_and_takes_our_login_is_well() throws IOException {
        server.wantLogin("235 welcome");

        assertThat(RelayTrial.run(relay(server.port()))).isEmpty();
    }

    @Test
    void a_refused_login_is_a_matter_of_security() throws IOException {
        server.wantLogin("535 5.7.8 no");

        Optional<DeliveryException> refusal = RelayTrial.run(relay(server.port()));

        assertThat(refusal).hasValueSatisfying(why -> {
            assertThat(why.trouble()).isEqualTo(Trouble.Kind.SECURITY);
            assertThat(why).hasMessageContaining("refuses our login");
        });
    }

    @Test
    void a_relay_that_does_not_encrypt_gets_no_login() throws IOException {
        try (ScriptedSmtpServer plain = new ScriptedSmtpServer(null)) {
            assertThat(RelayTrial.run(relay(plain.port())).orElseThrow())
                    .hasMessageContaining("no encryption that we accept")
                    .extracting(DeliveryException::trouble)
                    .isEqualTo(Trouble.Kind.SECURITY);
        }
    }

    @Test
    void a_relay_that_is_not_there_may_be_later() throws IOException {
        int port = server.port();
        server.close();

        assertThat(RelayTrial.run(relay(port)).orElseThrow().trouble()).isEqualTo(Trouble.Kind.UNAVAILABLE);
    }

    private MailRelay relay(int port) throws IOException {
        return new MailRelay(
                "localhost",
                port,
                Protection.STARTTLS,
                "relay",
                new Secret("swordfish"),
                CERTIFICATE.writeTo(temp.resolve("authority.pem")),
                "counterpart@counterpart.example",
                Set.of("cascadia.example"),
                Duration.ofSeconds(2));
    }
}
