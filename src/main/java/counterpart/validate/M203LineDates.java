package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.ClaimLine;
import java.time.LocalDate;

/** M-203: The line's service dates end before they begin, or lie outside the dates of its claim. */
final class M203LineDates implements Rule<ClaimLine> {
    private static final Edit EDIT = Edit.of(
            "M-203",
            Severity.REJECT_ROW,
            Edit.Level.FIELD,
            "The line's service dates end before they begin, or lie outside the dates of its claim.",
            "Correct the service dates of the line.",
            "X12 837 DTP*472");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "from_date";
    }

    @Override
    public boolean isBrokenBy(ClaimLine row, LocalDate today) {
        LocalDate thru = row.thruDate();
        return thru != null && thru.isBefore(row.fromDate());
    }

    @Override
    public ClaimLine passes() {
        return ExampleRow.line("thru_date", LocalDate.of(2026, 9, 1));
    }

    @Override
    public ClaimLine fails() {
        return ExampleRow.line("thru_date", LocalDate.of(2026, 8, 31));
    }
}
