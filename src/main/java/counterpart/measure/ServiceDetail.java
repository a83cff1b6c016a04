package counterpart.measure;

import java.time.LocalDate;
import java.util.List;

/**
 * The month's files by feed and day, and the open breaks by kind: what the page about data exchange shows. It counts
 * files, rows and breaks and says nothing of a member.
 *
 * @param feeds in the order of their names
 * @param openBreaks by reconciliation and category, the most first
 */
public record ServiceDetail(List<FeedMonth> feeds, List<OpenBreaks> openBreaks) {
    /** Nothing is known, as of a scorecard that an older version kept. */
    public static final ServiceDetail NONE = new ServiceDetail(List.of(), List.of());

    /** How a delivery or a file fared. */
    public enum Mark {
        ON_TIME,
        LATE,
        MISSING,
        /** A file that was held or refused. */
        TURNED_AWAY
    }

    /** A mark on the day on which a delivery was due, or on which a file came. */
    public record FileDay(LocalDate day, Mark mark) {}

    /**
     * One feed.
     *
     * @param partner in words
     * @param due deliveries that were expected
     * @param files that came, each once
     * @param loaded those of them that are or were in the books
     * @param excused expected deliveries that both sides agreed to do without
     * @param rowsRead rows of loaded files
     * @param days marks, oldest first
     */
    public record FeedMonth(
            String partner,
            String feed,
            long due,
            long files,
            long loaded,
            long held,
            long refused,
            long excused,
            long rowsRead,
            long rowsAccepted,
            List<FileDay> days) {
        public FeedMonth {
            days = List.copyOf(days);
            if (rowsAccepted > rowsRead) {
                throw new IllegalArgumentException("no more rows are accepted than read");
            }
        }

        /** Deliveries with a mark of this kind. */
        public long days(Mark mark) {
            return days.stream().filter(day -> day.mark() == mark).count();
        }
    }

    /**
     * Open breaks of one reconciliation and category.
     *
     * @param rejectedLeft those that are there because we rejected a row of the left partner
     */
    public record OpenBreaks(
            String reconciliation, String category, long breaks, long rejectedLeft, long rejectedRight) {}

    public ServiceDetail {
        feeds = List.copyOf(feeds);
        openBreaks = List.copyOf(openBreaks);
    }
}
