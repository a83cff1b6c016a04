package counterpart.measure.book;

import counterpart.books.Books;
import counterpart.receive.ExchangeFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The copy of the exchange facts in the books' table {@code exchange_file}: the only way from the control store to the
 * books. It holds ids, days and counts, nothing about a member.
 */
public final class ExchangeTable {
    /** What an excused delivery is to the measures: neither late nor missing, and counted by itself. */
    private static final String EXCUSED = "EXCUSED";

    private final Books books;

    public ExchangeTable(Books books) {
        this.books = books;
    }

    /**
     * Puts the facts of these feeds and days in the place of what the table held of them, in one transaction.
     *
     * @param feeds feeds, written {@code partner/feed}
     */
    public void replace(Collection<String> feeds, LocalDate first, LocalDate last, List<ExchangeFacts.Fact> facts) {
        try (Connection connection = books.connect()) {
            connection.setAutoCommit(false);
            JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            client.sql("delete from exchange_file where feed_id in (:feeds) and business_date between :first and :last")
                    .param("feeds", feeds)
                    .param("first", first)
                    .param("last", last)
                    .update();
            facts.forEach(fact -> add(client, fact));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the table exchange_file of the books could not be written; run it again", e);
        }
    }

    private static void add(JdbcClient client, ExchangeFacts.Fact fact) {
        client.sql(MeasureSql.text("add_exchange_file"))
                .param("partner_id", fact.feed().partner().value())
                .param("feed_id", fact.feed().toString())
                .param("business_date", fact.businessDate())
                .param("due_at", utc(fact.dueAt()))
                .param("arrived_at", utc(fact.arrivedAt()))
                .param("file_id", fact.file() == null ? null : fact.file().value())
                .param(
                        "outcome",
                        fact.excused() && fact.file() == null
                                ? EXCUSED
                                : fact.outcome().name())
                .param("late", fact.late())
                .param("history", fact.history())
                .param("first_original", fact.firstOriginal())
                .param("rows_read", fact.rowsRead())
                .param("rows_accepted", fact.rowsAccepted())
                .param("rows_rejected", fact.rowsRejected())
                .param("reason_code", fact.reasonCode())
                .update();
    }

    private static @Nullable Timestamp utc(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
