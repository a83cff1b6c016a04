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
 */
public record Scorecard(
        PartnershipId partnership,
        YearMonth month,
        int revision,
        LocalDate asOf,
        String booksHash,
        List<Score> scores,
        Exchange exchange,
        Reconciliation reconciliation) {
    /**
     * Files of the month, for the sentence about how far to trust the numbers.
     *
     * @param lateFeeds feeds of late deliveries, in words
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
            List<String> lateFeeds) {}

    /** Open breaks at the month's end; TIMING is left out of {@code open}. */
    public record Reconciliation(long open, long timing, long openedInMonth, long closedInMonth, long impactCents) {}

    public Scorecard {
        scores = List.copyOf(scores);
    }
}
