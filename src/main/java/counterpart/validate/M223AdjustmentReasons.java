package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** M-223: The adjustment reasons are not written as group, code and amount, such as CO:45:100.00, or hold a group or code of another form. */
final class M223AdjustmentReasons implements Rule<MedicalClaim> {
    private static final Edit EDIT = Edit.of(
            "M-223",
            Severity.WARN,
            Edit.Level.FIELD,
            "The adjustment reasons are not written as group, code and amount, such as CO:45:100.00, or hold a group or code of another form.",
            "Send a group (CO, PR, OA, PI), the reason code of the claim adjustment list and the amount, separated by ^.",
            "X12 835 CAS; claim adjustment reason codes");
    private static final String ONE = "(?:CO|PR|OA|PI):(?:[0-9]{1,3}|[A-Z][0-9]{1,2})(?::-?[0-9]+(?:\\.[0-9]{1,2})?)?";
    private static final Pattern FORM = Pattern.compile(ONE + "(?:\\^" + ONE + ")*");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "adjustment_reasons";
    }

    @Override
    public boolean isBrokenBy(MedicalClaim row, LocalDate today) {
        String reasons = row.adjustmentReasons();
        if (reasons == null) {
            return false;
        }
        return !isWellFormed(reasons);
    }

    static boolean isWellFormed(String reasons) {
        return FORM.matcher(reasons).matches();
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim("adjustment_reasons", "CO:45:100.00^PR:1:-50.00");
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("adjustment_reasons", "CO:45:100.00^XX:1:50.00");
    }
}
