package counterpart.validate.book;

import counterpart.books.Books;
import counterpart.model.LoadId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** What a load left out and why, for a person who looks into it. */
@NamedInterface("rejects")
public final class RejectedRows {
    /**
     * One reason for which a row was left out.
     *
     * @param maskedValue masked; never what the partner sent
     */
    @NamedInterface("rejects")
    public record Reason(
            long line,
            String rule,
            @Nullable String field,
            @Nullable String maskedValue,
            String sentence) {}

    private final Books books;
    private final Path folder;

    /** @throws counterpart.books.BooksException when a file of the load is gone or is not as it was written */
    public RejectedRows(Books books, LoadId load) {
        books.requireWhole(load);
        this.books = books;
        this.folder = books.folderOf(load);
    }

    /** How many findings rejected a row, by rule, most frequent first. */
    public Map<String, Long> byRule() throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        List<Path> files = present("finding.parquet", "finding_across.parquet");
        if (files.isEmpty()) {
            return counts;
        }
        String query = "select code, count(*) from " + StagedRows.parquet(files)
                + " where severity = 'REJECT_ROW' group by code order by count(*) desc, code";
        try (Connection connection = books.connectWithoutViews();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
        }
        return counts;
    }

    /**
     * The first reasons in the order of their lines.
     *
     * @param rule only those of this rule; none for all
     */
    public List<Reason> first(@Nullable String rule, int atMost) throws SQLException {
        List<Reason> reasons = new ArrayList<>();
        List<Path> files = present("finding.parquet", "finding_across.parquet");
        if (files.isEmpty()) {
            return reasons;
        }
        String query = "select line, code, field, masked_value, sentence from " + StagedRows.parquet(files)
                + " where severity = 'REJECT_ROW' and (? is null or code = ?) order by line, code, field limit "
                + atMost;
        try (Connection connection = books.connectWithoutViews();
                java.sql.PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, rule);
            statement.setString(2, rule);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reasons.add(new Reason(
                            row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
                }
            }
        }
        return reasons;
    }

    /** The rows as the partner sent them, by line: a member's data. What cannot be found is left out. */
    public Map<Long, byte[]> originals(List<Long> lines) throws SQLException {
        Map<Long, byte[]> originals = new LinkedHashMap<>();
        if (lines.isEmpty()) {
            return originals;
        }
        String wanted = String.join(",", lines.stream().map(String::valueOf).toList());
        for (String[] place : new String[][] {{"reject.parquet", "line"}, {"verdict.parquet", "row_number"}}) {
            for (Path file : present(place[0])) {
                String query = "select " + place[1] + ", original from read_parquet(" + StagedRows.literal(file)
                        + ") where " + place[1] + " in (" + wanted + ")";
                try (Connection connection = books.connectWithoutViews();
                        Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(query)) {
                    while (row.next()) {
                        originals.put(row.getLong(1), row.getBytes(2));
                    }
                }
            }
        }
        return originals;
    }

    private List<Path> present(String... names) {
        return Stream.of(names).map(folder::resolve).filter(Files::exists).toList();
    }
}
