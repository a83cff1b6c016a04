package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.CoverageSpan;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** E-101: The member or subscriber id is missing or a placeholder. */
final class E101PlaceholderId implements Rule<CoverageSpan> {
    static final Edit EDIT = Edit.of(
            "E-101",
            Severity.REJECT_ROW,
            Edit.Level.FIELD,
            "The member or subscriber id is missing or a placeholder.",
            "Send the row again with the true ids.",
            "X12 834 REF*0F, NM109");
    private static final Pattern PLACEHOLDER = Pattern.compile("0+|9+|(?i:UNKNOWN|NONE|NULL|N/A)");

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
        return isPlaceholder(row.memberId()) || isPlaceholder(row.subscriberId());
    }

    @Override
    public CoverageSpan passes() {
        return ExampleRow.coverage();
    }

    @Override
    public CoverageSpan fails() {
        return ExampleRow.coverage("member_id", "999999999");
    }

    private static boolean isPlaceholder(String id) {
        return PLACEHOLDER.matcher(id).matches();
    }
}
