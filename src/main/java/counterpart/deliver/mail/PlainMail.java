package counterpart.deliver.mail;

import counterpart.deliver.DeliveryException;
import counterpart.finding.OneLine;
import counterpart.finding.Trouble;
import counterpart.partner.MailRelay;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** A mail of plain text to one address, by the installation's mail server and under its rules. */
public final class PlainMail {
    private final MailRelay relay;

    public PlainMail(MailRelay relay) {
        this.relay = relay;
    }

    /**
     * Sends a mail.
     *
     * @param id makes the mail's id, so that a second copy can be told
     * @throws DeliveryException when the server certainly or possibly has not taken it, or may not carry to the address
     */
    public void send(String to, String subject, String text, String id, Instant now) {
        if (!relay.mayCarryTo(to)) {
            throw DeliveryException.failed(
                    Trouble.Kind.SECURITY, "no mail may go to " + to + ": mail.yaml does not list its domain", null);
        }
        RelaySender sender;
        WithId mail;
        try {
            sender = new RelaySender(relay);
            mail = new WithId(sender.getSession(), "<" + id + "@" + MailRelay.domainOf(relay.from()) + ">");
            mail.setFrom(new InternetAddress(relay.from(), "Counterpart", StandardCharsets.UTF_8.name()));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            mail.setSubject(OneLine.of(subject), StandardCharsets.UTF_8.name());
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setSentDate(Date.from(now));
            mail.setText(text, StandardCharsets.UTF_8.name());
            mail.saveChanges();
        } catch (IOException | MessagingException e) {
            throw DeliveryException.failed(
                    Trouble.Kind.INPUT_OUTPUT, "the mail for " + to + " could not be written, so nothing was sent", e);
        }
        try {
            sender.send(mail);
        } catch (MailException e) {
            boolean onlyTheGoodBye = mail.handedOver
                    && e instanceof MailSendException send
                    && send.getFailedMessages().isEmpty();
            if (!onlyTheGoodBye) {
                throw new Refusals(relay, to).explain(e, mail.handedOver);
            }
        }
    }

    /** Keeps its id, which the mail library would make anew. */
    private static final class WithId extends MimeMessage {
        private final String id;
        private boolean handedOver;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        public void writeTo(OutputStream out, String[] leftOut) throws IOException, MessagingException {
            super.writeTo(out, leftOut);
            handedOver = true;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
