package counterpart.measure.book;

import counterpart.measure.MeasureDefinition;
import counterpart.measure.Measures;
import counterpart.measure.MonthValue;
import counterpart.model.FeedId;
import counterpart.partner.Partnership;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes the measures of one partnership for a range of months, from the active loads. */
final class MeasureBook {
    /** Months of history on a scorecard, the report month included. */
    static final int MONTHS = 36;

    /** In the place of a feed that the partnership does not have; no feed is called so. */
    private static final String NO_FEED = "";

    private final Partnership partnership;
    private final YearMonth reportMonth;
    private final Reach reach;

    MeasureBook(Partnership partnership, YearMonth reportMonth, Reach reach) {
        this.partnership = partnership;
        this.reportMonth = reportMonth;
        this.reach = reach;
    }

    /** Every measure for which the partnership has the feeds, with the months of the range since its feeds began, oldest first. */
    Map<MeasureDefinition, List<MonthValue>> compute(Connection connection) {
        MeasureSql sql = new MeasureSql(connection, parameters(partnership, reportMonth));
        sql.prepare();
        Map<MeasureDefinition, List<MonthValue>> values = new LinkedHashMap<>();
        for (MeasureDefinition measure : Measures.all()) {
            if (!reach.isMeasurable(measure)) {
                continue;
            }
            values.put(
                    measure,
                    sql.measure(measure.name()).stream()
                            .filter(row -> reach.hasBegun(measure, row.month()))
                            .map(row -> new MonthValue(
                                    row.month(),
                                    row.numerator(),
                                    row.denominator(),
                                    reach.isComplete(measure, row.month())))
                            .toList());
        }
        return values;
    }

    static Map<String, Object> parameters(Partnership partnership, YearMonth reportMonth) {
        Partnership.Books books = partnership.books();
        return Map.of(
                "first_month", reportMonth.minusMonths(MONTHS - 1L).atDay(1),
                "last_month", reportMonth.atDay(1),
                "report_month", reportMonth.atDay(1),
                "partnership", partnership.id().value(),
                "member_month_rule", partnership.memberMonthRule().name(),
                "coverage_feed", books.coverage().toString(),
                "medical_feed", name(books.medical()),
                "pharmacy_feed", name(books.pharmacy()),
                "ledger_feeds", ledgers(partnership),
                "feeds", feeds(partnership));
    }

    /** The feeds whose deliveries the partnership watches, each once. */
    static List<String> feeds(Partnership partnership) {
        return partnership.feeds().stream().map(FeedId::toString).toList();
    }

    private static List<String> ledgers(Partnership partnership) {
        Partnership.ClaimsLedger ledger = partnership.claimsLedger();
        return ledger == null
                ? List.of(NO_FEED)
                : List.of(ledger.left().toString(), ledger.right().toString());
    }

    private static String name(@Nullable FeedId feed) {
        return feed == null ? NO_FEED : feed.toString();
    }
}
