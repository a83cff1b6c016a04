package counterpart.validate.book;

import counterpart.books.ActiveLoad;
import counterpart.books.Books;
import counterpart.books.CurrentCoverage;
import counterpart.finding.Finding;
import counterpart.finding.Masks;
import counterpart.finding.Severity;
import counterpart.model.BookTable;
import counterpart.model.FeedId;
import counterpart.model.LoadId;
import counterpart.model.PartnerId;
import counterpart.partner.FieldMapping;
import counterpart.partner.FileLayout;
import counterpart.validate.AgreedEdits;
import counterpart.validate.CrossVerdict;
import counterpart.validate.Edit;
import counterpart.validate.RejectedReferences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the checks across rows and files over a staged load. A rejected row breaks no further check. */
public final class CrossChecks {
    /** What the checks came to: rows rejected, and findings of rejected and of accepted rows. */
    public record Result(List<CrossVerdict> verdicts, List<Finding> findings) {}

    /** A row that a statement names, perhaps because of another row of the same table. */
    private record Hit(
            BookTable table,
            long rowNumber,
            String field,
            @Nullable String recordKey,
            @Nullable Long against) {}

    private final Books books;
    private final PartnerId partner;
    private final Set<FeedId> coverage;
    private final FileLayout layout;
    private final RejectedReferences references;
    private final AgreedEdits agreed;
    private final String mode;
    private final Map<BookTable, Set<Long>> rejected = new EnumMap<>(BookTable.class);
    private final List<CrossVerdict> verdicts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private CrossChecks(
            Books books,
            PartnerId partner,
            Set<FeedId> coverage,
            FileLayout layout,
            RejectedReferences references,
            AgreedEdits agreed,
            String mode) {
        this.books = books;
        this.partner = partner;
        this.coverage = Set.copyOf(coverage);
        this.layout = layout;
        this.references = references;
        this.agreed = agreed;
        this.mode = mode;
    }

    /**
     * Runs all checks that concern the tables in the load.
     *
     * @param coverage the eligibility feeds that say who is covered
     * @param mode that of the file: FULL, CHG or HIST
     */
    public static Result run(
            Books books,
            LoadId load,
            PartnerId partner,
            Set<FeedId> coverage,
            FileLayout layout,
            RejectedReferences references,
            AgreedEdits agreed,
            String mode)
            throws SQLException {
        return new CrossChecks(books, partner, coverage, layout, references, agreed, mode).run(load);
    }

    private Result run(LoadId load) throws SQLException {
        Path folder = books.folderOf(load);
        try (Connection connection = books.connect()) {
            JdbcClient sql = Statements.client(connection);
            StagedRows.show(sql, folder);
            boolean covered = showCoverage(sql, load);
            sql.sql("create or replace temp table rejected_row (table_name varchar, row_number bigint)")
                    .update();
            RejectedTexts.show(connection, folder, references);
            for (CrossCheck check : CrossCheck.ALL) {
                boolean rows = Files.exists(folder.resolve(check.table().sqlName() + ".parquet"));
                if (rows && (covered || !check.needsCoverage())) {
                    judge(check, hits(check, sql), connection);
                }
            }
        }
        return new Result(verdicts, findings);
    }

    private List<Hit> hits(CrossCheck check, JdbcClient sql) {
        return sql.sql(Statements.text(check.file()))
                .param("partner", partner.value())
                .param("mode", mode)
                .query(CrossChecks::hit)
                .list();
    }

    private void judge(CrossCheck check, List<Hit> hits, Connection connection) throws SQLException {
        Edit edit = agreed.of(check.edit());
        boolean rejects = edit.severity() == Severity.REJECT_ROW;
        List<@Nullable Object[]> added = new ArrayList<>();
        for (Hit hit : hits) {
            Set<Long> out = rejected.computeIfAbsent(hit.table(), t -> new HashSet<>());
            Long against = hit.against();
            boolean settled = out.contains(hit.rowNumber()) || (against != null && out.contains(against));
            if (settled) {
                continue;
            }
            if (rejects) {
                out.add(hit.rowNumber());
                added.add(new @Nullable Object[] {hit.table().sqlName(), hit.rowNumber()});
                verdicts.add(new CrossVerdict(hit.table(), hit.rowNumber(), edit.code()));
            }
            if (!check.silent()) {
                findings.add(finding(edit, hit));
            }
        }
        Statements.insertAll(connection, "insert into rejected_row values (?, ?)", added);
    }

    private Finding finding(Edit edit, Hit hit) {
        String key = hit.recordKey();
        return new Finding(
                edit.code(),
                edit.severity(),
                hit.rowNumber(),
                columnOf(hit.table(), hit.field()),
                key == null ? null : Masks.identifier(key),
                null,
                edit.sentence() + (hit.against() == null ? "" : " The other row is on line " + hit.against() + "."));
    }

    private String columnOf(BookTable table, String field) {
        return layout.details().stream()
                .filter(d -> d.table() == table)
                .map(d -> d.mappings().get(field))
                .filter(m -> m != null && m.source() != null)
                .map(FieldMapping::source)
                .findFirst()
                .orElse(field);
    }

    /** Who is covered by what was sent before; whether anything was. */
    private boolean showCoverage(JdbcClient sql, LoadId own) {
        List<ActiveLoad> before = books.active().stream()
                .filter(load -> coverage.contains(load.feed())
                        && !load.load().equals(own)
                        && Files.exists(books.folderOf(load.load()).resolve("coverage_span.parquet")))
                .toList();
        CurrentCoverage.statements(before, load -> books.folderOf(load.load()))
                .forEach(statement -> sql.sql(statement).update());
        return !before.isEmpty();
    }

    private static Hit hit(ResultSet row, int number) throws SQLException {
        long against = row.getLong("against_row");
        return new Hit(
                BookTable.valueOf(row.getString("table_name").toUpperCase(Locale.ROOT)),
                row.getLong("row_number"),
                row.getString("field"),
                row.getString("record_key"),
                against == 0 ? null : against);
    }
}
