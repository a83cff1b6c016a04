package counterpart.report.csv;

import counterpart.report.PrivacyScan;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One register file: its sound rows, and a sentence for each fault with file, line, field and what to do. */
final class RegisterCsv {
    private static final int LONGEST_FIELD = 240;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final String name;
    private final List<String> columns;
    private final IntPredicate isPrintable;
    private final List<String> warnings;
    private String content = "";

    RegisterCsv(String name, List<String> columns, IntPredicate isPrintable, List<String> warnings) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.isPrintable = isPrintable;
        this.warnings = warnings;
    }

    /** Reads a file of the folder; a row that the function answers with null has told its fault and is left out. */
    <T> List<T> read(Path folder, Function<CSVRecord, @Nullable T> meaning) {
        List<T> read = new ArrayList<>();
        for (CSVRecord row : rows(folder.resolve(name))) {
            T one = isSound(row) ? meaning.apply(row) : null;
            if (one != null) {
                read.add(one);
            }
        }
        return read;
    }

    private List<CSVRecord> rows(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (CSVParser parser = parser(file)) {
            List<String> missing = columns.stream()
                    .filter(column -> !parser.getHeaderNames().contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                warnings.add(name + " line 1: the heading lacks " + String.join(", ", missing)
                        + "; nothing of this file is printed");
                return List.of();
            }
            return parser.getRecords();
        } catch (CharacterCodingException e) {
            warnings.add(name + ": it is not UTF-8; save it as UTF-8, nothing of it is printed");
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            warnings.add(
                    name + ": it is no CSV file as this register needs it (a quote is not closed, or a column's name"
                            + " stands twice); nothing of it is printed");
        }
        return List.of();
    }

    private CSVParser parser(Path file) throws IOException {
        content = text(file);
        return CSVParser.parse(new StringReader(content), FORMAT);
    }

    private static String text(Path file) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Whether a row is whole and all its fields may be printed. */
    private boolean isSound(CSVRecord row) {
        if (!row.isConsistent()) {
            warnings.add(
                    name + " line " + line(row) + ": it does not have the columns of the heading; put quotes around"
                            + " a text with a comma. The row is not printed");
            return false;
        }
        for (String column : columns) {
            String fault = printFault(text(row, column));
            if (fault != null) {
                fault(row, column, fault);
                return false;
            }
        }
        return true;
    }

    private @Nullable String printFault(String text) {
        if (text.length() > LONGEST_FIELD) {
            return "is longer than " + LONGEST_FIELD + " characters; shorten it";
        }
        int[] strange = text.codePoints()
                .filter(character -> !isPrintable.test(character))
                .toArray();
        if (strange.length > 0) {
            return String.format("holds the character U+%04X, which the font does not have; take it out", strange[0]);
        }
        List<String> found = PrivacyScan.findings(text);
        return found.isEmpty() ? null : "shows " + found.get(0) + "; take it out";
    }

    /** Tells a fault of a field; the answer leaves the row out. */
    <T> @Nullable T fault(CSVRecord row, String column, String fault) {
        warnings.add(name + " line " + line(row) + ", " + column + ": it " + fault + ". The row is not printed");
        return null;
    }

    /** Whether each of these fields is filled in; the first empty one is told. */
    boolean isFilled(CSVRecord row, List<String> needed) {
        for (String column : needed) {
            if (field(row, column) == null) {
                fault(row, column, "is empty; fill it in");
                return false;
            }
        }
        return true;
    }

    /** Whether a field holds a date or nothing; else its fault is told. */
    boolean isDateOrEmpty(CSVRecord row, String column) {
        try {
            date(row, column);
            return true;
        } catch (DateTimeException e) {
            fault(row, column, "is no date; write it like 2026-12-05");
            return false;
        }
    }

    /** @throws DateTimeException when it is no date */
    static @Nullable LocalDate date(CSVRecord row, String column) {
        String text = field(row, column);
        return text == null ? null : LocalDate.parse(text);
    }

    private long line(CSVRecord row) {
        return 1
                + content.substring(0, (int) Math.min(row.getCharacterPosition(), content.length()))
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }

    static @Nullable String field(CSVRecord row, String column) {
        String text = text(row, column);
        return text.isEmpty() ? null : text;
    }

    /** A field on one line, without the spaces at its ends. */
    static String text(CSVRecord row, String column) {
        return row.get(column).replaceAll("\\s+", " ").strip();
    }
}
