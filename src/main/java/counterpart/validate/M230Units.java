package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.ClaimLine;
import java.time.LocalDate;

/** M-230: The units are zero or negative on a line that reverses nothing. */
final class M230Units implements Rule<ClaimLine> {
    private static final Edit EDIT = Edit.of(
            "M-230",
            Severity.WARN,
            Edit.Level.RECORD,
            "The units are zero or negative on a line that reverses nothing.",
            "Check the units.",
            "X12 837 SV104, SV205");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "units";
    }

    @Override
    public boolean isBrokenBy(ClaimLine row, LocalDate today) {
        Double units = row.units();
        return units != null && units <= 0 && !isReversal(row);
    }

    @Override
    public ClaimLine passes() {
        return ExampleRow.line("units", -1.0, "line_status", "REVERSED");
    }

    @Override
    public ClaimLine fails() {
        return ExampleRow.line("units", 0.0);
    }

    /** A line does not say whether its claim is a reversal; its status or the sign of its amounts does. */
    private static boolean isReversal(ClaimLine row) {
        Long billed = row.billedCents();
        Long paid = row.paidCents();
        return row.lineStatus().equals("REVERSED") || (paid != null && paid < 0) || (billed != null && billed < 0);
    }
}
