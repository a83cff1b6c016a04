package counterpart.operate;

import counterpart.finding.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table of plain text: numbers to the right, everything else to the left, columns as wide as they need. */
final class Table {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[$]?[0-9][0-9,.]*%?");
    private static final String GAP = "  ";
    private static final int WIDEST_RULE = 160;

    private final List<List<String>> rows = new ArrayList<>();
    private final int columns;

    Table(String... heading) {
        rows.add(List.of(heading));
        columns = heading.length;
    }

    Table row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("a row has " + columns + " cells, not " + cells.length);
        }
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(
                    cell instanceof Number number
                            ? String.format("%,d", number.longValue())
                            : OneLine.of(String.valueOf(cell)));
        }
        rows.add(texts);
        return this;
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                line.append(c == 0 ? "" : GAP).append(padded(rows.get(r).get(c), c));
            }
            text.append(line.toString().stripTrailing()).append('\n');
            if (r == 0) {
                text.append("-".repeat(Math.min(line.length(), WIDEST_RULE))).append('\n');
            }
        }
        return text.toString();
    }

    private String padded(String cell, int column) {
        int missing = width(column) - cell.length();
        return isNumeric(column) ? " ".repeat(missing) + cell : cell + " ".repeat(missing);
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private boolean isNumeric(int column) {
        return rows.stream()
                .skip(1)
                .map(row -> row.get(column))
                .allMatch(cell -> cell.isEmpty()
                        || cell.equals("-")
                        || NUMBER.matcher(cell).matches());
    }

    /** A text that fits: what is longer is cut and ends with three dots. */
    static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest - 3) + "..." : text;
    }
}
