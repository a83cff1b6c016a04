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
import tools.jackson.databind.json.JsonMapper;

/**
 * The break ledger of a partnership in the books: {@code break_ledger.parquet} of a run of kind {@code reconcile}, and
 * beside it {@code reconciled.json}, what that run came to.
 */
public final class BreakBook implements Reconciliations {
    private static final String KIND = "reconcile";
    private static final String RECONCILED = "reconciled.json";
    private static final int BLOCK = 10_000;
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
        try (Connection connection = books.connectWithoutViews()) {
            ReconcileSql sql = new ReconcileSql(connection, Map.of());
            sql.statement("create_break_table").update();
            append(sql, reconciled.partnership(), breaks);
            sql.save("new_break", folder.resolve("break_ledger.parquet"));
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the break ledger of " + reconciled.partnership() + " could not be written; run again", e);
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(RECONCILED), reconciled);
        books.activateRun(KIND, reconciled.partnership().value(), reconciled.runId());
    }

    private Optional<ActiveRun> activeRun(PartnershipId partnership) {
        try (Connection connection = books.connectWithoutViews()) {
            return new ReconcileSql(connection, Map.of("partnership", partnership.value()))
                    .statement("find_run")
                    .query((row, n) -> new ActiveRun(
                            row.getString(1), home.books().resolve("runs").resolve(row.getString(2))))
                    .optional();
        } catch (SQLException e) {
            throw new IllegalStateException("the runs of " + partnership + " could not be read; run again", e);
        }
    }

    /** Hands the breaks over in blocks, for a statement a row would take minutes when a whole file is one-sided. */
    private static void append(ReconcileSql sql, PartnershipId partnership, List<Break> breaks) {
        for (int from = 0; from < breaks.size(); from += BLOCK) {
            List<BreakRow> rows = breaks.subList(from, Math.min(from + BLOCK, breaks.size())).stream()
                    .map(one -> BreakRow.of(partnership, one))
                    .toList();
            sql.statement("add_breaks")
                    .param("breaks", JSON.writeValueAsString(rows))
                    .update();
        }
    }
}
