package counterpart.books;

import counterpart.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings {@code books.duckdb} to the present shape: numbered files, each run once in a transaction with its line in
 * {@code schema_history}. A file that was changed after it ran, and a database of a newer version, are refused.
 */
final class Migrations {
    private record Migration(String name, String sql) {
        String digest() {
            return Sha256.of(sql).value();
        }
    }

    private Migrations() {}

    static void run(Connection connection, String folder) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists schema_history (name varchar primary key, sha256 varchar not null)");
        }
        Map<String, String> done = done(connection);
        for (Migration migration : inOrder(folder)) {
            String digest = done.remove(migration.name());
            if (digest == null) {
                apply(connection, migration);
            } else if (!digest.equals(migration.digest())) {
                throw new BooksException(
                        "the books were made with another text of " + migration.name()
                                + ", so this program does not fit them; run the version that made them",
                        null);
            }
        }
        if (!done.isEmpty()) {
            throw new BooksException(
                    "the books are of a newer version (" + String.join(", ", done.keySet())
                            + "); run that version, or restore the home from before the upgrade",
                    null);
        }
    }

    private static Map<String, String> done(Connection connection) throws SQLException {
        Map<String, String> done = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name, sha256 from schema_history")) {
            while (rows.next()) {
                done.put(rows.getString(1), rows.getString(2));
            }
        }
        return done;
    }

    private static void apply(Connection connection, Migration migration) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement history = connection.prepareStatement("insert into schema_history values (?, ?)")) {
            statement.execute(migration.sql());
            history.setString(1, migration.name());
            history.setString(2, migration.digest());
            history.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static List<Migration> inOrder(String folder) {
        try {
            List<Migration> migrations = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/V*.sql")) {
                migrations.add(new Migration(
                        String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            migrations.sort(Comparator.comparing(Migration::name));
            if (migrations.isEmpty()) {
                throw new BooksException("the program lacks its files " + folder + "/V*.sql; install it again", null);
            }
            return migrations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
