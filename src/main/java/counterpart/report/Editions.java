package counterpart.report;

import counterpart.model.PartnershipId;
import java.time.YearMonth;
import java.util.Optional;

/** The register of issued editions. */
public interface Editions {
    /** Registers an edition; registering the same bytes again is allowed, other bytes under the same key are refused. */
    void register(Edition edition);

    Optional<Edition> find(PartnershipId partnership, YearMonth month, int revision);

    /** The newest revision of the month. */
    Optional<Edition> latest(PartnershipId partnership, YearMonth month);
}
