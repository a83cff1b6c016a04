package counterpart.partner;

import counterpart.model.BookTable;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a partner writes a delimited file, and which of its columns fill which fields. */
public record FileLayout(String name, Dialect dialect, List<RecordLayout> records) {
    /**
     * The delimited form.
     *
     * @param quote none when the partner never quotes
     * @param headed whether the first line names the columns; otherwise columns are known by position
     * @param dates the date pattern of fields that name none of their own, as {@code java.time} writes it
     * @param openDates texts in a date field that mean "none", for example {@code 99991231}
     */
    public record Dialect(
            char delimiter,
            @Nullable Character quote,
            Charset charset,
            boolean headed,
            String dates,
            Set<String> openDates) {}

    /** What a record is for. */
    public enum Purpose {
        HEADER,
        DETAIL,
        TRAILER
    }

    /**
     * One kind of record.
     *
     * @param type the text in the first column that tells this kind; none when the file has only one kind
     * @param table where a detail record goes; none for header and trailer
     * @param columns the names of the columns in order; in a headed file, the columns that must be there
     * @param mappings by field name: fields of {@code FileHeader}, of {@code ControlTotals} or of the table's row
     */
    public record RecordLayout(
            @Nullable String type,
            Purpose purpose,
            @Nullable BookTable table,
            List<String> columns,
            Map<String, FieldMapping> mappings) {
        public RecordLayout {
            columns = List.copyOf(columns);
            mappings = Map.copyOf(mappings);
        }
    }

    /**
     * Where a field's value comes from: a column or a constant.
     *
     * @param date date pattern of this field, when it differs from the dialect's
     * @param impliedDecimals digits after the decimal point that the partner leaves out, for example 2 for cents
     * @param codes crosswalk from the partner's codes to ours; when it is not empty, other codes are a fault
     * @param required whether a blank is a fault although the product could do without
     */
    public record FieldMapping(
            String field,
            @Nullable String column,
            @Nullable String constant,
            @Nullable String date,
            int impliedDecimals,
            Map<String, String> codes,
            boolean required) {
        public FieldMapping {
            codes = Map.copyOf(codes);
            if ((column == null) == (constant == null)) {
                throw new IllegalArgumentException("field " + field + " needs a column or a constant");
            }
        }
    }

    public FileLayout {
        records = List.copyOf(records);
    }

    public Optional<RecordLayout> header() {
        return only(Purpose.HEADER);
    }

    public Optional<RecordLayout> trailer() {
        return only(Purpose.TRAILER);
    }

    public List<RecordLayout> details() {
        return records.stream().filter(r -> r.purpose() == Purpose.DETAIL).toList();
    }

    private Optional<RecordLayout> only(Purpose purpose) {
        return records.stream().filter(r -> r.purpose() == purpose).findFirst();
    }
}
