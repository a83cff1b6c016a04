package counterpart.books;

import counterpart.model.BookTable;
import counterpart.model.FeedId;
import counterpart.model.Fields;
import counterpart.model.LoadId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** Fills real books from queries: quick for many rows, and columns that a query does not name are null. */
public final class SqlLoads {
    private final Books books;

    public SqlLoads(Books books) {
        this.books = books;
    }

    /**
     * Stages, publishes and activates a load whose rows are what the queries answer.
     *
     * @param tablesAndQueries a {@link BookTable} and a query in turn; the query's columns are named as the table's
     */
    public void load(int number, String feed, String mode, String from, String to, Object... tablesAndQueries) {
        LoadId load = new LoadId(String.format("F-%06d-1", number));
        try (LoadWriter writer = books.stage(load)) {
            writer.finish();
        }
        Path folder = books.folderOf(load);
        for (int i = 0; i < tablesAndQueries.length; i += 2) {
            write((BookTable) tablesAndQueries[i], (String) tablesAndQueries[i + 1], folder);
        }
        books.publish(load);
        LocalDate end = LocalDate.parse(to);
        books.activate(new ActiveLoad(load, FeedId.of(feed), load.value(), mode, end, LocalDate.parse(from), end, 0));
    }

    private void write(BookTable table, String query, Path folder) {
        String columns = Fields.of(table).all().stream()
                .map(f -> f.column() + " " + sqlType(f.type()))
                .collect(Collectors.joining(", "));
        try (Connection connection = books.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create temp table rows_to_load (row_number bigint, " + columns + ")");
            statement.execute("insert into rows_to_load by name (" + query + ")");
            statement.execute("update rows_to_load set row_number = rowid where row_number is null");
            statement.execute("copy rows_to_load to '" + folder.resolve(table.sqlName() + ".parquet")
                    + "' (format parquet, compression zstd)");
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private static String sqlType(Fields.Type type) {
        return switch (type) {
            case TEXT -> "varchar";
            case DATE -> "date";
            case MONEY -> "bigint";
            case WHOLE_NUMBER -> "integer";
            case QUANTITY -> "double";
            case YES_NO -> "boolean";
        };
    }
}
