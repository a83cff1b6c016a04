package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.CoverageSpan;
import java.time.LocalDate;

/** E-108: An addition or termination reaches back more than 60 days before the file came. */
final class E108RetroactiveChange implements Rule<CoverageSpan> {
    private static final Edit EDIT = Edit.of(
            "E-108",
            Severity.WARN,
            Edit.Level.RECORD,
            "An addition or termination reaches back more than 60 days before the file came.",
            "Confirm the date; claims of that time may have to be paid or recovered.",
            "carriers' retroactivity limits, commonly 30 or 60 days");
    private static final int LIMIT_DAYS = 60;

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
        LocalDate limit = today.minusDays(LIMIT_DAYS);
        LocalDate end = row.terminationDate();
        boolean lateAddition = MaintenanceTypes.ADDITION.equals(row.maintenanceType())
                && row.effectiveDate().isBefore(limit);
        boolean lateEnd =
                MaintenanceTypes.TERMINATION.equals(row.maintenanceType()) && end != null && end.isBefore(limit);
        return lateAddition || lateEnd;
    }

    @Override
    public CoverageSpan passes() {
        return ExampleRow.coverage("maintenance_type", "021", "effective_date", LocalDate.of(2026, 8, 6));
    }

    @Override
    public CoverageSpan fails() {
        return ExampleRow.coverage("maintenance_type", "021", "effective_date", LocalDate.of(2026, 8, 5));
    }
}
