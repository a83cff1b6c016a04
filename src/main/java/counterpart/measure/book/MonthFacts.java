package counterpart.measure.book;

import counterpart.measure.BookAgreement;
import counterpart.measure.Breakdown;
import counterpart.measure.Scorecard;
import counterpart.measure.ServiceDetail;
import counterpart.measure.SmallCells;
import counterpart.model.FeedId;
import counterpart.model.PartnerId;
import counterpart.partner.Configuration;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures about files and breaks that stand beside a month's scores. */
final class MonthFacts {
    private final MeasureSql sql;
    private final Partnership partnership;
    private final Configuration configuration;

    MonthFacts(Connection connection, Partnership partnership, YearMonth month, Configuration configuration) {
        this.sql = new MeasureSql(
                connection, MeasureBook.parameters(partnership, configuration.feedsOf(partnership), month));
        this.partnership = partnership;
        this.configuration = configuration;
    }

    Scorecard.Exchange exchange() {
        List<String> lateFeeds = sql.statement("list_late_feeds").query(String.class).list().stream()
                .map(FeedId::of)
                .map(this::inWords)
                .toList();
        return sql.statement("summarise_exchange")
                .query((row, number) -> new Scorecard.Exchange(
                        row.getLong("expected"),
                        row.getLong("on_time"),
                        row.getLong("late"),
                        row.getLong("missing"),
                        row.getLong("refused"),
                        row.getLong("held"),
                        row.getLong("rows_read"),
                        row.getLong("rows_rejected"),
                        lateFeeds,
                        faults()))
                .single();
    }

    private List<Scorecard.FileFault> faults() {
        return sql.statement("list_file_faults")
                .query((row, number) -> new Scorecard.FileFault(
                        inWords(FeedId.of(row.getString("feed_id"))),
                        row.getString("outcome").equals("HELD"),
                        row.getString("reason_code"),
                        row.getLong("files")))
                .list();
    }

    Scorecard.Reconciliation reconciliation(BookAgreement agreement) {
        return sql.statement("summarise_breaks")
                .query((row, number) -> new Scorecard.Reconciliation(
                        row.getLong("open"),
                        row.getLong("timing"),
                        row.getLong("opened_in_month"),
                        row.getLong("closed_in_month"),
                        row.getLong("impact_cents"),
                        agreement))
                .single();
    }

    /** Denied claims of the report month by reason; the measures must have been computed on the same connection. */
    Breakdown denials() {
        Map<String, Long> counts = new LinkedHashMap<>();
        sql.statement("list_denials").query(row -> {
            counts.put(row.getString("reason"), row.getLong("claims"));
        });
        return SmallCells.breakdown(counts);
    }

    /** Files by feed and day, and the open breaks by kind. */
    ServiceDetail service() {
        Map<String, List<ServiceDetail.FileDay>> days = new LinkedHashMap<>();
        sql.statement("list_file_days").query(row -> {
            days.computeIfAbsent(row.getString("feed_id"), feed -> new ArrayList<>())
                    .add(new ServiceDetail.FileDay(
                            row.getObject("business_date", LocalDate.class),
                            ServiceDetail.Mark.valueOf(row.getString("mark"))));
        });
        List<ServiceDetail.FeedMonth> feeds = sql.statement("summarise_feeds")
                .query((row, number) -> new ServiceDetail.FeedMonth(
                        partnerInWords(FeedId.of(row.getString("feed_id"))),
                        FeedId.of(row.getString("feed_id")).name().value(),
                        row.getLong("due"),
                        row.getLong("files"),
                        row.getLong("loaded"),
                        row.getLong("held"),
                        row.getLong("refused"),
                        row.getLong("excused"),
                        row.getLong("rows_read"),
                        row.getLong("rows_accepted"),
                        days.getOrDefault(row.getString("feed_id"), List.of())))
                .list();
        List<ServiceDetail.OpenBreaks> breaks = sql.statement("count_open_breaks")
                .query((row, number) -> new ServiceDetail.OpenBreaks(
                        row.getString("reconciliation"),
                        row.getString("category"),
                        row.getLong("breaks"),
                        row.getLong("rejected_left"),
                        row.getLong("rejected_right")))
                .list();
        return new ServiceDetail(feeds, breaks);
    }

    private String inWords(FeedId feed) {
        return partnerInWords(feed) + " " + feed.name();
    }

    private String partnerInWords(FeedId feed) {
        PartnerId otherId = feed.partner().equals(partnership.left()) ? partnership.right() : partnership.left();
        Partner partner = configuration.partners().get(feed.partner());
        Partner other = configuration.partners().get(otherId);
        return partner == null || other == null ? feed.partner().value() : partner.shortName(other);
    }
}
