package counterpart.reconcile;

import counterpart.model.PartnershipId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What holding the two sides' claims ledgers against each other came to, in claim families.
 * {@code all = matched + onlyLeft + onlyRight + different + duplicate}.
 *
 * @param timing those of the one-sided that may yet come; they are counted in onlyLeft and onlyRight too
 * @param openByCategory open breaks after this run by category, for example {@code AMOUNT_DIFF}
 * @param summaries each reconciliation that was made, in the order of their names
 * @param memberRoll months of the roll-forward of member months, oldest first
 * @param runId the run in the books that holds the break ledger
 * @param basis digest of all that was held against each other: loads, files' totals and terms; empty when not known
 * @param holdsUntil last day on which the same basis gives the same breaks; none when no day changes them
 */
public record ReconciledBooks(
        PartnershipId partnership,
        LocalDate asOf,
        String runId,
        long all,
        long matched,
        long onlyLeft,
        long onlyRight,
        long different,
        long duplicate,
        long timing,
        long breaksOpened,
        long breaksClosed,
        long breaksReopened,
        Map<String, Long> openByCategory,
        List<ReconciliationSummary> summaries,
        PaidAfterTerm paidAfterTerm,
        List<MemberRoll> memberRoll,
        String basis,
        @Nullable LocalDate holdsUntil) {
    public ReconciledBooks {
        openByCategory = Map.copyOf(openByCategory);
        // A ledger that an older version kept has no more than the claims.
        summaries = Objects.requireNonNullElse(summaries, List.of());
        paidAfterTerm = Objects.requireNonNullElse(paidAfterTerm, PaidAfterTerm.NONE);
        memberRoll = Objects.requireNonNullElse(memberRoll, List.of());
        basis = Objects.requireNonNullElse(basis, "");
        if (all != matched + onlyLeft + onlyRight + different + duplicate) {
            throw new IllegalArgumentException("the books do not conserve: " + all + " entities, but "
                    + (matched + onlyLeft + onlyRight + different + duplicate) + " accounted for");
        }
    }

    /** Whether holding this basis against each other as of that day would find the same once more. */
    public boolean holds(String other, LocalDate day) {
        return !basis.isEmpty()
                && basis.equals(other)
                && !day.isBefore(asOf)
                && (holdsUntil == null || !day.isAfter(holdsUntil));
    }

    /** Breaks that were open when this reconciliation ended. */
    public long open() {
        return openByCategory.values().stream().mapToLong(Long::longValue).sum();
    }
}
