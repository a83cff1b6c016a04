package counterpart.books;

import counterpart.model.BookTable;
import counterpart.model.Fields;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of the views that a connection sees. Files are named one by one and columns have explicit types, so a view
 * is the same whether a hundred loads count or none.
 */
final class Views {
    private static final Map<String, String> LOAD_COLUMNS = ordered(
            "load_id", "varchar",
            "partner_id", "varchar",
            "feed_id", "varchar",
            "slot", "varchar",
            "mode", "varchar",
            "as_of_date", "date",
            "period_from", "date",
            "period_to", "date");

    private static final Map<String, String> BREAK_LEDGER = ordered(
            "break_id", "varchar",
            "partnership_id", "varchar",
            "reconciliation", "varchar",
            "entity_key", "varchar",
            "attribute", "varchar",
            "category", "varchar",
            "left_value", "varchar",
            "right_value", "varchar",
            "impact_cents", "bigint",
            "status", "varchar",
            "episode", "integer",
            "first_seen", "date",
            "last_seen", "date",
            "closed_on", "date",
            "cause", "varchar",
            "service_month", "varchar");

    private static final Map<String, String> SCORE = ordered(
            "partnership_id", "varchar",
            "report_month", "varchar",
            "revision", "integer",
            "measure", "varchar",
            "month", "varchar",
            "numerator", "varchar",
            "denominator", "varchar",
            "complete", "boolean",
            "completion", "varchar",
            "cases", "varchar");

    private Views() {}

    /** Statements that make all views, given the loads and the folders of the runs that count. */
    static List<String> statements(List<ActiveLoad> loads, Function<ActiveLoad, Path> folderOf, List<Path> runFolders) {
        List<String> statements = new ArrayList<>();
        for (BookTable table : BookTable.values()) {
            statements.add(ofTable(table, loads, folderOf));
        }
        statements.add(ofRuns("break_ledger", BREAK_LEDGER, runFolders));
        statements.add(ofRuns("score", SCORE, runFolders));
        return statements;
    }

    private static String ofTable(BookTable table, List<ActiveLoad> loads, Function<ActiveLoad, Path> folderOf) {
        Map<String, String> columns = columnsOf(table.rowType().asSubclass(Record.class));
        Map<Path, ActiveLoad> files = having(table.sqlName(), loads, folderOf);
        String head = "create or replace temp view " + table.sqlName() + " as\n";
        if (files.isEmpty()) {
            Map<String, String> all = new LinkedHashMap<>(LOAD_COLUMNS);
            all.putAll(columns);
            return head + noRows(all);
        }
        String select = "select "
                + String.join(
                        ", ",
                        LOAD_COLUMNS.keySet().stream().map(name -> "l." + name).toList())
                + ",\n  " + typed("r", columns)
                + "\nfrom read_parquet(" + list(files.keySet()) + ", filename = true) r\n"
                + "join " + values(files, "l") + " on l.file = r.filename";
        return head + select + withoutRejected(table, loads, folderOf);
    }

    /** Leaves out the rows that a cross check rejected; there is nothing to join when no load has a verdict. */
    private static String withoutRejected(
            BookTable table, List<ActiveLoad> loads, Function<ActiveLoad, Path> folderOf) {
        Map<Path, ActiveLoad> files = having("verdict", loads, folderOf);
        if (files.isEmpty()) {
            return "";
        }
        return "\nanti join (select d.load_id, v.row_number from read_parquet(" + list(files.keySet())
                + ", filename = true) v join " + values(files, "d") + " on d.file = v.filename where v.table_name = '"
                + table.sqlName() + "') x on x.load_id = l.load_id and x.row_number = r.row_number";
    }

    private static String ofRuns(String name, Map<String, String> columns, List<Path> folders) {
        List<Path> files = folders.stream()
                .map(folder -> folder.resolve(name + ".parquet"))
                .filter(Files::exists)
                .toList();
        String head = "create or replace temp view " + name + " as\n";
        if (files.isEmpty()) {
            return head + noRows(columns);
        }
        // The empty half knows every column, also those that files of an older release lack.
        return head + "select " + typed("r", columns) + "\nfrom (from read_parquet(" + list(files)
                + ", union_by_name = true) union all by name " + noRows(columns) + ") r";
    }

    private static Map<Path, ActiveLoad> having(
            String name, List<ActiveLoad> loads, Function<ActiveLoad, Path> folderOf) {
        Map<Path, ActiveLoad> files = new LinkedHashMap<>();
        for (ActiveLoad load : loads) {
            Path file = folderOf.apply(load).resolve(name + ".parquet");
            if (Files.exists(file)) {
                files.put(file, load);
            }
        }
        return files;
    }

    /** The files with what their loads are, as a table of the given alias. */
    private static String values(Map<Path, ActiveLoad> files, String alias) {
        String rows = files.entrySet().stream()
                .map(entry -> "(" + text(entry.getKey().toString()) + ", " + values(entry.getValue()) + ")")
                .collect(Collectors.joining(", "));
        return "(values " + rows + ") " + alias + "(file, " + String.join(", ", LOAD_COLUMNS.keySet()) + ")";
    }

    private static String values(ActiveLoad load) {
        return String.join(
                ", ",
                text(load.load().value()),
                text(load.feed().partner().value()),
                text(load.feed().toString()),
                text(load.slot()),
                text(load.mode()),
                date(load.asOf()),
                date(load.periodFrom()),
                date(load.periodTo()));
    }

    private static String typed(String alias, Map<String, String> columns) {
        return columns.entrySet().stream()
                .map(column -> "cast(" + alias + "." + column.getKey() + " as " + column.getValue() + ") as "
                        + column.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String noRows(Map<String, String> columns) {
        return "select "
                + columns.entrySet().stream()
                        .map(column -> "cast(null as " + column.getValue() + ") as " + column.getKey())
                        .collect(Collectors.joining(", "))
                + " where false";
    }

    private static String list(Iterable<Path> files) {
        List<String> names = new ArrayList<>();
        files.forEach(file -> names.add(text(file.toString())));
        return "[" + String.join(", ", names) + "]";
    }

    private static String text(String value) {
        return "'" + Sql.quoted(value) + "'";
    }

    private static String date(@Nullable LocalDate value) {
        return value == null ? "cast(null as date)" : "date '" + value + "'";
    }

    private static Map<String, String> columnsOf(Class<? extends Record> type) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            columns.put(Fields.snakeCase(component.getName()), sqlType(component.getType()));
        }
        return columns;
    }

    private static String sqlType(Class<?> type) {
        if (type == String.class) {
            return "varchar";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == Integer.class) {
            return "integer";
        }
        if (type == Long.class || type == long.class) {
            return "bigint";
        }
        if (type == Double.class) {
            return "double";
        }
        if (type == Boolean.class) {
            return "boolean";
        }
        throw new IllegalArgumentException("no column type for " + type);
    }

    private static Map<String, String> ordered(String... namesAndTypes) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            columns.put(namesAndTypes[i], namesAndTypes[i + 1]);
        }
        return columns;
    }
}
