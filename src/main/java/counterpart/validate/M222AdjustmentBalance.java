package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** M-222: The charge less the adjustment amounts is not what the plan paid. */
final class M222AdjustmentBalance implements Rule<MedicalClaim> {
    private static final Edit EDIT = Edit.of(
            "M-222",
            Severity.WARN,
            Edit.Level.RECORD,
            "The charge less the adjustment amounts is not what the plan paid.",
            "Send adjustment reasons whose amounts explain the whole difference between charge and payment.",
            "X12 835 balancing: CLP03 less CAS is CLP04");

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "adjustment_reasons";
    }

    @Override
    public List<String> needs() {
        return List.of("adjustment_reasons", "billed");
    }

    /** What another payer paid may be among the reasons (OA:23) or stand apart. */
    @Override
    public boolean isBrokenBy(MedicalClaim row, LocalDate today) {
        Long billed = row.billedCents();
        Long adjusted = adjusted(row.adjustmentReasons());
        if (billed == null || adjusted == null) {
            return false;
        }
        long left = billed - adjusted - row.paidCents();
        long otherPayer = Objects.requireNonNullElse(row.cobPaidCents(), 0L);
        return Math.abs(left) > Cents.TOLERANCE && Math.abs(left - otherPayer) > Cents.TOLERANCE;
    }

    /** The sum of the amounts; none when a reason has no amount or another form (M-223). */
    private static @Nullable Long adjusted(@Nullable String reasons) {
        if (reasons == null || !M223AdjustmentReasons.isWellFormed(reasons)) {
            return null;
        }
        long cents = 0;
        for (String reason : reasons.split("\\^", -1)) {
            String[] parts = reason.split(":", -1);
            if (parts.length < 3) {
                return null;
            }
            cents += new BigDecimal(parts[2]).movePointRight(2).longValueExact();
        }
        return cents;
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim(
                "billed", 15_000L, "paid", 8_000L, "cob_paid", 500L, "adjustment_reasons", "CO:45:50.00^PR:1:15.00");
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("billed", 15_000L, "paid", 8_000L, "adjustment_reasons", "CO:45:50.00^PR:1:19.98");
    }
}
