package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.ClaimLine;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** M-216: The line's modifier is not two letters or digits. */
final class M216Modifier implements Rule<ClaimLine> {
    private static final Edit EDIT = Edit.of(
            "M-216",
            Severity.WARN,
            Edit.Level.FIELD,
            "The line's modifier is not two letters or digits.",
            "Send one modifier of two characters in its column.",
            "CPT, HCPCS modifiers; X12 837 SV101");
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{2}");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "modifier";
    }

    @Override
    public boolean isBrokenBy(ClaimLine row, LocalDate today) {
        String modifier = row.modifier();
        return modifier != null && !FORM.matcher(modifier).matches();
    }

    @Override
    public ClaimLine passes() {
        return ExampleRow.line("modifier", "LT");
    }

    @Override
    public ClaimLine fails() {
        return ExampleRow.line("modifier", "L");
    }
}
