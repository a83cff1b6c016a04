package counterpart.measure.book;

import counterpart.measure.Scorecard;
import counterpart.model.FeedId;
import counterpart.partner.Configuration;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.List;

/** The figures about files and breaks that stand beside a month's scores. */
final class MonthFacts {
    private final MeasureSql sql;
    private final Configuration configuration;

    MonthFacts(Connection connection, Partnership partnership, YearMonth month, Configuration configuration) {
        this.sql = new MeasureSql(connection, MeasureBook.parameters(partnership, month));
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
                        lateFeeds))
                .single();
    }

    Scorecard.Reconciliation reconciliation() {
        return sql.statement("summarise_breaks")
                .query((row, number) -> new Scorecard.Reconciliation(
                        row.getLong("open"),
                        row.getLong("timing"),
                        row.getLong("opened_in_month"),
                        row.getLong("closed_in_month"),
                        row.getLong("impact_cents")))
                .single();
    }

    private String inWords(FeedId feed) {
        Partner partner = configuration.partners().get(feed.partner());
        return (partner == null ? feed.partner().value() : partner.name()) + " " + feed.name();
    }
}
