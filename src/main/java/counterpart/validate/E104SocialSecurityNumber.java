package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.CheckDigits;
import counterpart.model.CoverageSpan;
import java.time.LocalDate;

/** E-104: The Social Security number cannot be one. */
final class E104SocialSecurityNumber implements Rule<CoverageSpan> {
    private static final Edit EDIT = Edit.of(
            "E-104",
            Severity.WARN,
            Edit.Level.FIELD,
            "The Social Security number cannot be one.",
            "Send the true number, or leave it blank.",
            "SSA, number assignment (areas 000, 666, 900 to 999, group 00, serial 0000)");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "ssn";
    }

    @Override
    public boolean isBrokenBy(CoverageSpan row, LocalDate today) {
        String ssn = row.ssn();
        return ssn != null && !CheckDigits.isSsn(ssn);
    }

    @Override
    public CoverageSpan passes() {
        return ExampleRow.coverage("ssn", null);
    }

    @Override
    public CoverageSpan fails() {
        return ExampleRow.coverage("ssn", "900121234");
    }
}
