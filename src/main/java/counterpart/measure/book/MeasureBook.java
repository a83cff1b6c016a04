package counterpart.measure.book;

import counterpart.measure.Completion;
import counterpart.measure.MeasureDefinition;
import counterpart.measure.Measures;
import counterpart.measure.MonthValue;
import counterpart.model.FeedId;
import counterpart.partner.Partnership;
import counterpart.reconcile.Difference;
import counterpart.reconcile.ReconciledBooks;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes the measures of one partnership for a range of months, from the active loads. */
final class MeasureBook {
    /** Months of history on a scorecard, the report month included. */
    static final int MONTHS = 36;

    /** In the place of a feed that the partnership does not have; no feed is called so. */
    private static final String NO_FEED = "";

    /** Below this share of what is expected a month is not scored, whatever its run-out. */
    private static final BigDecimal LEAST_REPORTED = new BigDecimal("0.95");

    private final Partnership partnership;
    private final List<FeedId> feeds;
    private final YearMonth reportMonth;
    private final Reach reach;
    private final RosterCount rosters;

    /**
     * What the last roster reconciliation counted.
     *
     * @param agreed members without a difference
     * @param compared all members but those who are a matter of timing
     */
    record RosterCount(long agreed, long compared) {
        static final RosterCount NONE = new RosterCount(0, 0);

        static RosterCount of(ReconciledBooks books) {
            return books.summaries().stream()
                    .filter(summary -> summary.reconciliation().equals(Difference.ROSTER))
                    .map(summary -> new RosterCount(summary.agreed(), summary.compared() - summary.timing()))
                    .findFirst()
                    .orElse(NONE);
        }
    }

    /** @param feeds the feeds whose deliveries the partnership watches, each once */
    MeasureBook(Partnership partnership, List<FeedId> feeds, YearMonth reportMonth, Reach reach, RosterCount rosters) {
        this.partnership = partnership;
        this.feeds = List.copyOf(feeds);
        this.reportMonth = reportMonth;
        this.reach = reach;
        this.rosters = rosters;
    }

    /** Every measure for which the partnership has the feeds, with the months of the range since its feeds began, oldest first. */
    Map<MeasureDefinition, List<MonthValue>> compute(Connection connection) {
        Map<String, Object> parameters = new HashMap<>(parameters(partnership, feeds, reportMonth));
        parameters.put("roster_agreed", rosters.agreed());
        parameters.put("roster_compared", rosters.compared());
        MeasureSql sql = new MeasureSql(connection, parameters);
        sql.prepare();
        Map<MeasureDefinition, List<MonthValue>> values = new LinkedHashMap<>();
        for (MeasureDefinition measure : Measures.all()) {
            if (reach.isMeasurable(measure)) {
                values.put(measure, months(sql, measure));
            }
        }
        return values;
    }

    private List<MonthValue> months(MeasureSql sql, MeasureDefinition measure) {
        Optional<YearMonth> last = reach.lastMonth(measure);
        Optional<Completion> completion = last.flatMap(newest ->
                Optional.ofNullable(measure.handling().lag()).map(lag -> completion(sql, measure, lag, newest)));
        return sql.measure(measure.name()).stream()
                .filter(row -> reach.hasBegun(measure, row.month()))
                .map(row -> month(measure, row, share(completion, last, row.month())))
                .toList();
    }

    private Completion completion(MeasureSql sql, MeasureDefinition measure, String lag, YearMonth newest) {
        return Completion.of(
                sql.lag(lag).stream()
                        .filter(cell -> reach.hasBegun(measure, cell.month()))
                        .toList(),
                newest,
                month -> reach.isWhole(measure, month));
    }

    private static @Nullable BigDecimal share(
            Optional<Completion> completion, Optional<YearMonth> last, YearMonth month) {
        return completion
                .flatMap(factors ->
                        last.flatMap(newest -> factors.after((int) ChronoUnit.MONTHS.between(month, newest))))
                .orElse(null);
    }

    /** A month has its run-out when it has passed and, where the past tells, nearly all of it is reported. */
    private MonthValue month(MeasureDefinition measure, MeasureSql.Row row, @Nullable BigDecimal share) {
        boolean isComplete =
                reach.isComplete(measure, row.month()) && (share == null || share.compareTo(LEAST_REPORTED) >= 0);
        return new MonthValue(row.month(), row.numerator(), row.denominator(), isComplete, share, row.cases());
    }

    static Map<String, Object> parameters(Partnership partnership, List<FeedId> feeds, YearMonth reportMonth) {
        Partnership.Books books = partnership.books();
        return Map.ofEntries(
                Map.entry("first_month", reportMonth.minusMonths(MONTHS - 1L).atDay(1)),
                Map.entry("last_month", reportMonth.atDay(1)),
                Map.entry("report_month", reportMonth.atDay(1)),
                Map.entry("partnership", partnership.id().value()),
                Map.entry("member_month_rule", partnership.memberMonthRule().name()),
                Map.entry("coverage_feed", books.coverage().toString()),
                Map.entry("medical_feed", name(books.medical())),
                Map.entry("pharmacy_feed", name(books.pharmacy())),
                Map.entry("ledger_feeds", ledgers(partnership)),
                Map.entry("pharmacy_ledger_feeds", pharmacyLedgers(partnership)),
                Map.entry("feeds", feeds.stream().map(FeedId::toString).toList()));
    }

    private static List<String> ledgers(Partnership partnership) {
        Partnership.ClaimsLedger ledger = partnership.claimsLedger();
        return ledger == null
                ? List.of(NO_FEED)
                : List.of(ledger.left().toString(), ledger.right().toString());
    }

    private static List<String> pharmacyLedgers(Partnership partnership) {
        Partnership.PharmacyLedger ledger = partnership.pharmacyLedger();
        return ledger == null
                ? List.of(NO_FEED)
                : List.of(ledger.left().toString(), ledger.right().toString());
    }

    private static String name(@Nullable FeedId feed) {
        return feed == null ? NO_FEED : feed.toString();
    }
}
