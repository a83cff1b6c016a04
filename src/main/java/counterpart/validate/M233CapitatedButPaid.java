package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import java.time.LocalDate;

/** M-233: A capitated claim was paid for. */
final class M233CapitatedButPaid implements Rule<MedicalClaim> {
    private static final Edit EDIT = Edit.of(
            "M-233",
            Severity.WARN,
            Edit.Level.RECORD,
            "A capitated claim was paid for.",
            "Check whether the service is within the capitation.",
            "CARC 24");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "capitated";
    }

    @Override
    public boolean isBrokenBy(MedicalClaim row, LocalDate today) {
        return Boolean.TRUE.equals(row.capitated()) && row.paidCents() != 0;
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim("capitated", true, "paid", 0L);
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("capitated", true, "paid", 1L);
    }
}
