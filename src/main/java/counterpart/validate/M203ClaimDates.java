package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import java.time.LocalDate;

/** M-203: The service dates are missing, in the future, more than ten years old, or end before they begin. */
final class M203ClaimDates implements Rule<MedicalClaim> {
    static final Edit EDIT = Edit.of(
            "M-203",
            Severity.REJECT_ROW,
            Edit.Level.FIELD,
            "The service dates are missing, in the future, more than ten years old, or end before they begin.",
            "Correct the service dates.",
            "X12 837 DTP*472");
    private static final int OLDEST_YEARS = 10;

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "from_date";
    }

    @Override
    public boolean isBrokenBy(MedicalClaim row, LocalDate today) {
        LocalDate thru = row.thruDate();
        return row.fromDate().isAfter(today)
                || row.fromDate().isBefore(today.minusYears(OLDEST_YEARS))
                || (thru != null && thru.isBefore(row.fromDate()));
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim("from_date", LocalDate.of(2016, 10, 5));
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("from_date", LocalDate.of(2016, 10, 4));
    }
}
