package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.PharmacyClaim;
import java.time.LocalDate;

/** P-304: A retail pharmacy dispensed more than 100 days, or more than 50 units a day. */
final class P304SupplyOutOfRange implements Rule<PharmacyClaim> {
    private static final Edit EDIT = Edit.of(
            "P-304",
            Severity.WARN,
            Edit.Level.RECORD,
            "A retail pharmacy dispensed more than 100 days, or more than 50 units a day.",
            "Check quantity and days of supply.",
            "NCPDP 442-E7, 405-D5");
    private static final int RETAIL_DAYS = 100;
    private static final double UNITS_A_DAY = 50;

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
        String channel = row.channel();
        if (days == null || days < 1) {
            return false;
        }
        boolean retail = channel != null && channel.startsWith("RETAIL");
        return (retail && days > RETAIL_DAYS) || (quantity != null && quantity > UNITS_A_DAY * days);
    }

    @Override
    public PharmacyClaim passes() {
        return ExampleRow.prescription("channel", "RETAIL90", "days_supply", 100, "quantity", 5000.0);
    }

    @Override
    public PharmacyClaim fails() {
        return ExampleRow.prescription("channel", "RETAIL90", "days_supply", 101, "quantity", 5000.0);
    }
}
