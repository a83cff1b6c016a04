package counterpart.deliver;

import counterpart.model.PartnershipId;
import counterpart.model.Sha256;
import java.time.Instant;
import java.time.YearMonth;

/** Proof that a recipient's server holds the edition: the size was read back there after the final name was given. */
public record DeliveryReceipt(
        PartnershipId partnership,
        YearMonth month,
        int revision,
        String recipient,
        String remotePath,
        Sha256 sha,
        long bytes,
        Instant deliveredAt) {}
