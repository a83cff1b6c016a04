package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.CoverageSpan;
import java.time.LocalDate;

/** G-001: A termination does not say when coverage ends. */
final class G001TerminationWithoutEnd implements Rule<CoverageSpan> {
    private static final Edit EDIT = Edit.of(
            "G-001",
            Severity.REJECT_ROW,
            Edit.Level.FIELD,
            "A required value is missing.",
            "Send the row again with the value.",
            "agreed way of exchange");

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
        return MaintenanceTypes.TERMINATION.equals(row.maintenanceType()) && row.terminationDate() == null;
    }

    @Override
    public CoverageSpan passes() {
        return ExampleRow.coverage("maintenance_type", "024", "termination_date", LocalDate.of(2026, 9, 30));
    }

    @Override
    public CoverageSpan fails() {
        return ExampleRow.coverage("maintenance_type", "024", "termination_date", null);
    }
}
