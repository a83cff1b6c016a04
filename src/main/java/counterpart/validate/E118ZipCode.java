package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.CoverageSpan;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** E-118: The ZIP code does not have 5 or 9 digits; perhaps leading zeros were lost. */
final class E118ZipCode implements Rule<CoverageSpan> {
    private static final Edit EDIT = Edit.of(
            "E-118",
            Severity.WARN,
            Edit.Level.FIELD,
            "The ZIP code does not have 5 or 9 digits; perhaps leading zeros were lost.",
            "Send it as text with all its digits.",
            "USPS Publication 28");
    private static final Pattern FORM = Pattern.compile("[0-9]{5}(-?[0-9]{4})?");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "zip";
    }

    @Override
    public boolean isBrokenBy(CoverageSpan row, LocalDate today) {
        String zip = row.zip();
        return zip != null && !FORM.matcher(zip).matches();
    }

    @Override
    public CoverageSpan passes() {
        return ExampleRow.coverage("zip", "02138-1234");
    }

    @Override
    public CoverageSpan fails() {
        return ExampleRow.coverage("zip", "2138");
    }
}
