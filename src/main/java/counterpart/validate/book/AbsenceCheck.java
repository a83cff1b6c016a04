package counterpart.validate.book;

import counterpart.books.ActiveLoad;
import counterpart.books.Books;
import counterpart.books.CurrentCoverage;
import counterpart.model.FeedId;
import counterpart.model.LoadId;
import counterpart.partner.Feed.Absence;
import counterpart.validate.CoverageLoss;
import counterpart.validate.RejectedReferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a full eligibility file says by leaving people out. Spans that it does not hold are kept beside its rows, as
 * {@code carried_span.parquet} of its load, so that past months keep their members.
 */
public final class AbsenceCheck {
    private static final String CARRIED = "carried_span.parquet";

    private AbsenceCheck() {}

    /**
     * Compares a staged full file with what its feed said before, and writes the spans to carry over. Doing it again
     * gives the same.
     *
     * @param asOf the day whose end the file describes
     * @return one entry a group; none when nothing was known before
     */
    public static List<CoverageLoss> run(
            Books books, LoadId load, FeedId feed, LocalDate asOf, Absence absence, RejectedReferences references)
            throws SQLException, IOException {
        Path folder = books.folderOf(load);
        List<ActiveLoad> before = books.active().stream()
                .filter(l -> l.feed().equals(feed)
                        && !l.load().equals(load)
                        && !l.asOf().isAfter(asOf))
                .toList();
        if (before.isEmpty()) {
            Files.deleteIfExists(folder.resolve(CARRIED));
            return List.of();
        }
        try (Connection connection = books.connectWithoutViews()) {
            JdbcClient sql = Statements.client(connection);
            StagedRows.show(sql, folder);
            CurrentCoverage.statements(before, l -> books.folderOf(l.load()))
                    .forEach(statement -> sql.sql(statement).update());
            RejectedTexts.showWords(connection, folder, references);
            showRejectedRows(sql, folder);
            carry(sql, folder, asOf, absence);
            return sql.sql(Statements.text("count_lost_coverage"))
                    .param("asOf", asOf.toString())
                    .query((row, number) -> new CoverageLoss(
                            row.getString("group_id"),
                            row.getLong("covered"),
                            row.getLong("absent"),
                            row.getLong("ended"),
                            row.getLong("moved")))
                    .list();
        }
    }

    /** Rows that a check across rows rejected are still among the staged ones. */
    private static void showRejectedRows(JdbcClient sql, Path folder) {
        Path verdict = folder.resolve("verdict.parquet");
        String rows = Files.exists(verdict)
                ? "select row_number from read_parquet(" + StagedRows.literal(verdict)
                        + ") where table_name = 'coverage_span'"
                : "select null::bigint as row_number where false";
        sql.sql("create or replace temp table rejected_row as " + rows).update();
        sql.sql("insert into rejected_word select s.member_id from staged_coverage_span s"
                        + " join rejected_row v on v.row_number = s.row_number")
                .update();
    }

    private static void carry(JdbcClient sql, Path folder, LocalDate asOf, Absence absence) throws IOException {
        sql.sql(Statements.text("carry_absent_spans"))
                .param("asOf", asOf.toString())
                .param("ends", absence != Absence.REPORT)
                .update();
        Path file = folder.resolve(CARRIED);
        Files.deleteIfExists(file);
        if (sql.sql("select count(*) from carried_span").query(Long.class).single() > 0) {
            sql.sql("copy carried_span to " + StagedRows.literal(file) + " (format parquet, compression zstd)")
                    .update();
        }
    }
}
