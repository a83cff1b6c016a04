package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import java.time.LocalDate;

/** M-231: The claim was received more than a year after its last day of service and was not denied. */
final class M231LateFiling implements Rule<MedicalClaim> {
    private static final Edit EDIT = Edit.of(
            "M-231",
            Severity.WARN,
            Edit.Level.RECORD,
            "The claim was received more than a year after its last day of service and was not denied.",
            "Check the dates, or tell us why late filing was accepted.",
            "CARC 29; 42 CFR 424.44 (one calendar year)");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "received_date";
    }

    @Override
    public boolean isBrokenBy(MedicalClaim row, LocalDate today) {
        LocalDate received = row.receivedDate();
        LocalDate thru = row.thruDate();
        LocalDate last = thru == null ? row.fromDate() : thru;
        return received != null
                && row.adjustmentType().equals("ORIGINAL")
                && row.claimStatus().equals("PAID")
                && received.isAfter(last.plusYears(1));
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim("received_date", LocalDate.of(2027, 9, 1));
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("received_date", LocalDate.of(2027, 9, 2));
    }
}
