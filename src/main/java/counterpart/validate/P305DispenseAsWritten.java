package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.PharmacyClaim;
import java.time.LocalDate;

/** P-305: The dispense-as-written code is not a digit 0 to 9. */
final class P305DispenseAsWritten implements Rule<PharmacyClaim> {
    private static final Edit EDIT = Edit.of(
            "P-305",
            Severity.REJECT_ROW,
            Edit.Level.FIELD,
            "The dispense-as-written code is not a digit 0 to 9.",
            "Send one digit.",
            "NCPDP 408-D8");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "dispense_as_written";
    }

    @Override
    public boolean isBrokenBy(PharmacyClaim row, LocalDate today) {
        String code = row.dispenseAsWritten();
        return code != null && !(code.length() == 1 && code.charAt(0) >= '0' && code.charAt(0) <= '9');
    }

    @Override
    public PharmacyClaim passes() {
        return ExampleRow.prescription("dispense_as_written", null);
    }

    @Override
    public PharmacyClaim fails() {
        return ExampleRow.prescription("dispense_as_written", "X");
    }
}
