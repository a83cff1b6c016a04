package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import java.time.LocalDate;

/** M-219: A paid claim allows less than plan, member and other payers paid, or the plan paid less than nothing without a reversal. */
final class M219PaidAmounts implements Rule<MedicalClaim> {
    private static final Edit EDIT = Edit.of(
            "M-219",
            Severity.WARN,
            Edit.Level.RECORD,
            "A paid claim allows less than plan, member and other payers paid, or the plan paid less than nothing without a reversal.",
            "Check the amounts.",
            "domain identity: allowed = paid + member cost + other payers");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "allowed";
    }

    @Override
    public boolean isBrokenBy(MedicalClaim row, LocalDate today) {
        if (!row.claimStatus().equals("PAID")) {
            return false;
        }
        long paid = row.paidCents();
        Long allowed = row.allowedCents();
        long shares = Cents.sum(row.deductibleCents(), row.copayCents(), row.coinsuranceCents(), row.cobPaidCents());
        boolean takenBack = row.adjustmentType().equals("REVERSAL");
        return (allowed != null && allowed < paid + shares - Cents.TOLERANCE) || (paid < 0 && !takenBack);
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim("allowed", 9_999L);
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("allowed", 9_998L);
    }
}
