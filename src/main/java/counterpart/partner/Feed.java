package counterpart.partner;

import counterpart.model.FeedName;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One recurring file of a partner.
 *
 * @param directory where the partner leaves it on the server
 * @param namePattern what its names look like; the named groups {@code asOf}, {@code from}, {@code to} (yyyyMMdd),
 *     {@code seq} and {@code mode} state what a file without a header record does not
 * @param layout name of the file layout, among the partner's layouts
 * @param due when it is due; none when it comes without a calendar
 * @param processedDirectory where a taken file is moved on the server; none leaves it where it is
 * @param countsAs the feed of the same partner in whose books its rows count; none when it has books of its own
 * @param mode what its files are (FULL, CHG, HIST) when neither their header nor their name says; none means FULL
 */
public record Feed(
        FeedName name,
        Content content,
        String directory,
        Pattern namePattern,
        String layout,
        Completeness completeness,
        Slot slot,
        @Nullable DueTime due,
        @Nullable String processedDirectory,
        Guards guards,
        @Nullable FeedName countsAs,
        @Nullable String mode) {
    /** A feed with books of its own. */
    public Feed(
            FeedName name,
            Content content,
            String directory,
            Pattern namePattern,
            String layout,
            Completeness completeness,
            Slot slot,
            @Nullable DueTime due,
            @Nullable String processedDirectory,
            Guards guards) {
        this(
                name,
                content,
                directory,
                namePattern,
                layout,
                completeness,
                slot,
                due,
                processedDirectory,
                guards,
                null,
                null);
    }

    /** The feed in whose books its rows count. */
    public FeedName booksOf() {
        return countsAs == null ? name : countsAs;
    }

    /** What the file is about. */
    public enum Content {
        ELIG,
        MCLM,
        RXCLM
    }

    /**
     * Which earlier load a new one supersedes: that of the same as-of date, that of the same period, none (each file adds
     * up), or the feed's last one, whatever its day.
     */
    public enum Slot {
        AS_OF,
        PERIOD,
        FILE,
        FEED
    }
}
