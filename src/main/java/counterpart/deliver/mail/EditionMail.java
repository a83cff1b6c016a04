package counterpart.deliver.mail;

import counterpart.deliver.DeliveryOrder;
import counterpart.partner.MailRelay;
import counterpart.partner.Partnership;
import counterpart.partner.Partnership.Recipient;
import counterpart.partner.Partnership.Way;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

/**
 * One mail about one edition to one recipient. Its id is made of what is delivered to whom, so that a second copy bears
 * the same. It knows whether all of it was written to the server, because only then the server may have taken it.
 */
final class EditionMail extends MimeMessage {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final String id;
    private boolean handedOver;

    private EditionMail(Session session, String id) {
        super(session);
        this.id = id;
    }

    /**
     * Writes the mail.
     *
     * @param pages the edition's pages; attached where the recipient's way is MAIL
     */
    static EditionMail write(
            Session session, Partnership partnership, MailRelay relay, DeliveryOrder order, byte[] pages, Instant now)
            throws MessagingException, IOException {
        Recipient recipient = order.recipient();
        EditionMail mail = new EditionMail(session, idOf(order, relay));
        mail.setFrom(new InternetAddress(relay.from(), "Counterpart", StandardCharsets.UTF_8.name()));
        mail.setRecipient(
                Message.RecipientType.TO,
                new InternetAddress(recipient.place(), oneLine(recipient.name()), StandardCharsets.UTF_8.name()));
        mail.setSubject(
                oneLine("Edition of " + MONTH.format(order.month()) + ": " + partnership.name()),
                StandardCharsets.UTF_8.name());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setSentDate(Date.from(now));
        String text = text(partnership, order);
        if (recipient.way() == Way.MAIL) {
            mail.setContent(new MimeMultipart(textPart(text), pagesPart(order, pages)));
        } else {
            mail.setText(text, StandardCharsets.UTF_8.name());
        }
        mail.saveChanges();
        return mail;
    }

    /** The id of the mail of an order; it depends on nothing else. */
    static String idOf(DeliveryOrder order, MailRelay relay) {
        return "<" + order.key() + "@" + MailRelay.domainOf(relay.from()) + ">";
    }

    String id() {
        return id;
    }

    /** Whether the last byte was written; from then on the server may have taken the mail. */
    boolean isHandedOver() {
        return handedOver;
    }

    @Override
    public void writeTo(OutputStream server, String[] ignoredHeaders) throws IOException, MessagingException {
        super.writeTo(server, ignoredHeaders);
        handedOver = true;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    private static MimeBodyPart textPart(String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name());
        return part;
    }

    private static MimeBodyPart pagesPart(DeliveryOrder order, byte[] pages) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(pages, "application/pdf")));
        part.setFileName(order.fileName());
        return part;
    }

    private static String text(Partnership partnership, DeliveryOrder order) {
        Recipient recipient = order.recipient();
        String folder = partnership.committee().recipients().stream()
                .filter(other -> other.way() == Way.SFTP && other.partner().equals(recipient.partner()))
                .map(Recipient::place)
                .findFirst()
                .orElse("");
        return template(recipient.way() == Way.MAIL ? "edition.txt" : "notice.txt")
                .replace("{month}", MONTH.format(order.month()))
                .replace("{revision}", Integer.toString(order.revision()))
                .replace("{file}", order.fileName())
                .replace("{digest}", order.artefact().value())
                .replace("{folder}", folder)
                .replace("{recipient}", oneLine(recipient.name()))
                .replace("{committee}", oneLine(partnership.committee().name()))
                .replace("{partnership}", oneLine(partnership.name()));
    }

    private static String template(String name) {
        try (InputStream in = EditionMail.class.getResourceAsStream("/templates/mail/" + name)) {
            if (in == null) {
                throw new IllegalStateException("templates/mail/" + name + " is missing from this build; build again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("templates/mail/" + name + " cannot be read", e);
        }
    }

    /** A name with a line break in it must not begin a header of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
