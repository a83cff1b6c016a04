package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.PharmacyClaim;
import java.time.LocalDate;

/** P-310: The patient's payment is not the sum of its parts (to $0.01). */
final class P310PatientPay implements Rule<PharmacyClaim> {
    private static final Edit EDIT = Edit.of(
            "P-310",
            Severity.WARN,
            Edit.Level.RECORD,
            "The patient's payment is not the sum of its parts (to $0.01).",
            "Check deductible, copay and coinsurance.",
            "NCPDP 505-F5 and its parts");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "patient_pay";
    }

    @Override
    public boolean isBrokenBy(PharmacyClaim row, LocalDate today) {
        Long patientPay = row.patientPayCents();
        boolean parts = row.deductibleCents() != null || row.copayCents() != null || row.coinsuranceCents() != null;
        if (patientPay == null || !parts) {
            return false;
        }
        long sum = Cents.sum(row.deductibleCents(), row.copayCents(), row.coinsuranceCents());
        return Math.abs(patientPay - sum) > Cents.TOLERANCE;
    }

    @Override
    public PharmacyClaim passes() {
        return ExampleRow.prescription("copay", 999L);
    }

    @Override
    public PharmacyClaim fails() {
        return ExampleRow.prescription("copay", 998L);
    }
}
