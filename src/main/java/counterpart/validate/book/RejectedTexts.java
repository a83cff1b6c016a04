package counterpart.validate.book;

import counterpart.validate.RejectedReferences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the texts of rejected rows by which others may refer to them, as the table {@code rejected_text}. */
final class RejectedTexts {
    private static final int BLOCK = 10_000;

    private RejectedTexts() {}

    static void show(Connection connection, Path folder, RejectedReferences references) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create or replace temp table rejected_text (text varchar)");
        }
        Path rejects = folder.resolve("reject.parquet");
        if (!Files.exists(rejects)) {
            return;
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        String query = "select original from read_parquet(" + StagedRows.literal(rejects) + ")";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                for (String text : references.of(result.getBytes(1))) {
                    rows.add(new Object[] {text});
                }
                if (rows.size() >= BLOCK) {
                    Statements.insertAll(connection, "insert into rejected_text values (?)", rows);
                    rows.clear();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Statements.insertAll(connection, "insert into rejected_text values (?)", rows);
    }
}
