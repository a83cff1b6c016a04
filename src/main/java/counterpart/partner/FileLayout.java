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
     * @param dates the date patterns of fields that name none of their own, as {@code java.time} writes them; a text is
     *     read by the first that fits
     * @param openDates texts in a date field that mean "none", for example {@code 99991231}
     */
    public record Dialect(
            char delimiter,
            @Nullable Character quote,
            Charset charset,
            boolean headed,
            List<String> dates,
            Set<String> openDates) {
        public Dialect {
            dates = List.copyOf(dates);
            openDates = Set.copyOf(openDates);
        }

        /** A form with one date pattern. */
        public Dialect(
                char delimiter,
                @Nullable Character quote,
                Charset charset,
                boolean headed,
                String dates,
                Set<String> openDates) {
            this(delimiter, quote, charset, headed, List.of(dates), openDates);
        }
    }

    /** What a record is for. */
    public enum Purpose {
        HEADER,
        DETAIL,
        TRAILER,
        /** Rows that both sides agreed to leave out of the books. */
        LEFT_OUT
    }

    /** How the amounts of a reversal are written. */
    public enum AmountSign {
        /** As the books keep them: a reversal's amounts cancel those of what it reverses. */
        SIGNED,
        /** Without a sign; that the row is a reversal says that its amounts count the other way. */
        BY_TYPE
    }

    /** Whose amounts stand on the rows of a file in which each line repeats its claim. */
    public enum AmountLevel {
        /** Those of the line; the claim's are their sums. */
        LINE,
        /** Those of the claim, the same on each of its lines or on one of them. */
        CLAIM
    }

    /**
     * What a column must hold for a record to be made of a row.
     *
     * @param texts after trimming; an empty text stands for a blank
     * @param negated whether the column must hold none of them
     */
    public record Condition(String column, Set<String> texts, boolean negated) {
        public Condition {
            texts = Set.copyOf(texts);
        }

        public boolean isMetBy(String text) {
            return texts.contains(text.strip()) != negated;
        }
    }

    /** The claim whose columns each line repeats. */
    public record RepeatedClaim(AmountLevel amountLevel, Map<String, FieldMapping> mappings) {
        public RepeatedClaim {
            mappings = Map.copyOf(mappings);
        }
    }

    /**
     * Which rows a record is made of. One row may make several records.
     *
     * @param when what tells the kind of row
     * @param present what must be there besides, where a row may hold the record's columns several times
     */
    public record Selection(List<Condition> when, List<Condition> present) {
        public static final Selection EVERY_ROW = new Selection(List.of(), List.of());

        public Selection {
            when = List.copyOf(when);
            present = List.copyOf(present);
        }
    }

    /**
     * One kind of record.
     *
     * @param type the text in the first column that tells this kind; none when the file has only one kind
     * @param table where a detail record goes; none for others
     * @param columns the names of the columns in order; in a headed file, the columns that must be there
     * @param mappings by field name: fields of {@code FileHeader}, of {@code ControlTotals} or of the table's row
     * @param claim the claim that each line repeats; none when claims have records of their own
     */
    public record RecordLayout(
            @Nullable String type,
            Purpose purpose,
            @Nullable BookTable table,
            List<String> columns,
            Map<String, FieldMapping> mappings,
            Selection selection,
            @Nullable RepeatedClaim claim,
            AmountSign amountSign) {
        public RecordLayout {
            columns = List.copyOf(columns);
            mappings = Map.copyOf(mappings);
        }

        /** A record that is made of every row of its type, with signed amounts. */
        public RecordLayout(
                @Nullable String type,
                Purpose purpose,
                @Nullable BookTable table,
                List<String> columns,
                Map<String, FieldMapping> mappings) {
            this(type, purpose, table, columns, mappings, Selection.EVERY_ROW, null, AmountSign.SIGNED);
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
        return of(Purpose.DETAIL);
    }

    public List<RecordLayout> leftOut() {
        return of(Purpose.LEFT_OUT);
    }

    private List<RecordLayout> of(Purpose purpose) {
        return records.stream().filter(r -> r.purpose() == purpose).toList();
    }

    private Optional<RecordLayout> only(Purpose purpose) {
        return records.stream().filter(r -> r.purpose() == purpose).findFirst();
    }
}
