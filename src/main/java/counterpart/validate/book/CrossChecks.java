package counterpart.validate.book;

import counterpart.books.ActiveLoad;
import counterpart.books.Books;
import counterpart.finding.Finding;
import counterpart.finding.Masks;
import counterpart.finding.Severity;
import counterpart.model.BookTable;
import counterpart.model.FeedId;
import counterpart.model.LoadId;
import counterpart.model.PartnerId;
import counterpart.partner.FileLayout;
import counterpart.partner.FileLayout.FieldMapping;
import counterpart.validate.CrossVerdict;
import counterpart.validate.RejectedReferences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
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
    private final Map<BookTable, Set<Long>> rejected = new EnumMap<>(BookTable.class);
    private final List<CrossVerdict> verdicts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private CrossChecks(
            Books books, PartnerId partner, Set<FeedId> coverage, FileLayout layout, RejectedReferences references) {
        this.books = books;
        this.partner = partner;
        this.coverage = Set.copyOf(coverage);
        this.layout = layout;
        this.references = references;
    }

    /**
     * Runs all checks that concern the tables in the load.
     *
     * @param coverage the eligibility feeds that say who is covered
     */
    public static Result run(
            Books books,
            LoadId load,
            PartnerId partner,
            Set<FeedId> coverage,
            FileLayout layout,
            RejectedReferences references)
            throws SQLException {
        return new CrossChecks(books, partner, coverage, layout, references).run(load);
    }

    private Result run(LoadId load) throws SQLException {
        Path folder = books.folderOf(load);
        try (Connection connection = books.connect()) {
            JdbcClient sql = Statements.client(connection);
            StagedRows.show(sql, folder);
            boolean covered = showCoverage(sql);
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
                .query(CrossChecks::hit)
                .list();
    }

    private void judge(CrossCheck check, List<Hit> hits, Connection connection) throws SQLException {
        boolean rejects = check.edit().severity() == Severity.REJECT_ROW;
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
                verdicts.add(new CrossVerdict(
                        hit.table(), hit.rowNumber(), check.edit().code()));
            }
            if (!check.silent()) {
                findings.add(finding(check, hit));
            }
        }
        Statements.insertAll(connection, "insert into rejected_row values (?, ?)", added);
    }

    private Finding finding(CrossCheck check, Hit hit) {
        String key = hit.recordKey();
        return new Finding(
                check.edit().code(),
                check.edit().severity(),
                hit.rowNumber(),
                columnOf(hit.table(), hit.field()),
                key == null ? null : Masks.identifier(key),
                null,
                check.edit().sentence()
                        + (hit.against() == null ? "" : " The other row is on line " + hit.against() + "."));
    }

    private String columnOf(BookTable table, String field) {
        return layout.details().stream()
                .filter(d -> d.table() == table)
                .map(d -> d.mappings().get(field))
                .filter(m -> m != null && m.column() != null)
                .map(FieldMapping::column)
                .findFirst()
                .orElse(field);
    }

    /** The newest eligibility of each coverage feed as the view {@code current_coverage}; whether there is any. */
    private boolean showCoverage(JdbcClient sql) {
        Map<FeedId, ActiveLoad> newest = new HashMap<>();
        for (ActiveLoad load : books.active()) {
            boolean ours = coverage.contains(load.feed());
            if (ours && Files.exists(coverageOf(load))) {
                newest.merge(load.feed(), load, (a, b) -> a.asOf().isBefore(b.asOf()) ? b : a);
            }
        }
        String columns = StagedRows.typed(BookTable.COVERAGE_SPAN, !newest.isEmpty());
        String rows = newest.isEmpty() ? " where false" : " from (" + standing(newest.values()) + ")";
        sql.sql("create or replace temp view current_coverage as select " + columns + rows)
                .update();
        return !newest.isEmpty();
    }

    private String standing(Collection<ActiveLoad> loads) {
        List<String> parts = new ArrayList<>();
        for (ActiveLoad load : loads) {
            String rows = "select * from read_parquet(" + StagedRows.literal(coverageOf(load)) + ") s";
            Path verdict = books.folderOf(load.load()).resolve("verdict.parquet");
            String without = Files.exists(verdict)
                    ? " where not exists (select 1 from read_parquet(" + StagedRows.literal(verdict)
                            + ") v where v.table_name = 'coverage_span' and v.row_number = s.row_number)"
                    : "";
            parts.add(rows + without);
        }
        return String.join(" union all by name ", parts);
    }

    private Path coverageOf(ActiveLoad load) {
        return books.folderOf(load.load()).resolve(BookTable.COVERAGE_SPAN.sqlName() + ".parquet");
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
