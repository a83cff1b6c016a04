package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.CheckDigits;
import counterpart.model.PharmacyClaim;
import java.time.LocalDate;

/** P-301: The drug code is missing, does not have 11 digits, or is a placeholder. */
final class P301DrugCode implements Rule<PharmacyClaim> {
    static final Edit EDIT = Edit.of(
            "P-301",
            Severity.REJECT_ROW,
            Edit.Level.FIELD,
            "The drug code is missing, does not have 11 digits, or is a placeholder.",
            "Send the NDC in its 11-digit form 5-4-2 without hyphens.",
            "FDA and HIPAA NDC format, NCPDP 407-D7");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "ndc";
    }

    @Override
    public boolean isBrokenBy(PharmacyClaim row, LocalDate today) {
        return !CheckDigits.isNdc11(row.ndc());
    }

    @Override
    public PharmacyClaim passes() {
        return ExampleRow.prescription("ndc", "50242004062");
    }

    @Override
    public PharmacyClaim fails() {
        return ExampleRow.prescription("ndc", "5024204062");
    }
}
