package counterpart.validate.book;

import counterpart.validate.RejectedReferences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Shows the texts of rejected rows by which others may refer to them, as the table {@code rejected_text}. */
final class RejectedTexts {
    private static final int BLOCK = 10_000;

    private RejectedTexts() {}

    static void show(Connection connection, Path folder, RejectedReferences references) throws SQLException {
        fill(connection, folder, "rejected_text", references::of);
    }

    /** Shows all texts of rejected rows, as the table {@code rejected_word}. */
    static void showWords(Connection connection, Path folder, RejectedReferences references) throws SQLException {
        fill(connection, folder, "rejected_word", references::wordsOf);
    }

    /** Takes texts from a rejected row. */
    @FunctionalInterface
    private interface Taking {
        Set<String> from(byte[] original) throws IOException;
    }

    private static void fill(Connection connection, Path folder, String table, Taking taking) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create or replace temp table " + table + " (text varchar)");
        }
        Path rejects = folder.resolve("reject.parquet");
        if (!Files.exists(rejects)) {
            return;
        }
        List<String> texts = new ArrayList<>();
        String query = "select original from read_parquet(" + StagedRows.literal(rejects) + ")";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                texts.addAll(taking.from(result.getBytes(1)));
                if (texts.size() >= BLOCK) {
                    insert(connection, table, texts);
                    texts.clear();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!texts.isEmpty()) {
            insert(connection, table, texts);
        }
    }

    /** All texts as one value: row by row would take seventy times as long. */
    private static void insert(Connection connection, String table, List<String> texts) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into " + table + " select unnest(?::varchar[])")) {
            statement.setArray(1, connection.createArrayOf("VARCHAR", texts.toArray()));
            statement.executeUpdate();
        }
    }
}
