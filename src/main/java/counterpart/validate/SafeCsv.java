package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.model.Money;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of files that people open in spreadsheets: RFC 4180, and no cell is taken for a formula (OWASP, "CSV
 * Injection"). Plain numbers stay numbers.
 */
public final class SafeCsv {
    /** OWASP's list for CSV injection, with the wide forms that spreadsheets fold, and ASVS 1.2.10's NUL. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    private SafeCsv() {}

    /** Heading of a list of findings. */
    public static String findingHeading() {
        return line(
                List.of("file_id", "line_no", "record_key", "edit_id", "severity", "field", "value_masked", "message"));
    }

    /** One finding as a line; it holds masked values only. */
    public static String findingLine(String fileId, Finding finding) {
        return line(List.of(
                fileId,
                finding.line() == 0 ? "" : String.valueOf(finding.line()),
                Objects.requireNonNullElse(finding.recordKey(), ""),
                finding.code().value(),
                finding.severity().name(),
                Objects.requireNonNullElse(finding.field(), ""),
                Objects.requireNonNullElse(finding.maskedValue(), ""),
                finding.sentence()));
    }

    public static String line(List<String> cells) {
        return cells.stream().map(SafeCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String dollars(@Nullable Long cents) {
        return cents == null ? "" : new Money(cents).toString();
    }

    static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 && !isNumber(text);
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?");
    }
}
