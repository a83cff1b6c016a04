package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** M-211: An institutional claim has no bill type such as 0131, or a professional claim has a bill type and no place of service. */
final class M211BillTypeOrPlace implements Rule<MedicalClaim> {
    private static final Edit EDIT = Edit.of(
            "M-211",
            Severity.WARN,
            Edit.Level.FIELD,
            "An institutional claim has no bill type such as 0131, or a professional claim has a bill type and no place of service.",
            "Send the bill type of an institutional claim and the place of service of a professional one.",
            "X12 837 CLM05; NUBC bill types");
    private static final Pattern FORM = Pattern.compile("0?[1-8][1-9][0-9A-Z]");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "bill_type";
    }

    @Override
    public List<String> needs() {
        return List.of("bill_type", "place_of_service");
    }

    @Override
    public boolean isBrokenBy(MedicalClaim row, LocalDate today) {
        String bill = row.billType();
        if (row.claimType().equals("INST")) {
            return bill == null || !FORM.matcher(bill).matches();
        }
        return row.claimType().equals("PROF") && bill != null && row.placeOfService() == null;
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim("claim_type", "INST", "bill_type", "0131");
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("claim_type", "INST", "bill_type", "0901");
    }
}
