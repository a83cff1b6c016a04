package counterpart.validate.book;

import counterpart.model.BookTable;
import counterpart.model.Fields;
import counterpart.model.Fields.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows a load that does not count yet to SQL, as views {@code staged_<table>}. */
final class StagedRows {
    private StagedRows() {}

    /** Makes one view for each table; one without rows has the same columns. */
    static void show(JdbcClient sql, Path folder) {
        for (BookTable table : BookTable.values()) {
            Path file = folder.resolve(table.sqlName() + ".parquet");
            String columns = typed(table, Files.exists(file));
            String rows = Files.exists(file) ? " from " + parquet(List.of(file)) : " where false";
            sql.sql("create or replace temp view staged_" + table.sqlName() + " as select " + columns + rows)
                    .update();
        }
    }

    /** A table function over Parquet files. */
    static String parquet(List<Path> files) {
        return "read_parquet(["
                + files.stream().map(StagedRows::literal).collect(Collectors.joining(", "))
                + "], union_by_name = true)";
    }

    static String literal(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    /** The columns of a table, each cast to its type; nulls when there are no rows to take them from. */
    static String typed(BookTable table, boolean present) {
        List<String> columns = new ArrayList<>();
        columns.add(present ? "row_number::bigint as row_number" : "null::bigint as row_number");
        for (Field field : Fields.of(table).all()) {
            String type = typeOf(field);
            columns.add((present ? field.column() : "null") + "::" + type + " as " + field.column());
        }
        return String.join(", ", columns);
    }

    private static String typeOf(Field field) {
        return switch (field.type()) {
            case TEXT -> "varchar";
            case DATE -> "date";
            case MONEY -> "bigint";
            case WHOLE_NUMBER -> "integer";
            case QUANTITY -> "double";
            case YES_NO -> "boolean";
        };
    }
}
