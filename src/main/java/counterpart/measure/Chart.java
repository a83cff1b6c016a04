package counterpart.measure;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The XmR chart of a measure, ready to be drawn: what the signal was judged on.
 *
 * @param basis what the points are
 * @param points complete months that are large enough, oldest first; empty when the measure is not charted
 * @param phases one, or two with the break at a re-basing; empty when there are too few points for an average
 * @param whyNot why there is no chart, or only points, in words; none when there are limits
 */
public record Chart(
        Basis basis,
        List<Point> points,
        List<Phase> phases,
        @Nullable String whyNot) {
    /** What is charted. */
    public enum Basis {
        /** The measure's value. */
        VALUE,
        /** 100 less the value: the share that failed, where nearly nothing does. */
        FAILURE_RATE,
        /** How many failed, where a month has fewer than fifty. */
        FAILURES
    }

    /**
     * One month.
     *
     * @param rule the rule that said special cause of this month, in words; none for routine
     */
    public record Point(
            YearMonth month, double value, @Nullable String rule) {}

    /**
     * Points that share an average and limits, in the unit of the points.
     *
     * @param from its first month
     * @param reason the joint decision for which the chart was re-based here; none for the first phase
     * @param lower the lower natural limit; none when there are too few points for limits
     * @param provisional whether the limits stand on fewer months than preferred
     */
    public record Phase(
            YearMonth from,
            @Nullable String reason,
            double mean,
            @Nullable Double lower,
            @Nullable Double upper,
            boolean provisional) {}

    public Chart {
        points = List.copyOf(points);
        phases = List.copyOf(phases);
    }

    /** No chart, for a reason. */
    public static Chart none(String whyNot) {
        return new Chart(Basis.VALUE, List.of(), List.of(), whyNot);
    }

    public boolean isDrawn() {
        return !points.isEmpty();
    }
}
