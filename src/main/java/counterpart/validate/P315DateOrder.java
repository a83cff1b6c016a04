package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.PharmacyClaim;
import java.time.LocalDate;

/** P-315: The prescription was adjudicated before it was filled. */
final class P315DateOrder implements Rule<PharmacyClaim> {
    private static final Edit EDIT = Edit.of(
            "P-315",
            Severity.WARN,
            Edit.Level.RECORD,
            "The prescription was adjudicated before it was filled.",
            "Check the two dates.",
            "NCPDP 401-D1");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "adjudicated_date";
    }

    @Override
    public boolean isBrokenBy(PharmacyClaim row, LocalDate today) {
        return row.adjudicatedDate().isBefore(row.serviceDate());
    }

    @Override
    public PharmacyClaim passes() {
        return ExampleRow.prescription("adjudicated_date", LocalDate.of(2026, 9, 10));
    }

    @Override
    public PharmacyClaim fails() {
        return ExampleRow.prescription("adjudicated_date", LocalDate.of(2026, 9, 9));
    }
}
