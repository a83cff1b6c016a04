package counterpart.validate;

import counterpart.finding.RuleCode;
import counterpart.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far a partner may change an edit: never where a row or file would have no key, no date or no structure. */
final class EditBounds {
    /**
     * Edits of one row that cannot be changed: those of fields that could not be read, so that there is no row to keep,
     * and of claims without their parts.
     */
    private static final Set<String> FIXED_OF_ROWS = Set.of(
            "E-101", "E-102", "E-103", "E-105", "E-119", "F-016", "M-201", "M-202", "M-203", "P-300", "P-301", "P-303");

    /** Edits of files that have a setting of their own, or that are found before the file is read. */
    private static final Set<String> FIXED_OF_FILES = Set.of("F-001", "F-011", "F-020", "F-023");

    private EditBounds() {}

    /** The names of the severities that may be agreed. */
    static Set<String> of(Edit edit) {
        return severities(edit).map(Severity::name).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Severity> severities(Edit edit) {
        if (isFixed(edit)) {
            return Stream.of();
        }
        if (edit.level() == Edit.Level.FILE) {
            return Stream.of(Severity.REJECT_FILE, Severity.HOLD_FILE, Severity.WARN, Severity.INFO);
        }
        // Adjudicated money is warned of, never rejected (rulings of the field, 7).
        boolean money = List.of('M', 'P').contains(letter(edit.code())) && edit.severity() != Severity.REJECT_ROW;
        return money
                ? Stream.of(Severity.WARN, Severity.INFO)
                : Stream.of(Severity.REJECT_ROW, Severity.WARN, Severity.INFO);
    }

    private static boolean isFixed(Edit edit) {
        String code = edit.code().value();
        return edit.severity() == Severity.REJECT_FILE
                || letter(edit.code()) == 'G'
                || FIXED_OF_ROWS.contains(code)
                || FIXED_OF_FILES.contains(code);
    }

    private static char letter(RuleCode code) {
        return code.value().charAt(0);
    }
}
