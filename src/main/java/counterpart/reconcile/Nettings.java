package counterpart.reconcile;

import counterpart.model.PartnershipId;
import java.util.Optional;

/** The last netting of each partnership that has two pharmacy ledgers. */
public interface Nettings {
    /** None before the first reconciliation, and none for a partnership without pharmacy ledgers. */
    Optional<Netting> latest(PartnershipId partnership);
}
