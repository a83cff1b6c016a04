package counterpart.report;

import counterpart.measure.Score;
import counterpart.measure.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Page 1, ready to be printed: every string is final.
 *
 * @param strip the statuses in the order of the icon strip
 * @param moreDecisions names how many decisions found no place; empty when all did
 * @param alsoOffTarget none when every off-target measure has a card
 */
public record SummaryPage(
        String partnershipName,
        String committee,
        String month,
        String asOf,
        String lede,
        List<Status> strip,
        String stripAlt,
        String counts,
        List<Tile> tiles,
        List<Decisions.Asked> decisions,
        String moreDecisions,
        Column successes,
        Column trends,
        Column attention,
        @Nullable AlsoOff alsoOffTarget,
        List<String> changes,
        List<String> trust) {
    /**
     * One headline measure.
     *
     * @param basis its own month and what it counts
     * @param change against the calendar month before; empty when there is none
     */
    public record Tile(
            String title,
            String value,
            String unit,
            String basis,
            String target,
            String change,
            Status status,
            String statusWords,
            String sparkAlt,
            Score score) {}

    /** Cards under one heading; {@code nothing} is printed when there are none. */
    public record Column(List<Sentence> cards, @Nullable String nothing) {
        public Column {
            cards = List.copyOf(cards);
        }
    }

    public SummaryPage {
        strip = List.copyOf(strip);
        tiles = List.copyOf(tiles);
        decisions = List.copyOf(decisions);
        changes = List.copyOf(changes);
        trust = List.copyOf(trust);
    }
}
