package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import java.time.LocalDate;

/** M-232: The plan paid more than $250,000 for one claim. */
final class M232HighCost implements Rule<MedicalClaim> {
    private static final Edit EDIT = Edit.of(
            "M-232",
            Severity.INFO,
            Edit.Level.RECORD,
            "The plan paid more than $250,000 for one claim.",
            "Nothing to do; stop-loss cover and case management may want to know.",
            "high-cost claimant reporting");
    private static final long THRESHOLD_CENTS = 25_000_000;

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
        return row.paidCents() > THRESHOLD_CENTS;
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim("billed", 30_000_000L, "allowed", 25_000_000L, "copay", 0L, "paid", 25_000_000L);
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("billed", 30_000_000L, "allowed", 25_000_001L, "copay", 0L, "paid", 25_000_001L);
    }
}
