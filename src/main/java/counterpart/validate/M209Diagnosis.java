package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** M-209: The principal diagnosis does not have the form of an ICD-10-CM code, or is missing on a paid claim. */
final class M209Diagnosis implements Rule<MedicalClaim> {
    private static final Edit EDIT = Edit.of(
            "M-209",
            Severity.WARN,
            Edit.Level.FIELD,
            "The principal diagnosis does not have the form of an ICD-10-CM code, or is missing on a paid claim.",
            "Send the code without its dot, as it was billed.",
            "ICD-10-CM; X12 837 HI*ABK");
    private static final Pattern FORM = Pattern.compile("[A-Z][0-9][0-9A-Z][0-9A-Z]{0,4}");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "principal_diagnosis";
    }

    @Override
    public List<String> needs() {
        return List.of("principal_diagnosis");
    }

    @Override
    public boolean isBrokenBy(MedicalClaim row, LocalDate today) {
        String code = row.principalDiagnosis();
        if (code == null) {
            return row.claimStatus().equals("PAID") && !row.adjustmentType().equals("REVERSAL");
        }
        return !FORM.matcher(code).matches();
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim("principal_diagnosis", "S93401A");
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("principal_diagnosis", "S93.401A");
    }
}
