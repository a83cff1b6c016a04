package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.CoverageSpan;
import java.time.LocalDate;

/** E-107: Coverage begins more than 120 days after the file came. */
final class E107EffectiveFarAhead implements Rule<CoverageSpan> {
    private static final Edit EDIT = Edit.of(
            "E-107",
            Severity.WARN,
            Edit.Level.RECORD,
            "Coverage begins more than 120 days after the file came.",
            "Check the effective date.",
            "agreed window for future coverage");
    private static final int FARTHEST_DAYS = 120;

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "effective_date";
    }

    @Override
    public boolean isBrokenBy(CoverageSpan row, LocalDate today) {
        return row.effectiveDate().isAfter(today.plusDays(FARTHEST_DAYS));
    }

    @Override
    public CoverageSpan passes() {
        return ExampleRow.coverage("effective_date", LocalDate.of(2027, 2, 2));
    }

    @Override
    public CoverageSpan fails() {
        return ExampleRow.coverage("effective_date", LocalDate.of(2027, 2, 3));
    }
}
