package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.ClaimLine;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** M-213: The line's revenue code is not four digits. */
final class M213RevenueCode implements Rule<ClaimLine> {
    private static final Edit EDIT = Edit.of(
            "M-213",
            Severity.WARN,
            Edit.Level.FIELD,
            "The line's revenue code is not four digits.",
            "Send the revenue code with its leading zero.",
            "NUBC revenue codes; X12 837 SV201");
    private static final Pattern FORM = Pattern.compile("[0-9]{4}");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "revenue_code";
    }

    @Override
    public boolean isBrokenBy(ClaimLine row, LocalDate today) {
        String code = row.revenueCode();
        return code != null && !FORM.matcher(code).matches();
    }

    @Override
    public ClaimLine passes() {
        return ExampleRow.line("revenue_code", "0450");
    }

    @Override
    public ClaimLine fails() {
        return ExampleRow.line("revenue_code", "450");
    }
}
