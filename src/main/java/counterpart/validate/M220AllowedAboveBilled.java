package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import java.time.LocalDate;
import java.util.List;

/** M-220: The claim allows more than was billed although it has no diagnosis related group. */
final class M220AllowedAboveBilled implements Rule<MedicalClaim> {
    private static final Edit EDIT = Edit.of(
            "M-220",
            Severity.WARN,
            Edit.Level.RECORD,
            "The claim allows more than was billed although it has no diagnosis related group.",
            "Check both amounts; a case rate may exceed the charge.",
            "domain identity: billed is at least allowed");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "allowed";
    }

    @Override
    public List<String> needs() {
        return List.of("drg");
    }

    @Override
    public boolean isBrokenBy(MedicalClaim row, LocalDate today) {
        Long billed = row.billedCents();
        Long allowed = row.allowedCents();
        return row.drg() == null
                && !row.adjustmentType().equals("REVERSAL")
                && billed != null
                && allowed != null
                && allowed > billed + Cents.TOLERANCE;
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim("allowed", 15_001L);
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("allowed", 15_002L);
    }
}
