package counterpart.books;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A statement kept in a file under {@code sql/}, with named parameters.
 *
 * <pre>{@code
 * try (Connection connection = books.connect()) {
 *     Sql.file("measure/denial_rate").on(connection).param("month", month).query(...).list();
 * }
 * }</pre>
 */
public record Sql(String name, String text) {
    /** @throws UncheckedIOException when there is no {@code sql/<name>.sql} on the class path */
    public static Sql file(String name) {
        try {
            ClassPathResource file = new ClassPathResource("sql/" + name + ".sql");
            return new Sql(name, file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the program lacks its file sql/" + name + ".sql; install it again", e);
        }
    }

    /** The statement on that connection, ready to take its parameters; the caller closes the connection. */
    public JdbcClient.StatementSpec on(Connection connection) {
        return client(connection).sql(text);
    }

    /** A client over one connection, which it never closes. */
    public static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /**
     * Writes the statement's result to a Parquet file, in the order of its rows, and answers how many there were.
     */
    public long copyTo(Path file, Connection connection, Map<String, ?> parameters) {
        JdbcClient client = client(connection);
        return client.sql("copy (" + withoutEnd(text) + "\n) to '" + quoted(file.toString())
                        + "' (format parquet, compression zstd)")
                .params(parameters)
                .update();
    }

    static String quoted(String text) {
        return text.replace("'", "''");
    }

    private static String withoutEnd(String sql) {
        String trimmed = sql.stripTrailing();
        return trimmed.endsWith(";") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    }
}
