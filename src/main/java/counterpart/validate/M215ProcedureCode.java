package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.ClaimLine;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** M-215: The line's procedure code does not have the form of a CPT, HCPCS or CDT code. */
final class M215ProcedureCode implements Rule<ClaimLine> {
    private static final Edit EDIT = Edit.of(
            "M-215",
            Severity.WARN,
            Edit.Level.FIELD,
            "The line's procedure code does not have the form of a CPT, HCPCS or CDT code.",
            "Send the five characters of the code; modifiers have columns of their own.",
            "CPT, HCPCS level II; X12 837 SV101");
    private static final Pattern FORM = Pattern.compile("[0-9]{4}[0-9FTUM]|[A-V][0-9]{4}");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "procedure_code";
    }

    @Override
    public boolean isBrokenBy(ClaimLine row, LocalDate today) {
        String code = row.procedureCode();
        return code != null && !FORM.matcher(code).matches();
    }

    @Override
    public ClaimLine passes() {
        return ExampleRow.line("procedure_code", "0001U");
    }

    @Override
    public ClaimLine fails() {
        return ExampleRow.line("procedure_code", "9921");
    }
}
