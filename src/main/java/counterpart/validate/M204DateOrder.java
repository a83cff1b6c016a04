package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import java.time.LocalDate;

/** M-204: The claim was not received, then adjudicated, then paid. */
final class M204DateOrder implements Rule<MedicalClaim> {
    private static final Edit EDIT = Edit.of(
            "M-204",
            Severity.WARN,
            Edit.Level.RECORD,
            "The claim was not received, then adjudicated, then paid.",
            "Check the three dates.",
            "29 CFR 2560.503-1 (the clock starts on receipt)");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "adjudicated_date";
    }

    @Override
    public boolean isBrokenBy(MedicalClaim row, LocalDate today) {
        LocalDate received = row.receivedDate();
        LocalDate paid = row.paidDate();
        return (received != null && received.isAfter(row.adjudicatedDate()))
                || (paid != null && paid.isBefore(row.adjudicatedDate()));
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim("received_date", LocalDate.of(2026, 9, 20));
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("received_date", LocalDate.of(2026, 9, 21));
    }
}
