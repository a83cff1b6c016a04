package counterpart.reconcile;

import counterpart.model.PartnershipId;
import java.util.Optional;

/** Finds what reconciliations came to. */
public interface Reconciliations {
    /** The reconciliation whose break ledger counts; none before the first. */
    Optional<ReconciledBooks> latest(PartnershipId partnership);
}
