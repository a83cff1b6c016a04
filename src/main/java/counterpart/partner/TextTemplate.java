package counterpart.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text made of columns, written {@code {column}}, and of what stands between them. When one of its columns is blank the
 * whole is blank, because half a key is none; a column written {@code {column?}} may be blank. Or the text of the first
 * of several columns that is not blank.
 */
public final class TextTemplate {
    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

    private record Part(String before, String column, boolean mayBeBlank) {}

    private final List<Part> parts = new ArrayList<>();
    private final String rest;
    private final boolean alternatives;

    private TextTemplate(List<String> columns) {
        columns.forEach(column -> parts.add(new Part("", column, true)));
        this.rest = "";
        this.alternatives = true;
    }

    /** The text of the first of these columns that is not blank. */
    public static TextTemplate firstOf(List<String> columns) {
        return new TextTemplate(columns);
    }

    /** @throws IllegalArgumentException when no column stands in it, or a brace has no partner */
    public TextTemplate(String text) {
        Matcher matcher = COLUMN.matcher(text);
        int from = 0;
        while (matcher.find()) {
            String column = matcher.group(1).strip();
            boolean mayBeBlank = column.endsWith("?");
            parts.add(new Part(
                    text.substring(from, matcher.start()),
                    mayBeBlank ? column.substring(0, column.length() - 1) : column,
                    mayBeBlank));
            from = matcher.end();
        }
        this.rest = text.substring(from);
        this.alternatives = false;
        boolean brace = parts.stream().anyMatch(p -> hasBrace(p.before())) || hasBrace(rest);
        if (parts.isEmpty() || brace) {
            throw new IllegalArgumentException("no text made of columns: " + text);
        }
    }

    /** The columns in their order. */
    public List<String> columns() {
        return parts.stream().map(Part::column).toList();
    }

    /** The text of a row. */
    public String of(UnaryOperator<String> textOfColumn) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            String own = textOfColumn.apply(part.column()).strip();
            if (alternatives && !own.isEmpty()) {
                return own;
            }
            if (own.isEmpty() && !part.mayBeBlank()) {
                return "";
            }
            text.append(part.before()).append(own);
        }
        return text.append(rest).toString();
    }

    private static boolean hasBrace(String text) {
        return text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
    }
}
