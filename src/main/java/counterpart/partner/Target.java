package counterpart.partner;

import java.math.BigDecimal;
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
 */
public record Target(
        String measure,
        Perspective perspective,
        BigDecimal baseline,
        BigDecimal target,
        BigDecimal tolerance,
        Priority priorityFor,
        @Nullable String owner,
        boolean headline) {
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
