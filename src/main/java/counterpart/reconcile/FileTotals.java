package counterpart.reconcile;

import counterpart.model.ControlTotals;
import counterpart.model.FeedId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the totals of one file: what its trailer declares, what was counted in it, and what reached the books.
 *
 * @param slot what the file is a delivery of: its period, or the day to whose end it describes its feed
 * @param part which of the files it is that add up in the slot, as files of changes do: its number, or else its id; none
 *     where one file is the whole delivery
 * @param state its fate
 * @param arrival place in the order of arrival; of two files the later has the greater
 * @param accepted rows that passed every check
 * @param books what the books hold of it; none when its load does not count
 */
public record FileTotals(
        FeedId feed,
        String slot,
        @Nullable String part,
        State state,
        long arrival,
        @Nullable ControlTotals declared,
        ControlTotals computed,
        long accepted,
        long rejected,
        @Nullable InBooks books) {
    /** What a break about the file is about. */
    public String entityKey() {
        return feed + " " + slot + (part == null ? "" : " " + part);
    }

    /** What became of a file, as far as its totals are concerned. */
    public enum State {
        LOADED,
        HELD,
        REFUSED
    }

    /** Rows and plan paid of a load that counts. */
    public record InBooks(long rows, long paidCents) {}

    /** Where the files of some feeds are known. */
    @FunctionalInterface
    public interface Source {
        /** Settled files of the feeds that were not taken out of the books since. */
        List<FileTotals> of(List<FeedId> feeds);
    }
}
