package counterpart.measure;

import org.jspecify.annotations.Nullable;

/**
 * Whether the newest scored value is routine variation or has a special cause (XmR chart: average and natural limits
 * from the mean moving range).
 *
 * @param rule the rule that fired, in words; none for routine
 * @param sideRun how many months in a row, to the newest, lie on the newest value's side of the average
 * @param mean average in the measure's unit; none when there are too few months for limits
 * @param isNew whether the month before did not carry the same signal
 */
public record Signal(
        Kind kind,
        @Nullable String rule,
        int sideRun,
        @Nullable Double mean,
        @Nullable Double lower,
        @Nullable Double upper,
        boolean provisional,
        boolean isNew) {
    /** The words of the page. */
    public enum Kind {
        IMPROVING,
        WORSENING,
        ROUTINE,
        /** A special cause on a measure for which neither direction is better. */
        CHANGED,
        /** Too few months, or a measure that must not be charted. */
        NOT_CHARTED
    }

    public static Signal notCharted() {
        return new Signal(Kind.NOT_CHARTED, null, 0, null, null, null, false, false);
    }
}
