package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.Masks;
import counterpart.finding.Severity;
import counterpart.model.Fields;
import counterpart.model.Fields.Field;
import counterpart.partner.FileLayout.Dialect;
import counterpart.partner.FileLayout.FieldMapping;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one field of a row is made from one column: crosswalk, then the reading of its type; all decided beforehand. */
final class FieldPlan {
    /** Stands for a value that could not be made; its finding says why. */
    static final Object FAULT = TextReader.UNREADABLE;

    private static final int NO_COLUMN = -1;
    private static final Map<String, Boolean> YES_NO =
            Map.of("y", true, "n", false, "1", true, "0", false, "true", true, "false", false);

    private final Field field;
    private final FieldMapping mapping;
    private final int column;
    private final @Nullable Object constant;
    private final TextReader reader;
    private final Set<String> openDates;
    private final String expected;
    private final boolean required;
    private final FieldEdits edits;

    /** @param column position of the column that the mapping names, when it names one */
    FieldPlan(Field field, FieldMapping mapping, int column, Dialect dialect, Class<?> type, FieldEdits edits) {
        this.field = field;
        this.mapping = mapping;
        this.column = mapping.column() == null ? NO_COLUMN : column;
        this.required = field.required() || mapping.required();
        this.openDates = field.type() == Fields.Type.DATE ? dialect.openDates() : Set.of();
        String date = mapping.date();
        String pattern = date == null ? dialect.dates() : date;
        this.reader = reader(field, mapping, pattern, type);
        this.expected = expected(field, mapping, pattern);
        this.edits = edits;
        this.constant = constantOf(mapping);
    }

    Field field() {
        return field;
    }

    /** The partner's column, or the field's own name when it is a constant. */
    String columnName() {
        String name = mapping.column();
        return name == null ? field.name() : name;
    }

    /** The text of the field as received; empty for a constant. */
    String text(RecordReader record) {
        return column == NO_COLUMN ? "" : record.field(column);
    }

    /** The value, null when there is none, or {@link #FAULT}: then {@link #fault} says why. */
    @Nullable
    Object value(RecordReader record) {
        if (column == NO_COLUMN) {
            return constant;
        }
        return read(record.field(column).strip());
    }

    private @Nullable Object read(String text) {
        String own = mapping.codes().isEmpty() ? text : mapping.codes().get(text);
        if (own == null) {
            return text.isEmpty() && !required ? null : FAULT;
        }
        if (own.isEmpty() || openDates.contains(own)) {
            return required ? FAULT : null;
        }
        return reader.read(own);
    }

    private @Nullable Object constantOf(FieldMapping mapping) {
        String text = mapping.constant();
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
        boolean unknownCode = !mapping.codes().isEmpty() && !mapping.codes().containsKey(text);
        String sentence;
        if (missing) {
            sentence = "Column " + columnName() + " is required and is blank: write " + expected + ".";
        } else if (unknownCode) {
            sentence = "Column " + columnName() + " holds a code that was not agreed: write "
                    + String.join(
                            ", ", mapping.codes().keySet().stream().sorted().toList()) + ".";
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

    private static TextReader reader(Field field, FieldMapping mapping, String datePattern, Class<?> type) {
        return switch (field.type()) {
            case TEXT -> text -> text;
            case DATE -> new DateReader(datePattern);
            case MONEY -> NumberReaders.money(mapping.impliedDecimals());
            case WHOLE_NUMBER -> type == Long.class ? NumberReaders::longNumber : NumberReaders::wholeNumber;
            case QUANTITY -> NumberReaders.quantity(mapping.impliedDecimals());
            case YES_NO ->
                text -> {
                    Boolean value = YES_NO.get(text.toLowerCase(Locale.ROOT));
                    return value == null ? TextReader.UNREADABLE : value;
                };
        };
    }

    private static String expected(Field field, FieldMapping mapping, String datePattern) {
        int implied = mapping.impliedDecimals();
        return switch (field.type()) {
            case TEXT -> "a text";
            case DATE -> "a date written " + datePattern;
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
