package counterpart.partner;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What both sides agreed on one measure. All three figures are in the measure's own unit: dollars, days, or percent
 * (98.5 means 98.5 %).
 *
 * @param measure the measure's name, for example {@code denial-rate}
 * @param tolerance how far a value may miss the target and still be near it
 * @param priorityFor whose priority it is
 * @param owner who answers for it
 * @param headline whether it has a tile on page 1
 * @param rebase the joint decision from which on its chart begins anew; none when there is none
 */
public record Target(
        String measure,
        Perspective perspective,
        BigDecimal baseline,
        BigDecimal target,
        BigDecimal tolerance,
        Priority priorityFor,
        @Nullable String owner,
        boolean headline,
        @Nullable Rebase rebase) {
    /**
     * A recorded joint decision that a measure's process has changed, so that its past no longer says what to expect.
     *
     * @param from the first month of the new process
     * @param decision number of the decision in the committee's register
     * @param reason why, as it stands on the chart
     */
    public record Rebase(YearMonth from, String decision, String reason) {}

    /** A target of a measure whose chart was never re-based. */
    public Target(
            String measure,
            Perspective perspective,
            BigDecimal baseline,
            BigDecimal target,
            BigDecimal tolerance,
            Priority priorityFor,
            @Nullable String owner,
            boolean headline) {
        this(measure, perspective, baseline, target, tolerance, priorityFor, owner, headline, null);
    }

    /** The four perspectives of the balanced scorecard, in the order of the page. */
    public enum Perspective {
        COST,
        QUALITY,
        SERVICE,
        RELATIONSHIP
    }

    /** Whose priority a measure is. */
    public enum Priority {
        LEFT,
        RIGHT,
        BOTH
    }
}
