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
import java.util.stream.Stream;

/** Computes the measures of one partnership for a range of months, from the active loads. */
final class MeasureBook {
    /** Months of history on a scorecard, the report month included. */
    static final int MONTHS = 36;

    private final Partnership partnership;
    private final YearMonth reportMonth;
    private final Reach reach;

    MeasureBook(Partnership partnership, YearMonth reportMonth, Reach reach) {
        this.partnership = partnership;
        this.reportMonth = reportMonth;
        this.reach = reach;
    }

    /** Every measure of the catalogue with the months of the range since its feeds began, oldest first. */
    Map<MeasureDefinition, List<MonthValue>> compute(Connection connection) {
        MeasureSql sql = new MeasureSql(connection, parameters(partnership, reportMonth));
        sql.prepare();
        Map<MeasureDefinition, List<MonthValue>> values = new LinkedHashMap<>();
        for (MeasureDefinition measure : Measures.all()) {
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
        Partnership.ClaimsLedger ledger = partnership.claimsLedger();
        return Map.of(
                "first_month", reportMonth.minusMonths(MONTHS - 1L).atDay(1),
                "last_month", reportMonth.atDay(1),
                "report_month", reportMonth.atDay(1),
                "partnership", partnership.id().value(),
                "member_month_rule", partnership.memberMonthRule().name(),
                "coverage_feed", books.coverage().toString(),
                "medical_feed", books.medical().toString(),
                "pharmacy_feed", books.pharmacy().toString(),
                "ledger_feeds", List.of(ledger.left().toString(), ledger.right().toString()),
                "feeds", feeds(partnership));
    }

    /** The feeds whose deliveries the partnership watches, each once. */
    static List<String> feeds(Partnership partnership) {
        Partnership.Books books = partnership.books();
        Partnership.ClaimsLedger ledger = partnership.claimsLedger();
        Partnership.Roster roster = partnership.roster();
        Stream<FeedId> rosters = roster == null ? Stream.of() : Stream.of(roster.left(), roster.right());
        return Stream.concat(
                        Stream.of(books.coverage(), books.medical(), books.pharmacy(), ledger.left(), ledger.right()),
                        rosters)
                .distinct()
                .map(FeedId::toString)
                .toList();
    }
}
