package counterpart.report.batch;

import counterpart.control.batch.JobKeys;
import counterpart.model.PartnershipId;
import java.time.YearMonth;

/** The keys of a review: which partnership, month and revision, from which loads. */
record ReviewKeys(PartnershipId partnership, YearMonth month, int revision, String booksHash) {
    static ReviewKeys of(JobKeys keys) {
        return new ReviewKeys(
                new PartnershipId(keys.text("partnership")),
                YearMonth.parse(keys.text("month")),
                Integer.parseInt(keys.text("revision")),
                keys.text("booksHash"));
    }

    @Override
    public String toString() {
        return "partnership=" + partnership + " month=" + month + " revision=" + revision;
    }
}
