package counterpart.operate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that can be shown as a table or told as JSON: a column's heading is its key with blanks. */
final class Listing {
    private final String[] keys;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private final Map<String, Integer> longest = new HashMap<>();

    /** @param keys names of the columns, for example {@code rowsRead} */
    Listing(String... keys) {
        this.keys = keys.clone();
    }

    /** Cuts the texts of a column in the table; JSON has them whole. */
    Listing shortened(String key, int characters) {
        longest.put(key, characters);
        return this;
    }

    Listing row(@Nullable Object... cells) {
        if (cells.length != keys.length) {
            throw new IllegalArgumentException("a row has " + keys.length + " cells, not " + cells.length);
        }
        rows.add(cells.clone());
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    int size() {
        return rows.size();
    }

    Table table() {
        String[] headings = new String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            headings[i] = keys[i].replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        }
        Table table = new Table(headings);
        for (@Nullable Object[] row : rows) {
            Object[] cells = new Object[row.length];
            for (int i = 0; i < row.length; i++) {
                Object cell = row[i];
                cells[i] = cell instanceof String text && longest.containsKey(keys[i])
                        ? Table.shortened(text, longest.get(keys[i]))
                        : shown(cell, i == 0);
            }
            table.row(cells);
        }
        return table;
    }

    /** What identifies a row is shown as it is typed: a number there has no commas. */
    private static Object shown(@Nullable Object cell, boolean identifies) {
        if (cell == null) {
            return "-";
        }
        return cell instanceof Instant at ? Times.shown(at) : identifies ? cell.toString() : cell;
    }

    List<Map<String, @Nullable Object>> json() {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (@Nullable Object[] row : rows) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < keys.length; i++) {
                object.put(keys[i], row[i]);
            }
            list.add(object);
        }
        return list;
    }
}
