package counterpart.validate.book;

import counterpart.books.Books;
import counterpart.finding.Finding;
import counterpart.finding.RuleCode;
import counterpart.finding.Severity;
import counterpart.model.LoadId;
import counterpart.validate.CrossVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a load says beside its rows. The checks across rows add {@code verdict.parquet}: the rows that they reject, each
 * with its original bytes, and {@code finding_across.parquet}: their findings, in the columns of
 * {@code finding.parquet}. Writing them again replaces them.
 */
public final class LoadFindings {
    private static final String VERDICT = "verdict.parquet";
    private static final List<String> FILES = List.of("finding.parquet", "finding_across.parquet");

    private final Books books;
    private final Path folder;

    public LoadFindings(Books books, LoadId load) {
        this.books = books;
        this.folder = books.folderOf(load);
    }

    /** @param originals the rejected rows as received, by the line on which they began */
    public void writeVerdicts(List<CrossVerdict> verdicts, Map<Long, byte[]> originals)
            throws SQLException, IOException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (CrossVerdict verdict : verdicts) {
            byte[] original = originals.get(verdict.rowNumber());
            if (original == null) {
                throw new IllegalStateException(
                        "line " + verdict.rowNumber()
                                + " was rejected and its text cannot be found again, so nothing was kept; run the intake again");
            }
            rows.add(new Object[] {
                verdict.table().sqlName(), verdict.rowNumber(), verdict.rule().value(), original
            });
        }
        write(
                VERDICT,
                "(table_name varchar, row_number bigint, rule varchar, original blob)",
                "insert into kept values (?, ?, ?, ?)",
                rows);
    }

    public void writeFindings(List<Finding> findings) throws SQLException, IOException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Finding finding : findings) {
            rows.add(new @Nullable Object[] {
                finding.line(),
                finding.code().value(),
                finding.severity().name(),
                finding.field(),
                finding.recordKey(),
                finding.maskedValue(),
                finding.sentence()
            });
        }
        write(
                FILES.get(1),
                "(line bigint, code varchar, severity varchar, field varchar, record_key varchar,"
                        + " masked_value varchar, sentence varchar)",
                "insert into kept values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Rows that carry a warning and were not rejected afterwards. */
    public long countWarned() throws SQLException {
        if (findingFiles().isEmpty()) {
            return 0;
        }
        String rejected = Files.exists(folder.resolve(VERDICT))
                ? " and line not in (select row_number from read_parquet(" + StagedRows.literal(folder.resolve(VERDICT))
                        + "))"
                : "";
        String query = "select count(distinct line) from " + StagedRows.parquet(findingFiles())
                + " where severity = 'WARN' and line > 0" + rejected;
        try (Connection connection = books.connectWithoutViews();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Tells all findings, those of the file first, then by line and code. */
    public void forEach(Consumer<Finding> told) throws SQLException {
        if (findingFiles().isEmpty()) {
            return;
        }
        String query = "select line, code, severity, field, record_key, masked_value, sentence from "
                + StagedRows.parquet(findingFiles()) + " order by line, code, field, sentence";
        try (Connection connection = books.connectWithoutViews();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                told.accept(new Finding(
                        new RuleCode(row.getString(2)),
                        Severity.valueOf(row.getString(3)),
                        row.getLong(1),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)));
            }
        }
    }

    private List<Path> findingFiles() {
        return FILES.stream().map(folder::resolve).filter(Files::exists).toList();
    }

    private void write(String name, String columns, String insert, List<@Nullable Object[]> rows)
            throws SQLException, IOException {
        Path file = folder.resolve(name);
        if (rows.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        try (Connection connection = books.connectWithoutViews();
                Statement statement = connection.createStatement()) {
            statement.execute("create or replace temp table kept " + columns);
            Statements.insertAll(connection, insert, rows);
            statement.execute("copy kept to " + StagedRows.literal(file) + " (format parquet, compression zstd)");
        }
    }
}
