package counterpart.measure;

import counterpart.model.PartnershipId;
import java.time.YearMonth;
import java.util.Optional;

/** Finds computed scorecards. */
public interface Scorecards {
    Optional<Scorecard> find(PartnershipId partnership, YearMonth month, int revision);
}
