package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import java.time.LocalDate;
import java.util.List;

/** M-217: An inpatient claim (bill type 11x, 18x, 21x or 41x) lacks its admission date or its discharge status. */
final class M217StayWithoutDates implements Rule<MedicalClaim> {
    private static final Edit EDIT = Edit.of(
            "M-217",
            Severity.WARN,
            Edit.Level.RECORD,
            "An inpatient claim (bill type 11x, 18x, 21x or 41x) lacks its admission date or its discharge status.",
            "Send the admission date and the discharge status, 30 for a patient who stays.",
            "X12 837 DTP*435, CL1");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "admit_date";
    }

    @Override
    public List<String> needs() {
        return List.of("bill_type", "admit_date", "discharge_status");
    }

    @Override
    public boolean isBrokenBy(MedicalClaim row, LocalDate today) {
        return !row.adjustmentType().equals("REVERSAL")
                && BillTypes.isStay(row.billType())
                && (row.admitDate() == null || row.dischargeStatus() == null);
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim(
                "claim_type",
                "INST",
                "bill_type",
                "0111",
                "admit_date",
                LocalDate.of(2026, 9, 1),
                "discharge_status",
                "01");
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("claim_type", "INST", "bill_type", "0111", "admit_date", LocalDate.of(2026, 9, 1));
    }
}
