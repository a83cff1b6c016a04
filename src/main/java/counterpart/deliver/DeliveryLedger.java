package counterpart.deliver;

import counterpart.model.PartnershipId;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The proofs of deliveries. */
public interface DeliveryLedger {
    Optional<DeliveryReceipt> find(DeliveryKey key);

    /** Keeps a receipt, in one transaction with its audit event. Keeping one under the same key again changes nothing. */
    void keep(DeliveryKey key, String channel, DeliveryReceipt receipt);

    /** The receipts of an edition, in the order of delivery. */
    List<DeliveryReceipt> of(PartnershipId partnership, YearMonth month, int revision);
}
