package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.CoverageSpan;
import java.time.LocalDate;

/** E-114: A child of 26 years or more, not marked disabled, has coverage without an end. */
final class E114ChildOverAge implements Rule<CoverageSpan> {
    private static final Edit EDIT = Edit.of(
            "E-114",
            Severity.WARN,
            Edit.Level.RECORD,
            "A child of 26 years or more, not marked disabled, has coverage without an end.",
            "End the coverage, or mark the disability.",
            "45 CFR 147.120 (dependants to age 26)");
    private static final int AGE_LIMIT_YEARS = 26;

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
        return row.relationship().equals("CHILD")
                && row.terminationDate() == null
                && !Boolean.TRUE.equals(row.disabled())
                && !row.birthDate().plusYears(AGE_LIMIT_YEARS).isAfter(today);
    }

    @Override
    public CoverageSpan passes() {
        return ExampleRow.coverage("relationship", "CHILD", "birth_date", LocalDate.of(2000, 10, 6));
    }

    @Override
    public CoverageSpan fails() {
        return ExampleRow.coverage("relationship", "CHILD", "birth_date", LocalDate.of(2000, 10, 5));
    }
}
