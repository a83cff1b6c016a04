package counterpart.deliver.mail;

import counterpart.deliver.Channel;
import counterpart.deliver.DeliveryException;
import counterpart.deliver.DeliveryOrder;
import counterpart.finding.Trouble;
import counterpart.partner.MailRelay;
import counterpart.partner.Partnership;
import counterpart.partner.Partnership.Way;
import counterpart.partner.RemotePlace;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * Gives mails to the partnership's relay, one dialogue a recipient, so that one who is refused harms no other. What it
 * returns proves that the relay took the mail into its care, not that anybody read it.
 */
public final class MailChannel implements Channel {
    private static final int LONGEST_PLACE = 700;

    private final Partnership partnership;
    private final MailRelay relay;
    private final Way way;
    private final Clock clock;

    /**
     * @param way MAIL or NOTICE
     * @throws IllegalArgumentException when the committee has no relay
     */
    public MailChannel(Partnership partnership, Way way, Clock clock) {
        MailRelay found = partnership.committee().relay();
        if (found == null || way == Way.SFTP) {
            throw new IllegalArgumentException("the committee of " + partnership.id() + " is not reached by mail");
        }
        this.partnership = partnership;
        this.relay = found;
        this.way = way;
        this.clock = clock;
    }

    @Override
    public String name() {
        return way == Way.MAIL ? "mail" : "notice";
    }

    @Override
    public boolean seesWhatLiesThere() {
        return false;
    }

    @Override
    public RemotePlace carry(DeliveryOrder order, Path content) {
        String address = order.recipient().place();
        requireRegistered(order);
        RelaySender sender;
        EditionMail mail;
        byte[] pages;
        try {
            sender = new RelaySender(relay);
            pages = Files.readAllBytes(content);
            mail = EditionMail.write(sender.getSession(), partnership, relay, order, pages, clock.instant());
        } catch (IOException | MessagingException e) {
            throw DeliveryException.failed(
                    Trouble.Kind.INPUT_OUTPUT,
                    "the mail for " + address + " could not be written, so nothing was sent. Next: see that " + content
                            + " and the certificate of the mail server can be read",
                    e);
        }
        try {
            sender.send(mail);
        } catch (MailException e) {
            if (!isOnlyAboutTheGoodBye(e, mail)) {
                throw new Refusals(relay, address).explain(e, mail.isHandedOver());
            }
        }
        String place = mail.id() + " taken by " + relay.host() + ": " + sender.lastAnswer();
        return new RemotePlace(place.substring(0, Math.min(place.length(), LONGEST_PLACE)), pages.length);
    }

    /** The relay took the mail and then broke off; Spring tells that apart by naming no failed message. */
    private static boolean isOnlyAboutTheGoodBye(MailException failure, EditionMail mail) {
        return mail.isHandedOver()
                && failure instanceof MailSendException send
                && send.getFailedMessages().isEmpty();
    }

    /** The last look before it leaves: the order is this committee's, and so is the address. */
    private void requireRegistered(DeliveryOrder order) {
        if (!order.partnership().equals(partnership.id())
                || !partnership.committee().recipients().contains(order.recipient())
                || !relay.mayCarryTo(order.recipient().place())) {
            throw DeliveryException.failed(
                    Trouble.Kind.SECURITY,
                    order.recipient().place() + " is no registered address of the committee of " + partnership.id()
                            + ", so nothing was sent",
                    null);
        }
    }
}
