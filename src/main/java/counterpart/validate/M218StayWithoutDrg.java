package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** M-218: A hospital stay (bill type 11x) has no diagnosis related group of three digits. */
final class M218StayWithoutDrg implements Rule<MedicalClaim> {
    private static final Edit EDIT = Edit.of(
            "M-218",
            Severity.WARN,
            Edit.Level.RECORD,
            "A hospital stay (bill type 11x) has no diagnosis related group of three digits.",
            "Send the group that was paid or assigned.",
            "MS-DRG, APR-DRG; X12 837 HI*DR");
    private static final Pattern FORM = Pattern.compile("[0-9]{3}");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "drg";
    }

    @Override
    public List<String> needs() {
        return List.of("bill_type", "drg");
    }

    @Override
    public boolean isBrokenBy(MedicalClaim row, LocalDate today) {
        String drg = row.drg();
        return !row.adjustmentType().equals("REVERSAL")
                && BillTypes.isHospitalStay(row.billType())
                && (drg == null || !FORM.matcher(drg).matches());
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim("claim_type", "INST", "bill_type", "111", "drg", "470");
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("claim_type", "INST", "bill_type", "111", "drg", "47");
    }
}
