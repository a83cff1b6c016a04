package counterpart.reconcile.book;

import counterpart.books.Books;
import counterpart.model.Home;
import counterpart.model.PartnershipId;
import counterpart.reconcile.Break;
import counterpart.reconcile.ReconciledBooks;
import counterpart.reconcile.Reconciliations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The break ledger of a partnership in the books: {@code break_ledger.parquet} of a run of kind {@code reconcile}, and
 * beside it {@code reconciled.json}, what that run came to.
 */
public final class BreakBook implements Reconciliations {
    private static final String KIND = "reconcile";
    private static final String RECONCILED = "reconciled.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Books books;
    private final Home home;

    public BreakBook(Books books, Home home) {
        this.books = books;
        this.home = home;
    }

    private record ActiveRun(String runId, Path folder) {}

    /** The breaks as the last reconciliation left them, in the order of their ids; none before the first. */
    public List<Break> breaks(PartnershipId partnership) {
        try (Connection connection = books.connect()) {
            return new ReconcileSql(connection, Map.of("partnership", partnership.value()))
                    .statement("list_breaks")
                    .query(BreakRows::oneBreak)
                    .list();
        } catch (SQLException e) {
            throw new IllegalStateException("the break ledger of " + partnership + " could not be read; run again", e);
        }
    }

    @Override
    public Optional<ReconciledBooks> latest(PartnershipId partnership) {
        return activeRun(partnership)
                .map(run -> run.folder().resolve(RECONCILED))
                .filter(Files::exists)
                .map(file -> JSON.readValue(file, ReconciledBooks.class));
    }

    /** Keeps a ledger and what the reconciliation came to, and makes them the ones that count. */
    public void keep(ReconciledBooks reconciled, List<Break> breaks) {
        Path folder = books.stageRun(KIND, reconciled.runId());
        try (Connection connection = books.connect()) {
            ReconcileSql sql = new ReconcileSql(connection, Map.of());
            sql.statement("create_break_table").update();
            append(connection.unwrap(DuckDBConnection.class), reconciled.partnership(), breaks);
            sql.save("new_break", folder.resolve("break_ledger.parquet"));
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the break ledger of " + reconciled.partnership() + " could not be written; run again", e);
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(RECONCILED), reconciled);
        books.activateRun(KIND, reconciled.partnership().value(), reconciled.runId());
    }

    private Optional<ActiveRun> activeRun(PartnershipId partnership) {
        try (Connection connection = books.connect()) {
            return new ReconcileSql(connection, Map.of("partnership", partnership.value()))
                    .statement("find_run")
                    .query((row, n) -> new ActiveRun(
                            row.getString(1), home.books().resolve("runs").resolve(row.getString(2))))
                    .optional();
        } catch (SQLException e) {
            throw new IllegalStateException("the runs of " + partnership + " could not be read; run again", e);
        }
    }

    private static void append(DuckDBConnection connection, PartnershipId partnership, List<Break> breaks)
            throws SQLException {
        try (DuckDBAppender rows = connection.createAppender("temp", "main", "new_break")) {
            for (Break one : breaks) {
                rows.beginRow();
                rows.append(one.id());
                rows.append(partnership.value());
                rows.append(one.what().reconciliation());
                rows.append(one.what().entityKey());
                rows.append(one.what().attribute());
                rows.append(one.what().category());
                text(rows, one.what().leftValue());
                text(rows, one.what().rightValue());
                rows.append(one.what().impactCents());
                rows.append(one.status().name());
                rows.append(one.episode());
                rows.append(one.firstSeen());
                rows.append(one.lastSeen());
                if (one.closedOn() == null) {
                    rows.appendNull();
                } else {
                    rows.append(one.closedOn());
                }
                text(rows, one.what().cause());
                text(rows, one.what().serviceMonth());
                rows.endRow();
            }
        }
    }

    private static void text(DuckDBAppender rows, @Nullable String value) throws SQLException {
        if (value == null) {
            rows.appendNull();
        } else {
            rows.append(value);
        }
    }
}
