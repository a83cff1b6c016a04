package counterpart.partner;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a field's value comes from: a column, a text made of columns, or a constant.
 *
 * @param dates date patterns of this field, when they differ from the dialect's
 * @param impliedDecimals digits after the decimal point that the partner leaves out, for example 2 for cents
 * @param codes crosswalk from the partner's codes to ours; when it is not empty, other codes are a fault, unless
 *     {@link #ANY_OTHER} is among them
 * @param required whether a blank is a fault although the product could do without
 */
public record FieldMapping(
        String field,
        @Nullable String column,
        @Nullable String constant,
        List<String> dates,
        int impliedDecimals,
        Map<String, String> codes,
        boolean required,
        Shape shape) {
    /** The partner's code that stands for every code not listed. */
    public static final String ANY_OTHER = "*";

    /** Which day of a month a text that names only the month stands for. */
    public enum DayOfMonth {
        FIRST,
        LAST
    }

    /**
     * What is done with a field's text before it is read.
     *
     * @param template makes the text of several columns, in place of one
     * @param pattern what its groups match, joined, is the text; a text that it does not match is a fault
     * @param otherwise the value of a blank
     * @param day for a date that is written as a month
     * @param rounded whether an amount with more decimals than a cent has is rounded to the nearest cent, half a cent away
     *     from zero; otherwise it is a fault
     */
    public record Shape(
            @Nullable TextTemplate template,
            @Nullable Pattern pattern,
            @Nullable String otherwise,
            @Nullable DayOfMonth day,
            boolean rounded) {
        public static final Shape PLAIN = new Shape(null, null, null, null, false);
    }

    public FieldMapping {
        dates = List.copyOf(dates);
        codes = Map.copyOf(codes);
        int sources = (column == null ? 0 : 1) + (constant == null ? 0 : 1) + (shape.template() == null ? 0 : 1);
        if (sources != 1) {
            throw new IllegalArgumentException("field " + field + " needs a column, a text of columns or a constant");
        }
    }

    /** A mapping of a column's text as it is, or of a constant. */
    public FieldMapping(
            String field,
            @Nullable String column,
            @Nullable String constant,
            @Nullable String date,
            int impliedDecimals,
            Map<String, String> codes,
            boolean required) {
        this(
                field,
                column,
                constant,
                date == null ? List.of() : List.of(date),
                impliedDecimals,
                codes,
                required,
                Shape.PLAIN);
    }

    /** The columns that it reads. */
    public List<String> columns() {
        TextTemplate template = shape.template();
        if (template != null) {
            return template.columns();
        }
        return column == null ? List.of() : List.of(column);
    }

    /** What the partner calls the source: the column, or the columns joined; none for a constant. */
    public @Nullable String source() {
        return columns().isEmpty() ? null : String.join("+", columns());
    }
}
