package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import java.time.LocalDate;

/** M-224: The claim is denied and yet has an amount paid. */
final class M224DeniedButPaid implements Rule<MedicalClaim> {
    private static final Edit EDIT = Edit.of(
            "M-224",
            Severity.WARN,
            Edit.Level.RECORD,
            "The claim is denied and yet has an amount paid.",
            "Check the status and the amount.",
            "X12 835 CLP02, CLP04");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "paid";
    }

    @Override
    public boolean isBrokenBy(MedicalClaim row, LocalDate today) {
        return row.claimStatus().equals("DENIED") && row.paidCents() != 0;
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim("claim_status", "DENIED", "paid", 0L);
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("claim_status", "DENIED");
    }
}
