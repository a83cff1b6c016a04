package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.CheckDigits;
import counterpart.model.MedicalClaim;
import java.time.LocalDate;

/** M-208: The billing provider's NPI fails its check digit. */
final class M208BillingProvider implements Rule<MedicalClaim> {
    private static final Edit EDIT = Edit.of(
            "M-208",
            Severity.WARN,
            Edit.Level.FIELD,
            "The billing provider's NPI fails its check digit.",
            "Send the provider's NPI.",
            "45 CFR 162.406, CMS NPI check digit");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "billing_npi";
    }

    @Override
    public boolean isBrokenBy(MedicalClaim row, LocalDate today) {
        String npi = row.billingNpi();
        return npi != null && !CheckDigits.isNpi(npi);
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim("billing_npi", null);
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("billing_npi", "1234567890");
    }
}
