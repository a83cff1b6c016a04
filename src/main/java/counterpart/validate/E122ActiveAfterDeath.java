package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.CoverageSpan;
import java.time.LocalDate;

/** E-122: Coverage goes on after the date of death. */
final class E122ActiveAfterDeath implements Rule<CoverageSpan> {
    private static final Edit EDIT = Edit.of(
            "E-122",
            Severity.INFO,
            Edit.Level.RECORD,
            "Coverage goes on after the date of death.",
            "End the coverage when the death is confirmed.",
            "X12 834 INS12");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "death_date";
    }

    @Override
    public boolean isBrokenBy(CoverageSpan row, LocalDate today) {
        LocalDate death = row.deathDate();
        LocalDate end = row.terminationDate();
        return death != null && (end == null || end.isAfter(death));
    }

    @Override
    public CoverageSpan passes() {
        return ExampleRow.coverage(
                "death_date", LocalDate.of(2026, 8, 3), "termination_date", LocalDate.of(2026, 8, 3));
    }

    @Override
    public CoverageSpan fails() {
        return ExampleRow.coverage(
                "death_date", LocalDate.of(2026, 8, 3), "termination_date", LocalDate.of(2026, 8, 31));
    }
}
