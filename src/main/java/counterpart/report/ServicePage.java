package counterpart.report;

import counterpart.measure.ServiceDetail;
import java.time.YearMonth;
import java.util.List;

/**
 * The page about files, reconciliations and denials, ready to be printed: every string is final.
 *
 * @param partners the two sides, as the heads of the table of whose input caused what
 */
public record ServicePage(
        String message,
        String introduction,
        String filesMessage,
        Calendar calendar,
        List<FeedRow> feeds,
        String booksMessage,
        List<BooksRow> books,
        String denialsMessage,
        List<DenialRow> denials,
        String denialsNote,
        String originsMessage,
        List<String> partners,
        List<OriginRow> origins) {
    /** Files by day. */
    public record Calendar(YearMonth month, List<Line> lines, String alt) {
        public Calendar {
            lines = List.copyOf(lines);
        }
    }

    /** One feed of the calendar. */
    public record Line(String name, List<ServiceDetail.FileDay> days) {
        public Line {
            days = List.copyOf(days);
        }
    }

    /** How one feed's files fared; {@code share} is that of accepted rows, 0 to 1. */
    public record FeedRow(
            String name,
            String due,
            String onTime,
            String late,
            String missing,
            String came,
            String loaded,
            String held,
            String refused,
            String accepted,
            double share) {}

    /** What one reconciliation came to; {@code share} is that of what agreed, 0 to 1. */
    public record BooksRow(
            String title,
            String compared,
            String matched,
            String rate,
            double share,
            String open,
            String dollars,
            String oldest) {}

    /** Denials of one group of reasons; {@code share} is that of the longest bar, 0 to 1. */
    public record DenialRow(String reason, String claims, String percent, String cumulative, double share) {}

    /** What went wrong with the input of each side. */
    public record OriginRow(String what, List<String> byPartner) {
        public OriginRow {
            byPartner = List.copyOf(byPartner);
        }
    }

    public ServicePage {
        feeds = List.copyOf(feeds);
        books = List.copyOf(books);
        denials = List.copyOf(denials);
        partners = List.copyOf(partners);
        origins = List.copyOf(origins);
    }
}
