package counterpart.deliver;

import counterpart.deliver.DeliveryReport.Outcome;
import counterpart.finding.Trouble;
import counterpart.model.Sha256;
import counterpart.partner.PartnerServerException;
import counterpart.partner.Partnership;
import counterpart.partner.Partnership.Recipient;
import counterpart.partner.Partnership.Way;
import counterpart.partner.RemotePlace;
import counterpart.report.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers an edition, its PDF and its facts, to every recipient of its committee. Each recipient is tried, whatever
 * becomes of the others. What was delivered before is not sent again, and nothing is sent whose bytes are not those that
 * were issued.
 */
public final class EditionDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(EditionDelivery.class);

    private final DeliveryLedger ledger;
    private final Channels channels;
    private final Clock clock;

    /** Hears after each recipient how many were tried. */
    @FunctionalInterface
    public interface Listener {
        void tried(int done, int total);
    }

    /** A file to send, the order for it, and what carries it. */
    private record Parcel(Path content, DeliveryOrder order, Channel channel) {}

    public EditionDelivery(DeliveryLedger ledger, Channels channels, Clock clock) {
        this.ledger = ledger;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * Delivers what was not delivered yet. Failures are kept in the ledger and told in the report, not thrown.
     *
     * @throws IllegalArgumentException when the edition is another partnership's, its facts are another edition's, or
     *     the committee has no recipient; nothing was sent
     * @throws IOException when the facts cannot be read; nothing was sent
     */
    public DeliveryReport deliver(Edition edition, Partnership partnership, Listener listener) throws IOException {
        List<Recipient> recipients = partnership.committee().recipients();
        requireOwn(edition, partnership);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("nobody receives the editions of " + partnership.id()
                    + ", so " + edition.fileName() + " was sent to nobody. Next: name a recipient under"
                    + " committee.recipients in job-configs/partnerships/" + partnership.id()
                    + ".yaml, then run the same command again");
        }
        Sha256 facts = factsOf(edition);
        Map<Recipient, DeliveryReport.Line> lines = new HashMap<>();
        for (Recipient recipient : noticesLast(recipients)) {
            Channel channel = channels.of(partnership, recipient.way());
            lines.put(
                    recipient,
                    nothingLies(recipient, lines.values())
                            .orElseGet(() -> deliver(parcels(edition, facts, recipient, channel), recipient)));
            listener.tried(lines.size(), recipients.size());
        }
        return new DeliveryReport(edition, recipients.stream().map(lines::get).toList());
    }

    /** A notice says that the edition lies somewhere, so it is sent after that is true. */
    private static List<Recipient> noticesLast(List<Recipient> recipients) {
        return recipients.stream()
                .sorted(Comparator.comparing(recipient -> recipient.way() == Way.NOTICE))
                .toList();
    }

    /** A failure without an attempt, when a notice would say what is not true. */
    private static Optional<DeliveryReport.Line> nothingLies(
            Recipient recipient, Collection<DeliveryReport.Line> before) {
        boolean lies = before.stream()
                .anyMatch(line -> line.recipient().way() == Way.SFTP
                        && line.recipient().partner().equals(recipient.partner())
                        && line.failure() == null);
        return recipient.way() != Way.NOTICE || lies
                ? Optional.empty()
                : Optional.of(new DeliveryReport.Line(
                        recipient,
                        Outcome.FAILED,
                        "the edition does not lie on the server of " + recipient.partner()
                                + " yet, so the notice of it was not sent",
                        Trouble.Kind.UNDELIVERED));
    }

    private static void requireOwn(Edition edition, Partnership partnership) {
        if (!edition.partnership().equals(partnership.id())) {
            throw new IllegalArgumentException("the edition " + edition.fileName() + " belongs to "
                    + edition.partnership() + " and is not sent to the committee of " + partnership.id()
                    + "; nothing was sent. This is a defect: keep the home and report it");
        }
    }

    /** The digest of the facts, which name the digest of the pages that they belong to, and whose these are. */
    private static Sha256 factsOf(Edition edition) throws IOException {
        String text;
        try {
            text = Files.readString(edition.facts());
        } catch (IOException e) {
            throw new IOException(
                    edition.facts() + " cannot be read, so nothing was sent. Next: restore it from the backup of the"
                            + " home, then run the same command again",
                    e);
        }
        if (!text.contains(edition.sha().value())) {
            throw new IllegalArgumentException(edition.facts() + " belongs to another printing than "
                    + edition.fileName() + ", so nothing was sent. Next: issue the next revision with --revise");
        }
        if (!says(text, "partnership", edition.partnership().value())
                || !says(text, "month", edition.month().toString())) {
            throw new IllegalArgumentException(
                    edition.facts() + " is not about " + edition.partnership() + " in "
                            + edition.month()
                            + ": its pages belong to another committee or month, so nothing was sent. Next:"
                            + " restore the folder of the edition from the backup of the home, then run the same command again");
        }
        return Sha256.of(text);
    }

    /** Facts are written by us, one key a line; the first of a name is the document's own. */
    private static boolean says(String facts, String key, String value) {
        Matcher first = Pattern.compile("\"" + key + "\"\\s*:\\s*\"([^\"]*)\"").matcher(facts);
        return first.find() && first.group(1).equals(value);
    }

    /** Pages first: a recipient who has only one of the two should have these. A mail is about the pages alone. */
    private static List<Parcel> parcels(Edition edition, Sha256 facts, Recipient recipient, Channel channel) {
        Parcel pages = new Parcel(
                edition.pdf(), order(edition, recipient, channel, edition.fileName(), edition.sha()), channel);
        if (recipient.way() != Way.SFTP) {
            return List.of(pages);
        }
        return List.of(
                pages,
                new Parcel(edition.facts(), order(edition, recipient, channel, factsName(edition), facts), channel));
    }

    private static DeliveryOrder order(
            Edition edition, Recipient recipient, Channel channel, String fileName, Sha256 artefact) {
        return new DeliveryOrder(
                edition.partnership(),
                edition.month(),
                edition.revision(),
                recipient,
                channel.name(),
                fileName,
                artefact);
    }

    private static String factsName(Edition edition) {
        return edition.fileName().replaceFirst("\\.pdf$", "") + "-facts.json";
    }

    private DeliveryReport.Line deliver(List<Parcel> parcels, Recipient recipient) {
        List<Delivery> all = new ArrayList<>();
        for (Parcel parcel : parcels) {
            all.add(ledger.open(parcel.order()));
        }
        boolean sentBefore = all.stream().allMatch(Delivery::isSent);
        for (int i = 0; i < all.size(); i++) {
            Delivery delivery = all.get(i);
            try {
                if (!delivery.isSent()) {
                    attempt(delivery, parcels.get(i));
                }
            } catch (NotDelivered e) {
                Outcome outcome = e.uncertain ? Outcome.UNCERTAIN : Outcome.FAILED;
                return new DeliveryReport.Line(recipient, outcome, e.sentence, e.trouble);
            }
        }
        return DeliveryReport.Line.of(recipient, sentBefore ? Outcome.DELIVERED_BEFORE : Outcome.DELIVERED);
    }

    private void attempt(Delivery delivery, Parcel parcel) throws NotDelivered {
        requireNoDoubt(delivery, parcel);
        Delivery begun = ledger.begin(delivery);
        try {
            log(ledger.sent(begun, carry(parcel)));
        } catch (NotDelivered e) {
            log(noted(begun, e));
            throw e;
        }
    }

    private Delivery noted(Delivery begun, NotDelivered reason) {
        if (reason.getCause() instanceof DeliveryException carrier && carrier.isDeferred()) {
            return ledger.deferred(begun, reason.sentence);
        }
        return reason.uncertain ? ledger.uncertain(begun, reason.sentence) : ledger.failed(begun, reason.sentence);
    }

    /** Where nobody can look whether it arrived, what may have arrived is not sent again without a person's word. */
    private void requireNoDoubt(Delivery delivery, Parcel parcel) throws NotDelivered {
        Delivery doubtful = delivery;
        if (delivery.state() == Delivery.State.SENDING && !parcel.channel().seesWhatLiesThere()) {
            doubtful = ledger.uncertain(delivery, "an earlier run ended while it was being sent");
            log(doubtful);
        }
        if (doubtful.state() == Delivery.State.UNCERTAIN) {
            throw new NotDelivered(Trouble.Kind.UNDELIVERED, true, String.valueOf(doubtful.failure()), null);
        }
    }

    private static void log(Delivery ended) {
        DeliveryOrder order = ended.order();
        LOG.info(
                "step=deliverEdition edition={} to={} channel={} place={} file={} outcome={} attempt={}",
                order.edition(),
                order.recipient().partner(),
                order.channel(),
                order.recipient().place(),
                order.fileName(),
                ended.state(),
                ended.attempts());
    }

    private DeliveryReceipt carry(Parcel parcel) throws NotDelivered {
        DeliveryOrder order = parcel.order();
        long bytes = issuedBytes(parcel);
        RemotePlace place;
        try {
            place = parcel.channel().carry(order, parcel.content());
        } catch (PartnerServerException e) {
            throw new NotDelivered(e.trouble(), false, String.valueOf(e.getMessage()), e);
        } catch (DeliveryException e) {
            throw new NotDelivered(e.trouble(), e.isUncertain(), String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            // Not foreseen; the other recipients shall not suffer from it.
            throw new NotDelivered(
                    Trouble.Kind.INTERNAL,
                    false,
                    order.fileName() + " was not sent because of "
                            + e.getClass().getName()
                            + ". Next: run the same command again, with debug logging if it fails again",
                    e);
        }
        if (place.bytes() != bytes) {
            throw new NotDelivered(
                    Trouble.Kind.PROTOCOL,
                    false,
                    place.path() + " has " + place.bytes() + " of " + bytes + " bytes, so it does not count as"
                            + " delivered. Next: ask the partner to remove it, then run the same command again",
                    null);
        }
        return new DeliveryReceipt(
                order.partnership(),
                order.month(),
                order.revision(),
                order.recipient().name(),
                place.path(),
                order.artefact(),
                bytes,
                clock.instant());
    }

    /** The size of the file to send, after its bytes were proved to be those of the order. */
    private static long issuedBytes(Parcel parcel) throws NotDelivered {
        Path content = parcel.content();
        try {
            if (!Sha256.of(content).equals(parcel.order().artefact())) {
                throw new NotDelivered(
                        Trouble.Kind.INPUT_OUTPUT,
                        false,
                        content + " does not hold the bytes that were issued, so it was sent to nobody. Next: restore"
                                + " it from the backup of the home, or issue the next revision with --revise",
                        null);
            }
            return Files.size(content);
        } catch (IOException e) {
            throw new NotDelivered(
                    Trouble.Kind.INPUT_OUTPUT,
                    false,
                    content + " cannot be read and was not sent. Next: restore it from the backup of the home, then"
                            + " run the same command again",
                    e);
        }
    }

    /** Why one file did not reach one recipient. */
    private static final class NotDelivered extends Exception {
        private static final long serialVersionUID = 1L;

        private final Trouble.Kind trouble;
        private final boolean uncertain;
        private final String sentence;

        NotDelivered(Trouble.Kind trouble, boolean uncertain, String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
            this.trouble = trouble;
            this.uncertain = uncertain;
            this.sentence = sentence;
            LOG.debug("step=deliverEdition not delivered", this);
        }
    }
}
