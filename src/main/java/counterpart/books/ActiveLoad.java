package counterpart.books;

import counterpart.model.FeedId;
import counterpart.model.FeedName;
import counterpart.model.LoadId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One load that counts. At most one load is active in a feed's slot.
 *
 * @param feed the feed in whose books the rows count
 * @param slot as-of date, period or file id, as the feed declares; before it, the feed that the file came by, when that
 *     is another
 * @param mode FULL, CHG, HIST, or PART for eligibility of which all files together tell the whole
 * @param asOf day to whose end the load describes its feed
 * @param periodFrom first adjudication day of claims
 */
public record ActiveLoad(
        LoadId load,
        FeedId feed,
        String slot,
        String mode,
        LocalDate asOf,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        long rows) {
    /** The mode of eligibility that adds up. */
    public static final String PART = "PART";

    private static final String VIA = ": ";

    /**
     * The text of a slot.
     *
     * @param via the feed that the file came by
     * @param feed the feed in whose books it counts
     */
    public static String slotOf(FeedName via, FeedName feed, String slot) {
        return via.equals(feed) ? slot : via + VIA + slot;
    }

    /** The feed that the file came by. */
    public FeedName via() {
        int end = slot.indexOf(VIA);
        return end < 0 ? feed.name() : new FeedName(slot.substring(0, end));
    }
}
