package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.CoverageSpan;
import java.time.LocalDate;

/** E-121: The member id is the Social Security number. */
final class E121SsnAsMemberId implements Rule<CoverageSpan> {
    private static final Edit EDIT = Edit.of(
            "E-121",
            Severity.WARN,
            Edit.Level.RECORD,
            "The member id is the Social Security number.",
            "Send an id that is not.",
            "45 CFR 164.514, state laws on Social Security numbers");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "member_id";
    }

    @Override
    public boolean isBrokenBy(CoverageSpan row, LocalDate today) {
        return row.memberId().equals(row.ssn());
    }

    @Override
    public CoverageSpan passes() {
        return ExampleRow.coverage("ssn", "219099998");
    }

    @Override
    public CoverageSpan fails() {
        return ExampleRow.coverage("member_id", "219099998", "ssn", "219099998");
    }
}
