package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.Masks;
import counterpart.finding.Severity;
import counterpart.model.Fields;
import counterpart.model.Fields.Field;
import counterpart.partner.FieldMapping;
import counterpart.partner.FileLayout.Dialect;
import counterpart.partner.TextTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one field of a row is made from the columns: their text, the part of it that counts, the crosswalk, then the
 * reading of its type; all decided beforehand.
 */
final class FieldPlan {
    /** Stands for a value that could not be made; its finding says why. */
    static final Object FAULT = TextReader.UNREADABLE;

    private static final int NO_COLUMN = -1;
    private static final Map<String, Boolean> YES_NO =
            Map.of("y", true, "n", false, "1", true, "0", false, "true", true, "false", false);

    private final Field field;
    private final FieldMapping mapping;
    private final int column;
    private final Map<String, Integer> joined = new HashMap<>();
    private final @Nullable Object constant;
    private final @Nullable Object otherwise;
    private final TextReader reader;
    private final Set<String> openDates;
    private final String expected;
    private final boolean required;
    private final FieldEdits edits;

    /** @param positions where the layout's columns stand, by name */
    FieldPlan(
            Field field,
            FieldMapping mapping,
            Map<String, Integer> positions,
            Dialect dialect,
            Class<?> type,
            FieldEdits edits) {
        this.field = field;
        this.mapping = mapping;
        this.column = mapping.column() == null ? NO_COLUMN : position(mapping.column(), positions);
        mapping.columns().forEach(name -> joined.put(name, position(name, positions)));
        this.required = field.required() || mapping.required();
        this.openDates = field.type() == Fields.Type.DATE ? dialect.openDates() : Set.of();
        List<String> patterns = mapping.dates().isEmpty() ? dialect.dates() : mapping.dates();
        this.reader = reader(field, mapping, patterns, type);
        this.expected = expected(field, mapping, patterns);
        this.edits = edits;
        this.constant = fixed(mapping.constant());
        this.otherwise = fixed(mapping.shape().otherwise());
    }

    Field field() {
        return field;
    }

    private static int position(String column, Map<String, Integer> positions) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("the layout maps the column " + column + ", which it does not list");
        }
        return position;
    }

    /** The partner's column or columns, or the field's own name when it is a constant. */
    String columnName() {
        String name = mapping.source();
        return name == null ? field.name() : name;
    }

    /** The text of the field as received; empty for a constant. */
    String text(RecordReader record) {
        if (column != NO_COLUMN) {
            return record.field(column);
        }
        TextTemplate template = mapping.shape().template();
        return template == null ? "" : template.of(name -> record.field(joined.getOrDefault(name, NO_COLUMN)));
    }

    /** The value, null when there is none, or {@link #FAULT}: then {@link #fault} says why. */
    @Nullable
    Object value(RecordReader record) {
        if (mapping.constant() != null) {
            return constant;
        }
        String text = text(record).strip();
        Pattern pattern = mapping.shape().pattern();
        if (pattern == null || text.isEmpty()) {
            return read(text);
        }
        String part = partOf(text, pattern);
        return part == null ? FAULT : read(part);
    }

    /** What the pattern's groups match, joined; none when the text is of another form. */
    private static @Nullable String partOf(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        StringBuilder part = new StringBuilder();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            String group = matcher.group(i);
            part.append(group == null ? "" : group);
        }
        return part.toString().strip();
    }

    private @Nullable Object read(String text) {
        String own = mapping.codes().isEmpty() ? text : codeOf(text);
        if (own == null && !text.isEmpty()) {
            return FAULT;
        }
        if (own == null || own.isEmpty() || openDates.contains(own)) {
            return otherwise != null ? otherwise : required ? FAULT : null;
        }
        return reader.read(own);
    }

    private @Nullable String codeOf(String text) {
        String own = mapping.codes().get(text);
        return own != null || text.isEmpty() ? own : mapping.codes().get(FieldMapping.ANY_OTHER);
    }

    private @Nullable Object fixed(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Object value = text.isEmpty() ? null : reader.read(text);
        if (value == FAULT) {
            throw new IllegalArgumentException("the constant of field " + field.name() + " must be " + expected);
        }
        return value;
    }

    /** Why the value could not be made, in the partner's own names. */
    Finding fault(RecordReader record, @Nullable String key) {
        String text = text(record).strip();
        boolean missing = text.isEmpty() || openDates.contains(text);
        Pattern pattern = mapping.shape().pattern();
        String part = pattern == null ? text : partOf(text, pattern);
        boolean unknownCode = part != null && !mapping.codes().isEmpty() && codeOf(part) == null;
        String sentence;
        if (missing) {
            sentence = "Column " + columnName() + " is required and is blank: write " + expected + ".";
        } else if (unknownCode) {
            sentence = "Column " + columnName() + " holds a code that was not agreed: write "
                    + String.join(
                            ", ", mapping.codes().keySet().stream().sorted().toList()) + ".";
        } else if (part == null) {
            sentence = "Column " + columnName() + " must look like " + pattern + ".";
        } else {
            sentence = "Column " + columnName() + " must be " + expected + ".";
        }
        Edit edit = missing ? edits.missing(field) : unknownCode ? edits.unknownCode(field) : edits.unreadable(field);
        return new Finding(
                edit.code(),
                Severity.REJECT_ROW,
                record.line(),
                columnName(),
                key,
                missing ? null : Masks.form(text),
                sentence);
    }

    private static TextReader reader(Field field, FieldMapping mapping, List<String> dates, Class<?> type) {
        return switch (field.type()) {
            case TEXT -> text -> text;
            case DATE -> DateReader.of(dates, mapping.shape().day());
            case MONEY ->
                mapping.shape().rounded()
                        ? NumberReaders::roundedMoney
                        : NumberReaders.money(mapping.impliedDecimals());
            case WHOLE_NUMBER -> type == Long.class ? NumberReaders::longNumber : NumberReaders::wholeNumber;
            case QUANTITY -> NumberReaders.quantity(mapping.impliedDecimals());
            case YES_NO ->
                text -> {
                    Boolean value = YES_NO.get(text.toLowerCase(Locale.ROOT));
                    return value == null ? TextReader.UNREADABLE : value;
                };
        };
    }

    private static String expected(Field field, FieldMapping mapping, List<String> dates) {
        int implied = mapping.impliedDecimals();
        return switch (field.type()) {
            case TEXT -> "a text";
            case DATE ->
                (mapping.shape().day() == null ? "a date written " : "a month written ") + String.join(" or ", dates);
            case MONEY ->
                implied == 0
                        ? "an amount such as 1234.50 or -1234.50"
                        : "an amount in digits only, the last " + implied + " being decimals";
            case WHOLE_NUMBER -> "a whole number";
            case QUANTITY -> "a number such as 30 or 2.5";
            case YES_NO -> "Y or N";
        };
    }
}
