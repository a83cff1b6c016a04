package counterpart.deliver;

import counterpart.deliver.DeliveryReport.Outcome;
import counterpart.model.Sha256;
import counterpart.partner.PartnerServerException;
import counterpart.partner.Partnership;
import counterpart.partner.Partnership.Recipient;
import counterpart.partner.RemotePlace;
import counterpart.report.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
    private final Channel channel;
    private final Clock clock;

    /** Hears after each recipient how many were tried. */
    @FunctionalInterface
    public interface Listener {
        void tried(int done, int total);
    }

    /** A file to send and the order for it. */
    private record Parcel(Path content, DeliveryOrder order) {}

    public EditionDelivery(DeliveryLedger ledger, Channel channel, Clock clock) {
        this.ledger = ledger;
        this.channel = channel;
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
        List<DeliveryReport.Line> lines = new ArrayList<>();
        for (Recipient recipient : recipients) {
            lines.add(deliver(parcels(edition, facts, recipient), recipient));
            listener.tried(lines.size(), recipients.size());
        }
        return new DeliveryReport(edition, lines);
    }

    private static void requireOwn(Edition edition, Partnership partnership) {
        if (!edition.partnership().equals(partnership.id())) {
            throw new IllegalArgumentException("the edition " + edition.fileName() + " belongs to "
                    + edition.partnership() + " and is not sent to the committee of " + partnership.id()
                    + "; nothing was sent. This is a defect: keep the home and report it");
        }
    }

    /** The digest of the facts, which name the digest of the pages that they belong to. */
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
        return Digests.of(text);
    }

    /** Pages first: a recipient who has only one of the two should have these. */
    private List<Parcel> parcels(Edition edition, Sha256 facts, Recipient recipient) {
        return List.of(
                new Parcel(edition.pdf(), order(edition, recipient, edition.fileName(), edition.sha())),
                new Parcel(edition.facts(), order(edition, recipient, factsName(edition), facts)));
    }

    private DeliveryOrder order(Edition edition, Recipient recipient, String fileName, Sha256 artefact) {
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
            if (!all.get(i).isSent()) {
                all.set(i, attempt(all.get(i), parcels.get(i)));
            }
            String failure = all.get(i).failure();
            if (failure != null) {
                return new DeliveryReport.Line(recipient, Outcome.FAILED, failure);
            }
        }
        return new DeliveryReport.Line(recipient, sentBefore ? Outcome.DELIVERED_BEFORE : Outcome.DELIVERED, null);
    }

    private Delivery attempt(Delivery delivery, Parcel parcel) {
        DeliveryOrder order = parcel.order();
        Delivery begun = ledger.begin(delivery);
        Delivery ended;
        try {
            ended = ledger.sent(begun, carry(parcel));
        } catch (NotDelivered e) {
            ended = ledger.failed(begun, e.sentence());
        }
        LOG.info(
                "step=deliverEdition edition={} to={} directory={} file={} outcome={} attempt={}",
                order.edition(),
                order.recipient().partner(),
                order.recipient().directory(),
                order.fileName(),
                ended.state(),
                ended.attempts());
        return ended;
    }

    private DeliveryReceipt carry(Parcel parcel) throws NotDelivered {
        DeliveryOrder order = parcel.order();
        long bytes = issuedBytes(parcel);
        RemotePlace place;
        try {
            place = channel.carry(order, parcel.content());
        } catch (PartnerServerException e) {
            throw new NotDelivered(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            // Not foreseen; the other recipients shall not suffer from it.
            throw new NotDelivered(
                    order.fileName() + " was not sent because of "
                            + e.getClass().getName()
                            + ". Next: run the same command again, with debug logging if it fails again",
                    e);
        }
        if (place.bytes() != bytes) {
            throw new NotDelivered(
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
            if (!Digests.of(content).equals(parcel.order().artefact())) {
                throw new NotDelivered(
                        content + " does not hold the bytes that were issued, so it was sent to nobody. Next: restore"
                                + " it from the backup of the home, or issue the next revision with --revise",
                        null);
            }
            return Files.size(content);
        } catch (IOException e) {
            throw new NotDelivered(
                    content + " cannot be read and was not sent. Next: restore it from the backup of the home, then"
                            + " run the same command again",
                    e);
        }
    }

    /** Why one file did not reach one recipient. */
    private static final class NotDelivered extends Exception {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        NotDelivered(String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
            this.sentence = sentence;
            LOG.debug("step=deliverEdition not delivered", this);
        }

        String sentence() {
            return sentence;
        }
    }
}
