package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.CoverageSpan;
import java.time.LocalDate;

/** E-103: The birth date is missing, no date, in the future, or more than 120 years ago. */
final class E103BirthDate implements Rule<CoverageSpan> {
    static final Edit EDIT = Edit.of(
            "E-103",
            Severity.REJECT_ROW,
            Edit.Level.FIELD,
            "The birth date is missing, no date, in the future, or more than 120 years ago.",
            "Send the row again with the true birth date.",
            "X12 834 DMG02");
    private static final int OLDEST_YEARS = 120;

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "birth_date";
    }

    @Override
    public boolean isBrokenBy(CoverageSpan row, LocalDate today) {
        return row.birthDate().isAfter(today)
                || row.birthDate().plusYears(OLDEST_YEARS + 1).compareTo(today) <= 0;
    }

    @Override
    public CoverageSpan passes() {
        return ExampleRow.coverage("birth_date", LocalDate.of(1905, 10, 6));
    }

    @Override
    public CoverageSpan fails() {
        return ExampleRow.coverage("birth_date", LocalDate.of(2026, 10, 6));
    }
}
