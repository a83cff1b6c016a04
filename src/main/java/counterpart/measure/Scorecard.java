package counterpart.measure;

import counterpart.model.PartnershipId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A month of scores for one partnership.
 *
 * @param asOf the day to whose end the books reach
 * @param booksHash digest over the ids of the active loads that it was computed from
 * @param scores in the order of the partnership's targets
 * @param denials claims first adjudicated in the month and denied, by reason
 */
public record Scorecard(
        PartnershipId partnership,
        YearMonth month,
        int revision,
        LocalDate asOf,
        String booksHash,
        List<Score> scores,
        Exchange exchange,
        Reconciliation reconciliation,
        Breakdown denials) {
    /**
     * Files of the month, for the sentences about how far to trust the numbers.
     *
     * @param rowsRead rows of the files that came into the books
     * @param rowsRejected those of them that stand in no number
     * @param lateFeeds feeds of late deliveries, in words
     * @param faults files that were held or refused, the most first
     */
    public record Exchange(
            long expected,
            long onTime,
            long late,
            long missing,
            long refused,
            long held,
            long rowsRead,
            long rowsRejected,
            List<String> lateFeeds,
            List<FileFault> faults) {
        public Exchange {
            lateFeeds = List.copyOf(lateFeeds);
            faults = List.copyOf(faults);
        }
    }

    /**
     * Files of one feed that were turned away for one reason.
     *
     * @param feed in words
     * @param held whether they wait for a person; else they were refused
     * @param reasonCode a rule code
     */
    public record FileFault(String feed, boolean held, String reasonCode, long files) {}

    /** Open breaks at the month's end; TIMING is left out of {@code open}. */
    public record Reconciliation(long open, long timing, long openedInMonth, long closedInMonth, long impactCents) {}

    public Scorecard {
        scores = List.copyOf(scores);
    }

    /** A scorecard that says nothing of the reasons of denials. */
    public Scorecard(
            PartnershipId partnership,
            YearMonth month,
            int revision,
            LocalDate asOf,
            String booksHash,
            List<Score> scores,
            Exchange exchange,
            Reconciliation reconciliation) {
        this(partnership, month, revision, asOf, booksHash, scores, exchange, reconciliation, Breakdown.NONE);
    }
}
