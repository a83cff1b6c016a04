package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.PharmacyClaim;
import java.time.LocalDate;

/** P-309: The plan's payment is not what the price less the other payments comes to (to $0.01). */
final class P309Pricing implements Rule<PharmacyClaim> {
    private static final Edit EDIT = Edit.of(
            "P-309",
            Severity.WARN,
            Edit.Level.RECORD,
            "The plan's payment is not what the price less the other payments comes to (to $0.01).",
            "Check the amounts.",
            "NCPDP pricing formula: 509-F9 = 506-F6 + 507-F7 + tax + incentive + other - 505-F5 - other payer");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "plan_paid";
    }

    @Override
    public boolean isBrokenBy(PharmacyClaim row, LocalDate today) {
        Long ingredient = row.ingredientCostCents();
        if (ingredient == null) {
            return false;
        }
        long price = ingredient
                + Cents.sum(row.dispensingFeeCents(), row.salesTaxCents(), row.incentiveCents(), row.otherPaidCents());
        long due = price - Cents.sum(row.patientPayCents(), row.otherPayerCents());
        return Math.abs(row.planPaidCents() - due) > Cents.TOLERANCE;
    }

    @Override
    public PharmacyClaim passes() {
        return ExampleRow.prescription("plan_paid", 3_201L);
    }

    @Override
    public PharmacyClaim fails() {
        return ExampleRow.prescription("plan_paid", 3_202L);
    }
}
