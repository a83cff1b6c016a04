package counterpart.deliver.mail;

import counterpart.deliver.DeliveryException;
import counterpart.finding.Trouble;
import counterpart.partner.MailRelay;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.modulith.NamedInterface;

/** Speaks with a relay as if a mail were to be sent, and sends none: greeting, encryption, certificate, login. */
@NamedInterface("trial")
public final class RelayTrial {
    private RelayTrial() {}

    /** Why no mail could be given to the relay; nothing when one could. */
    public static Optional<DeliveryException> run(MailRelay relay) {
        try {
            new RelaySender(relay).testConnection();
            return Optional.empty();
        } catch (AuthenticationFailedException e) {
            return Optional.of(new Refusals(relay, "anybody").explain(new MailAuthenticationException(e), false));
        } catch (MessagingException e) {
            return Optional.of(new Refusals(relay, "anybody").explain(e, false));
        } catch (IOException e) {
            return Optional.of(DeliveryException.failed(
                    Trouble.Kind.INPUT_OUTPUT,
                    "the certificate of the mail server " + relay.host()
                            + " cannot be read. Next: see 'authority' in mail.yaml",
                    e));
        }
    }
}
