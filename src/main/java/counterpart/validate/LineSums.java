package counterpart.validate;

import counterpart.model.ClaimLine;
import counterpart.model.MedicalClaim;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sums over a claim's lines. An amount that some line leaves out is not summed. A total line (revenue code 0001)
 * repeats what the others state, so it is left out and held against them.
 */
final class LineSums {
    private static final List<String> NAMES =
            List.of("billed", "allowed", "paid", "deductible", "copay", "coinsurance", "cob_paid", "noncovered");

    private static final String TOTAL = "0001";

    private final long[] sums = new long[NAMES.size()];
    private final boolean[] absent = new boolean[NAMES.size()];
    private int lines;
    private @Nullable ClaimLine total;

    void add(ClaimLine line) {
        if (TOTAL.equals(line.revenueCode())) {
            total = line;
            return;
        }
        lines++;
        @Nullable Long[] amounts = amounts(line);
        for (int i = 0; i < amounts.length; i++) {
            Long amount = amounts[i];
            absent[i] |= amount == null;
            sums[i] += amount == null ? 0 : amount;
        }
    }

    /** The amounts of the total line that differ from the sum of the other lines by more than a cent. */
    List<String> differingTotals() {
        return total == null || lines == 0 ? List.of() : differing(amounts(total));
    }

    private static @Nullable Long[] amounts(ClaimLine line) {
        return new @Nullable Long[] {
            line.billedCents(),
            line.allowedCents(),
            line.paidCents(),
            line.deductibleCents(),
            line.copayCents(),
            line.coinsuranceCents(),
            line.cobPaidCents(),
            line.noncoveredCents()
        };
    }

    /** The amounts of the claim that differ from the sum of its lines by more than a cent. */
    List<String> differing(MedicalClaim claim) {
        @Nullable
        Long[] amounts = {
            claim.billedCents(),
            claim.allowedCents(),
            claim.paidCents(),
            claim.deductibleCents(),
            claim.copayCents(),
            claim.coinsuranceCents(),
            claim.cobPaidCents(),
            claim.noncoveredCents()
        };
        return lines == 0 ? List.of() : differing(amounts);
    }

    private List<String> differing(@Nullable Long[] amounts) {
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            Long amount = amounts[i];
            if (amount != null && !absent[i] && Math.abs(amount - sums[i]) > Cents.TOLERANCE) {
                differing.add(NAMES.get(i));
            }
        }
        return differing;
    }
}
