package counterpart.model;

import org.jspecify.annotations.Nullable;

/**
 * Counts and sums over a file's detail rows, as its trailer declares them or as we counted them. Amounts are signed:
 * reversals count negative. Header and trailer are not counted.
 *
 * @param detailCount rows of the main kind (members' spans, claim headers, prescriptions)
 * @param lineCount claim lines
 * @param memberCount distinct member ids
 * @param totalMemberCostCents deductible, copay and coinsurance, or patient pay
 * @param hashTotal sum of the digits-only record keys, modulo 10^12
 */
public record ControlTotals(
        @Nullable String fileId,
        @Nullable Long detailCount,
        @Nullable Long lineCount,
        @Nullable Long memberCount,
        @Nullable Long totalBilledCents,
        @Nullable Long totalAllowedCents,
        @Nullable Long totalPaidCents,
        @Nullable Long totalMemberCostCents,
        @Nullable Long reversalCount,
        @Nullable Long reversalPaidCents,
        @Nullable Long hashTotal) {}
