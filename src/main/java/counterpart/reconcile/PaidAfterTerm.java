package counterpart.reconcile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Coverage that was ended in hindsight (R3), and what had been paid for it meanwhile.
 *
 * @param terminations members whose coverage ended, as the newest file says, before a day on which an earlier file still
 *     said that they were covered
 * @param withClaims those of them for whom more was paid than taken back
 * @param paidCents plan paid for service after the end, medical and pharmacy, net of reversals, over those members
 * @param oldest earliest last covered day among them; none when there is none
 */
public record PaidAfterTerm(
        long terminations,
        long withClaims,
        long paidCents,
        @Nullable LocalDate oldest) {
    /** Nothing was ended in hindsight. */
    public static final PaidAfterTerm NONE = new PaidAfterTerm(0, 0, 0, null);

    public PaidAfterTerm {
        if (withClaims > terminations || paidCents < 0) {
            throw new IllegalArgumentException("only a termination can have claims after it, and they cost something");
        }
    }
}
