package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.CoverageSpan;
import java.time.LocalDate;

/** E-106: Coverage ends before it begins; the day before the effective date is allowed and means never effective. */
final class E106TerminationBeforeEffective implements Rule<CoverageSpan> {
    private static final Edit EDIT = Edit.of(
            "E-106",
            Severity.REJECT_ROW,
            Edit.Level.RECORD,
            "Coverage ends before it begins; the day before the effective date is allowed and means never effective.",
            "Correct one of the two dates.",
            "X12 834 DTP*348, DTP*349");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "termination_date";
    }

    @Override
    public boolean isBrokenBy(CoverageSpan row, LocalDate today) {
        LocalDate end = row.terminationDate();
        return end != null && end.isBefore(row.effectiveDate().minusDays(1));
    }

    @Override
    public CoverageSpan passes() {
        return ExampleRow.coverage("termination_date", LocalDate.of(2025, 12, 31));
    }

    @Override
    public CoverageSpan fails() {
        return ExampleRow.coverage("termination_date", LocalDate.of(2025, 12, 30));
    }
}
