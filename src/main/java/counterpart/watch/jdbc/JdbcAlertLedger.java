package counterpart.watch.jdbc;

import counterpart.watch.AlertKind;
import counterpart.watch.AlertLedger;
import counterpart.watch.Attention;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The ledger in the tables {@code alert} and {@code alert_message}. */
public final class JdbcAlertLedger implements AlertLedger {
    private static final String SELECT =
            "select a.alert_id, a.kind, a.subject, a.sentence, a.next_command from alert a ";
    private static final String TOLD = "exists (select 1 from alert_message m where m.alert_id = a.alert_id"
            + " and m.channel = :channel and m.about = ";

    private final JdbcClient control;
    private final TransactionOperations transaction;
    private final Clock clock;

    public JdbcAlertLedger(JdbcClient control, TransactionOperations transaction, Clock clock) {
        this.control = control;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Entry> open() {
        return control.sql(SELECT + "where a.resolved_at is null order by a.alert_id")
                .query(JdbcAlertLedger::entry)
                .list();
    }

    @Override
    public void change(List<Attention> raised, Collection<Entry> resolved) {
        transaction.executeWithoutResult(status -> {
            for (Attention what : raised) {
                control.sql("insert into alert (kind, subject, sentence, next_command, raised_at)"
                                + " values (:kind, :subject, :sentence, :next, :at)")
                        .param("kind", what.kind().id())
                        .param("subject", what.subject())
                        .param("sentence", what.sentence())
                        .param("next", what.next())
                        .param("at", now())
                        .update();
            }
            for (Entry entry : resolved) {
                control.sql("update alert set resolved_at = :at where alert_id = :number")
                        .param("at", now())
                        .param("number", entry.number())
                        .update();
            }
        });
    }

    @Override
    public News newsFor(String channel) {
        return new News(
                control.sql(SELECT + "where a.resolved_at is null and not " + TOLD + "'RAISED') order by a.alert_id")
                        .param("channel", channel)
                        .query(JdbcAlertLedger::entry)
                        .list(),
                control.sql(SELECT + "where a.resolved_at is not null and " + TOLD + "'RAISED') and not " + TOLD
                                + "'RESOLVED') order by a.alert_id")
                        .param("channel", channel)
                        .query(JdbcAlertLedger::entry)
                        .list());
    }

    @Override
    public void told(String channel, News news) {
        transaction.executeWithoutResult(status -> {
            news.raised().forEach(entry -> told(channel, entry, "RAISED"));
            news.resolved().forEach(entry -> told(channel, entry, "RESOLVED"));
        });
    }

    private void told(String channel, Entry entry, String about) {
        control.sql("insert into alert_message (alert_id, channel, about, sent_at)"
                        + " values (:number, :channel, :about, :at)")
                .param("number", entry.number())
                .param("channel", channel)
                .param("about", about)
                .param("at", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        return new Entry(
                row.getLong("alert_id"),
                new Attention(
                        AlertKind.of(kind)
                                .orElseThrow(() -> new IllegalStateException("the ledger of alerts holds the kind "
                                        + kind + ", which this program does not know; run the newer program")),
                        row.getString("subject"),
                        row.getString("sentence"),
                        row.getString("next_command")));
    }
}
