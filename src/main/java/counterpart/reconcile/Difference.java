package counterpart.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * One thing on which the two sides differ today.
 *
 * @param reconciliation R1 (control totals), R2 (roster), R3 (retroactive terminations), R5 (claims ledger) or R6 (pharmacy
 *     ledger)
 * @param entityKey claim id, member id, feed and period, or pharmacy, prescription, fill and day of service; begins with a
 *     partner and a slash when only that partner is known to have the entity
 * @param attribute PRESENCE, STATUS, PAID, ALLOWED, DUPLICATE, REVERSAL, DOUBLE_REVERSAL, COUNT, AMOUNT, LOADED, IDENTITY,
 *     PLAN, EFF, TERM ...
 * @param category for example ONE_SIDED_LEFT, TIMING, AMOUNT_DIFF
 * @param leftValue the left side's value, or what was declared; none when it has none
 * @param rightValue the right side's value, or what was counted
 * @param impactCents dollars at stake, never negative
 * @param cause what is known to have caused it, for example {@code REJECTED:M-203}
 * @param serviceMonth yyyy-MM, for claims
 */
public record Difference(
        String reconciliation,
        String entityKey,
        String attribute,
        String category,
        @Nullable String leftValue,
        @Nullable String rightValue,
        long impactCents,
        @Nullable String cause,
        @Nullable String serviceMonth) {
    public static final String CONTROL_TOTALS = "R1";
    public static final String ROSTER = "R2";
    public static final String RETROACTIVE_TERMINATION = "R3";
    public static final String MEMBER_MONTHS = "R4";
    public static final String CLAIMS_LEDGER = "R5";
    public static final String PHARMACY_LEDGER = "R6";
    public static final String TIMING = "TIMING";
    public static final String PRESENCE = "PRESENCE";

    public Difference {
        if (impactCents < 0) {
            throw new IllegalArgumentException("what is at stake is never negative");
        }
    }
}
