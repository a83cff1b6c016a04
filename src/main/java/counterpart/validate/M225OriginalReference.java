package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import java.time.LocalDate;

/** M-225: A replacement (frequency 7) or void (8) does not name the claim that it is about. */
final class M225OriginalReference implements Rule<MedicalClaim> {
    private static final Edit EDIT = Edit.of(
            "M-225",
            Severity.REJECT_ROW,
            Edit.Level.RECORD,
            "A replacement (frequency 7) or void (8) does not name the claim that it is about.",
            "Send the original claim id.",
            "X12 837 CLM05-3, REF*F8");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "original_claim_id";
    }

    @Override
    public boolean isBrokenBy(MedicalClaim row, LocalDate today) {
        String frequency = row.frequencyCode();
        return ("7".equals(frequency) || "8".equals(frequency)) && row.originalClaimId() == null;
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim("frequency_code", "7", "original_claim_id", "C1000");
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("frequency_code", "7");
    }
}
