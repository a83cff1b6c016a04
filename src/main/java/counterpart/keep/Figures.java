package counterpart.keep;

import counterpart.books.Books;
import counterpart.model.BookTable;
import counterpart.model.Fields;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Counts and sums by which two homes are told to hold the same: the rows of every table of the control store, files by
 * state, the rows of every table and view of the books, and the sum of every column of money. Names are
 * {@code store.table} and what is counted.
 */
final class Figures {
    private static final List<String> OF_THE_BOOKS = List.of(
            "active_load",
            "load",
            "withdrawn_load",
            "active_run",
            "exchange_file",
            "break_ledger",
            "score",
            "current_coverage");

    private static final String MIGRATIONS = "schema_history";

    private final Map<String, String> figures = new TreeMap<>();

    private Figures() {}

    static Map<String, String> of(DataSource control, Books books) {
        Figures all = new Figures();
        try (Connection connection = control.getConnection()) {
            all.control(connection);
        } catch (SQLException e) {
            throw new KeepException("the control store could not be counted, so nothing was copied; run 'doctor'", e);
        }
        try (Connection connection = books.connect()) {
            all.books(connection);
        } catch (SQLException e) {
            throw new KeepException(
                    "a load that counts cannot be read, so there is nothing whole to copy; restore books/ from the last"
                            + " backup",
                    e);
        }
        return all.figures;
    }

    /** Names of figures that were stated and are found to be others. A newer program may have more tables. */
    static List<String> differences(Map<String, String> stated, Map<String, String> found) {
        return stated.keySet().stream()
                .filter(name -> !name.contains(MIGRATIONS))
                .filter(name -> !String.valueOf(stated.get(name)).equals(found.get(name)))
                .sorted()
                .toList();
    }

    private void control(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, "PUBLIC", null, new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                put(
                        "control." + table.toLowerCase(Locale.ROOT) + " rows",
                        statement,
                        "select count(*) from \"" + table + "\"");
            }
            try (ResultSet states =
                    statement.executeQuery("select state, count(*) from received_file group by state")) {
                while (states.next()) {
                    figures.put("control.received_file " + states.getString(1), states.getString(2));
                }
            }
        }
    }

    private void books(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : OF_THE_BOOKS) {
                put("books." + table + " rows", statement, "select count(*) from " + table);
            }
            for (BookTable table : BookTable.values()) {
                String name = table.sqlName();
                put("books." + name + " rows", statement, "select count(*) from " + name);
                for (RecordComponent field : table.rowType().getRecordComponents()) {
                    if (field.getName().endsWith("Cents")) {
                        String column = Fields.snakeCase(field.getName());
                        put(
                                "books." + name + " " + column,
                                statement,
                                "select coalesce(sum(" + column + "), 0)::varchar from " + name);
                    }
                }
            }
        }
    }

    private void put(String name, Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            figures.put(name, answer.getString(1));
        }
    }
}
