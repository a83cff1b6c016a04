package counterpart.measure.batch;

import counterpart.control.batch.JobKeys;
import counterpart.model.PartnershipId;
import counterpart.partner.Configuration;
import counterpart.partner.Partnership;
import java.time.YearMonth;

/** Reads the keys of {@code review}. */
final class Keys {
    private Keys() {}

    static PartnershipId partnershipId(JobKeys keys) {
        return new PartnershipId(keys.text("partnership"));
    }

    static Partnership partnership(JobKeys keys, Configuration configuration) {
        PartnershipId id = partnershipId(keys);
        Partnership partnership = configuration.partnerships().get(id);
        if (partnership == null) {
            throw new IllegalArgumentException("no partnership is called " + id);
        }
        return partnership;
    }

    static YearMonth month(JobKeys keys) {
        return YearMonth.parse(keys.text("month"));
    }

    static int revision(JobKeys keys) {
        return Integer.parseInt(keys.text("revision"));
    }
}
