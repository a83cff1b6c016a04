package counterpart.reconcile.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Runs the SQL files of the stage on one connection to the books. Each file is one statement. */
final class ReconcileSql {
    private final JdbcClient books;
    private final Map<String, Object> parameters;

    ReconcileSql(Connection connection, Map<String, Object> parameters) {
        this.books = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.parameters = parameters;
    }

    /** One file of the stage with the parameters that all share. */
    JdbcClient.StatementSpec statement(String name) {
        return books.sql(text(name)).params(parameters);
    }

    /** One file of the stage with lists of files in the place of names, which no parameter can hold. */
    JdbcClient.StatementSpec withFiles(String name, Map<String, String> lists) {
        String sql = text(name);
        for (Map.Entry<String, String> list : lists.entrySet()) {
            sql = sql.replace(list.getKey(), list.getValue());
        }
        return books.sql(sql).params(parameters);
    }

    /** Writes a temporary table to a Parquet file. */
    void save(String table, Path file) {
        books.sql("copy " + table + " to '" + quoted(file) + "' (format parquet)")
                .update();
    }

    /** Makes a Parquet file readable under a name. */
    void open(String view, Path file) {
        books.sql("create or replace temp view " + view + " as from read_parquet('" + quoted(file) + "')")
                .update();
    }

    static String text(String name) {
        String path = "/sql/reconcile/" + name + ".sql";
        try (InputStream file = ReconcileSql.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its file " + path + "; install it anew");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's file " + path + " cannot be read; install it anew", e);
        }
    }

    /** Files as an SQL list. */
    static String list(List<Path> files) {
        return files.stream().map(file -> "'" + quoted(file) + "'").collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(Path file) {
        return file.toString().replace("'", "''");
    }
}
