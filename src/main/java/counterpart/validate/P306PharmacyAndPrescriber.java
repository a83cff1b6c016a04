package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.CheckDigits;
import counterpart.model.PharmacyClaim;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** P-306: The prescriber's or the pharmacy's NPI fails its check digit. */
final class P306PharmacyAndPrescriber implements Rule<PharmacyClaim> {
    private static final Edit EDIT = Edit.of(
            "P-306",
            Severity.WARN,
            Edit.Level.FIELD,
            "The prescriber's or the pharmacy's NPI fails its check digit.",
            "Send the NPI; a pharmacy may also send its seven-digit NCPDP number.",
            "45 CFR 162.406, NCPDP 411-DB, 201-B1");
    private static final Pattern NCPDP_NUMBER = Pattern.compile("[0-9]{7}");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "prescriber_id";
    }

    @Override
    public boolean isBrokenBy(PharmacyClaim row, LocalDate today) {
        String prescriber = row.prescriberId();
        return (prescriber != null && !CheckDigits.isNpi(prescriber)) || !isPharmacy(row.pharmacyId());
    }

    @Override
    public PharmacyClaim passes() {
        return ExampleRow.prescription("pharmacy_id", "3801234");
    }

    @Override
    public PharmacyClaim fails() {
        return ExampleRow.prescription("prescriber_id", "1245319590");
    }

    private static boolean isPharmacy(String id) {
        return CheckDigits.isNpi(id) || NCPDP_NUMBER.matcher(id).matches();
    }
}
