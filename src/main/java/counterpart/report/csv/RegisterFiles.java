package counterpart.report.csv;

import counterpart.report.PrivacyScan;
import counterpart.report.Registers;
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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code decisions.csv} and {@code issues.csv} of a partnership's registers folder. A file that is not there holds
 * nothing. A row with a fault is told and left out; the others count.
 */
public final class RegisterFiles {
    private static final String DECISIONS = "decisions.csv";
    private static final String ISSUES = "issues.csv";
    private static final List<String> DECISION_COLUMNS = List.of("no", "decision", "why_now", "proposed_by");
    private static final List<String> ISSUE_COLUMNS = List.of("measure", "month", "impact", "plan", "owner", "due");
    private static final int LONGEST_FIELD = 240;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    /**
     * What was read.
     *
     * @param warnings one sentence a fault: file, line, field, and what to do
     */
    public record Reading(Registers registers, List<String> warnings) {
        public Reading {
            warnings = List.copyOf(warnings);
        }
    }

    private final Set<String> measures;
    private final IntPredicate isPrintable;
    private final List<String> warnings = new ArrayList<>();
    private String content = "";

    private RegisterFiles(Set<String> measures, IntPredicate isPrintable) {
        this.measures = measures;
        this.isPrintable = isPrintable;
    }

    /**
     * Reads both registers.
     *
     * @param measures the partnership's measures, of which issues may speak
     * @param isPrintable whether the pages' font has a character
     */
    public static Reading read(Path folder, Set<String> measures, IntPredicate isPrintable) {
        RegisterFiles files = new RegisterFiles(measures, isPrintable);
        List<Registers.Decision> decisions = new ArrayList<>();
        for (CSVRecord row : files.rows(folder.resolve(DECISIONS), DECISION_COLUMNS)) {
            Registers.Decision decision = files.decision(row);
            if (decision != null) {
                decisions.add(decision);
            }
        }
        decisions.sort(Comparator.comparingInt(Registers.Decision::number));
        List<Registers.Issue> issues = new ArrayList<>();
        for (CSVRecord row : files.rows(folder.resolve(ISSUES), ISSUE_COLUMNS)) {
            Registers.Issue issue = files.issue(row);
            if (issue != null) {
                issues.add(issue);
            }
        }
        return new Reading(new Registers(decisions, issues), files.warnings);
    }

    private List<CSVRecord> rows(Path file, List<String> columns) {
        if (!Files.exists(file)) {
            return List.of();
        }
        String name = String.valueOf(file.getFileName());
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

    private Registers.@Nullable Decision decision(CSVRecord row) {
        if (!isSound(DECISIONS, row, DECISION_COLUMNS)) {
            return null;
        }
        for (String column : DECISION_COLUMNS) {
            if (field(row, column) == null) {
                return fault(DECISIONS, row, column, "is empty; fill it in");
            }
        }
        if (!row.get("no").matches("\\d{1,4}")) {
            return fault(DECISIONS, row, "no", "is no number; write 1, 2, 3");
        }
        int number = Integer.parseInt(row.get("no"));
        return new Registers.Decision(number, text(row, "decision"), text(row, "why_now"), text(row, "proposed_by"));
    }

    private Registers.@Nullable Issue issue(CSVRecord row) {
        if (!isSound(ISSUES, row, ISSUE_COLUMNS)) {
            return null;
        }
        if (!measures.contains(text(row, "measure"))) {
            return fault(
                    ISSUES,
                    row,
                    "measure",
                    "is no measure of this partnership; write its name as in the partnership's file");
        }
        YearMonth month;
        try {
            month = YearMonth.parse(text(row, "month"));
        } catch (DateTimeException e) {
            return fault(ISSUES, row, "month", "is no month; write it like 2026-10");
        }
        String due = field(row, "due");
        LocalDate dueDate = null;
        try {
            dueDate = due == null ? null : LocalDate.parse(due);
        } catch (DateTimeException e) {
            return fault(ISSUES, row, "due", "is no date; write it like 2026-12-05");
        }
        return new Registers.Issue(
                text(row, "measure"), month, field(row, "impact"), field(row, "plan"), field(row, "owner"), dueDate);
    }

    /** Whether a row is whole and all its fields may be printed. */
    private boolean isSound(String file, CSVRecord row, List<String> columns) {
        if (!row.isConsistent()) {
            warnings.add(
                    file + " line " + line(row) + ": it does not have the columns of the heading; put quotes around"
                            + " a text with a comma. The row is not printed");
            return false;
        }
        for (String column : columns) {
            String fault = printFault(text(row, column));
            if (fault != null) {
                fault(file, row, column, fault);
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

    private <T> @Nullable T fault(String file, CSVRecord row, String column, String fault) {
        warnings.add(file + " line " + line(row) + ", " + column + ": it " + fault + ". The row is not printed");
        return null;
    }

    private long line(CSVRecord row) {
        return 1
                + content.substring(0, (int) Math.min(row.getCharacterPosition(), content.length()))
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }

    private static @Nullable String field(CSVRecord row, String column) {
        String text = text(row, column);
        return text.isEmpty() ? null : text;
    }

    /** A field on one line, without the spaces at its ends. */
    private static String text(CSVRecord row, String column) {
        return row.get(column).replaceAll("\\s+", " ").strip();
    }
}
