package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.PharmacyClaim;
import java.time.LocalDate;

/** P-303: A billing's days supply is not 1 to 999, or its quantity is not above zero. */
final class P303QuantityAndDays implements Rule<PharmacyClaim> {
    static final Edit EDIT = Edit.of(
            "P-303",
            Severity.REJECT_ROW,
            Edit.Level.FIELD,
            "A billing's days supply is not 1 to 999, or its quantity is not above zero.",
            "Send quantity and days supply as dispensed.",
            "NCPDP 405-D5, 442-E7");
    private static final int MOST_DAYS = 999;

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "days_supply";
    }

    @Override
    public boolean isBrokenBy(PharmacyClaim row, LocalDate today) {
        Integer days = row.daysSupply();
        Double quantity = row.quantity();
        return row.transactionCode().equals("B1")
                && ((days != null && (days < 1 || days > MOST_DAYS)) || (quantity != null && quantity <= 0));
    }

    @Override
    public PharmacyClaim passes() {
        return ExampleRow.prescription("transaction_code", "B2", "days_supply", -30, "quantity", -30.0);
    }

    @Override
    public PharmacyClaim fails() {
        return ExampleRow.prescription("days_supply", 0);
    }
}
