package counterpart.deliver.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.deliver.Courier;
import counterpart.deliver.DeliveryKey;
import counterpart.deliver.DeliveryLedger;
import counterpart.deliver.DeliveryReceipt;
import counterpart.model.PartnershipId;
import counterpart.partner.Configuration;
import counterpart.partner.PartnerServerException;
import counterpart.partner.Partnership;
import counterpart.partner.Partnership.Recipient;
import counterpart.partner.RemotePlace;
import counterpart.report.Edition;
import counterpart.report.Editions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends an edition to the recipients who have no receipt for it yet. */
final class DeliverEdition implements StepWork {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverEdition.class);

    private final Configuration configuration;
    private final Editions editions;
    private final DeliveryLedger ledger;
    private final Courier courier;
    private final Clock clock;

    DeliverEdition(
            Configuration configuration, Editions editions, DeliveryLedger ledger, Courier courier, Clock clock) {
        this.configuration = configuration;
        this.editions = editions;
        this.ledger = ledger;
        this.courier = courier;
        this.clock = clock;
    }

    /** A recipient whose server fails does not keep the others from theirs; the step fails after the last. */
    @Override
    public Counts run(JobKeys keys, Progress progress) throws IOException {
        Edition edition = edition(keys);
        refuseOtherBytes(edition);
        List<Recipient> recipients =
                partnership(edition.partnership()).committee().recipients();
        Map<String, Long> out = new LinkedHashMap<>();
        PartnerServerException failure = null;
        for (int i = 0; i < recipients.size(); i++) {
            progress.told("delivering " + edition.fileName(), i, recipients.size());
            try {
                out.merge(deliver(edition, recipients.get(i)), 1L, Long::sum);
            } catch (PartnerServerException e) {
                failure = join(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return new Counts(recipients.size(), out);
    }

    private String deliver(Edition edition, Recipient recipient) {
        DeliveryKey key = DeliveryKey.of(edition, recipient.name(), courier.channel());
        if (ledger.find(key).isPresent()) {
            return "alreadyDelivered";
        }
        RemotePlace place = courier.bring(edition, recipient);
        ledger.keep(
                key,
                courier.channel(),
                new DeliveryReceipt(
                        edition.partnership(),
                        edition.month(),
                        edition.revision(),
                        recipient.name(),
                        place.path(),
                        edition.sha(),
                        place.bytes(),
                        clock.instant()));
        LOG.info(
                "step=deliverEdition edition={} partner={} path={} bytes={}",
                edition.fileName(),
                recipient.partner(),
                place.path(),
                place.bytes());
        return "delivered";
    }

    private Edition edition(JobKeys keys) {
        PartnershipId partnership = new PartnershipId(keys.text("partnership"));
        YearMonth month = YearMonth.parse(keys.text("month"));
        int revision = Integer.parseInt(keys.text("revision"));
        return editions.find(partnership, month, revision)
                .orElseThrow(() -> new IllegalStateException("no edition " + partnership + " " + month + " r" + revision
                        + " is registered; nothing was delivered. Next: './counterpart monthly --month " + month
                        + "'."));
    }

    private Partnership partnership(PartnershipId id) {
        Partnership partnership = configuration.partnerships().get(id);
        if (partnership == null) {
            throw new IllegalStateException(
                    "no partnership is called " + id + "; nothing was delivered. Next: './counterpart config check'.");
        }
        return partnership;
    }

    private static void refuseOtherBytes(Edition edition) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(edition.pdf())) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(edition.sha().value())) {
            throw new IllegalStateException(edition.pdf() + " is no longer the edition that was registered; nothing was"
                    + " delivered. Next: restore it from a backup.");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static PartnerServerException join(@Nullable PartnerServerException first, PartnerServerException next) {
        if (first == null) {
            return next;
        }
        first.addSuppressed(next);
        return first;
    }
}
