package counterpart.validate;

import counterpart.model.ClaimLine;
import counterpart.model.MedicalClaim;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sums over a claim's lines. An amount that some line leaves out is not summed. */
final class LineSums {
    private static final List<String> NAMES =
            List.of("billed", "allowed", "paid", "deductible", "copay", "coinsurance", "cob_paid", "noncovered");

    private final long[] sums = new long[NAMES.size()];
    private final boolean[] absent = new boolean[NAMES.size()];

    void add(ClaimLine line) {
        @Nullable
        Long[] amounts = {
            line.billedCents(),
            line.allowedCents(),
            line.paidCents(),
            line.deductibleCents(),
            line.copayCents(),
            line.coinsuranceCents(),
            line.cobPaidCents(),
            line.noncoveredCents()
        };
        for (int i = 0; i < amounts.length; i++) {
            Long amount = amounts[i];
            absent[i] |= amount == null;
            sums[i] += amount == null ? 0 : amount;
        }
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
