package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.CoverageSpan;
import java.time.LocalDate;

/** E-115: An addition's coverage was over before the file came. */
final class E115AdditionAlreadyOver implements Rule<CoverageSpan> {
    private static final Edit EDIT = Edit.of(
            "E-115",
            Severity.WARN,
            Edit.Level.RECORD,
            "An addition's coverage was over before the file came.",
            "Check the termination date, unless the addition is meant for the past.",
            "X12 834 INS03 021, DTP*349");

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
        return MaintenanceTypes.ADDITION.equals(row.maintenanceType()) && end != null && end.isBefore(today);
    }

    @Override
    public CoverageSpan passes() {
        return ExampleRow.coverage(
                "maintenance_type",
                "021",
                "effective_date",
                LocalDate.of(2026, 9, 1),
                "termination_date",
                LocalDate.of(2026, 10, 5));
    }

    @Override
    public CoverageSpan fails() {
        return ExampleRow.coverage(
                "maintenance_type",
                "021",
                "effective_date",
                LocalDate.of(2026, 9, 1),
                "termination_date",
                LocalDate.of(2026, 10, 4));
    }
}
