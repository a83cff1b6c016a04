package counterpart.reconcile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one reconciliation came to.
 *
 * @param reconciliation R1 (control totals), R2 (roster), R3 (retroactive terminations), R4 (member months), R5 (claims
 *     ledger) or R6 (pharmacy ledger)
 * @param compared deliveries, members, terminations, months or claim families
 * @param agreed those of them without a difference
 * @param open open breaks, but for those that are a matter of timing
 * @param timing open breaks that are a matter of timing
 * @param impactCents dollars at stake in the open ones, timing left out
 * @param oldest day on which the oldest open one began, timing left out; none when none is open
 */
public record ReconciliationSummary(
        String reconciliation,
        long compared,
        long agreed,
        long open,
        long timing,
        long impactCents,
        @Nullable LocalDate oldest) {
    public ReconciliationSummary {
        if (agreed > compared) {
            throw new IllegalArgumentException("no more can agree than was compared in " + reconciliation);
        }
    }

    /** Sums up one reconciliation's breaks. */
    public static ReconciliationSummary of(
            String reconciliation, long compared, long agreed, Collection<Break> breaks) {
        List<Break> open = breaks.stream()
                .filter(one -> one.isOpen() && one.what().reconciliation().equals(reconciliation))
                .toList();
        List<Break> standing = open.stream()
                .filter(one -> !one.what().category().equals(Difference.TIMING))
                .toList();
        return new ReconciliationSummary(
                reconciliation,
                compared,
                agreed,
                standing.size(),
                open.size() - (long) standing.size(),
                standing.stream().mapToLong(one -> one.what().impactCents()).sum(),
                standing.stream()
                        .map(Break::firstSeen)
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }
}
