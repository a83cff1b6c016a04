package counterpart.measure;

import counterpart.measure.MeasureDefinition.Direction;
import counterpart.measure.MeasureDefinition.Unit;
import counterpart.partner.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a measure's months against its target and against its own past. */
public final class Scoring {
    static final String TOO_FEW = "too few to show";
    static final String NO_DATA = "no data";

    /** Below this many in the denominator a rate swings too much to be charted. */
    private static final BigDecimal FEWEST_CHARTED = BigDecimal.valueOf(50);

    private Scoring() {}

    /**
     * Scores the newest complete month. Months with too few people to show are left out of the history; incomplete
     * months stay in it, but enter neither status nor signal.
     *
     * @param months oldest first
     * @param reportMonth the score's month when no month is complete
     */
    public static Score score(
            MeasureDefinition measure, Target target, List<MonthValue> months, YearMonth reportMonth) {
        List<MonthValue> shown = months.stream()
                .filter(MonthValue::hasValue)
                .filter(m -> !SmallCells.hides(measure, m))
                .toList();
        YearMonth month = months.stream()
                .filter(MonthValue::complete)
                .map(MonthValue::month)
                .reduce((a, b) -> b)
                .orElse(reportMonth);
        BigDecimal value = valueIn(measure, shown, month);
        BigDecimal previous = valueIn(measure, shown, month.minusMonths(1));
        return new Score(
                measure,
                target,
                month,
                value,
                value == null ? Status.NOT_SCORED : status(measure, target, value),
                previous == null ? Status.NOT_SCORED : status(measure, target, previous),
                value == null ? reason(measure, months, month) : null,
                value == null ? Signal.notCharted() : signal(measure, shown),
                shown);
    }

    /**
     * A value against its target, judged on the displayed digits. Where neither direction is better the target is the
     * middle of a corridor: within the tolerance is on target, within twice the tolerance near.
     */
    static Status status(MeasureDefinition measure, Target target, BigDecimal value) {
        BigDecimal displayed = value.setScale(measure.decimals(), RoundingMode.HALF_UP);
        BigDecimal above = displayed.subtract(target.target());
        BigDecimal miss = switch (measure.direction()) {
            case HIGHER_IS_BETTER -> above.negate();
            case LOWER_IS_BETTER -> above;
            case NEITHER -> above.abs().subtract(target.tolerance());
        };
        if (miss.signum() <= 0) {
            return Status.ON_TARGET;
        }
        return miss.compareTo(target.tolerance()) <= 0 ? Status.NEAR_TARGET : Status.OFF_TARGET;
    }

    /** The chart of the complete months that are large enough; the newest must be among them. */
    static Signal signal(MeasureDefinition measure, List<MonthValue> shown) {
        List<MonthValue> complete = shown.stream().filter(MonthValue::complete).toList();
        List<MonthValue> charted =
                complete.stream().filter(m -> isCharted(measure, m)).toList();
        if (charted.isEmpty() || !isCharted(measure, complete.get(complete.size() - 1))) {
            return Signal.notCharted();
        }
        double[] points = charted.stream()
                .mapToDouble(m -> m.value(measure.unit()).doubleValue())
                .toArray();
        Xmr chart = Xmr.of(
                points,
                measure.unit() == Unit.DOLLARS ? Double.NEGATIVE_INFINITY : 0,
                measure.unit() == Unit.PERCENT ? 100 : Double.POSITIVE_INFINITY);
        return signal(measure.direction(), chart);
    }

    private static Signal signal(Direction direction, Xmr chart) {
        if (!chart.hasLimits()) {
            return chart.hasMean()
                    ? new Signal(Signal.Kind.NOT_CHARTED, null, chart.sideRun(), chart.mean(), null, null, false, false)
                    : Signal.notCharted();
        }
        Xmr.Cause newest = chart.newest();
        Signal.Kind kind = kind(direction, newest);
        return new Signal(
                kind,
                newest == null ? null : newest.words(),
                chart.sideRun(),
                chart.mean(),
                chart.lower(),
                chart.upper(),
                chart.isProvisional(),
                newest != null && !sameSide(newest, chart.before()));
    }

    private static Signal.Kind kind(Direction direction, Xmr.@Nullable Cause cause) {
        if (cause == null) {
            return Signal.Kind.ROUTINE;
        }
        return switch (direction) {
            case NEITHER -> Signal.Kind.CHANGED;
            case HIGHER_IS_BETTER -> cause.upward() ? Signal.Kind.IMPROVING : Signal.Kind.WORSENING;
            case LOWER_IS_BETTER -> cause.upward() ? Signal.Kind.WORSENING : Signal.Kind.IMPROVING;
        };
    }

    private static boolean sameSide(Xmr.Cause newest, Xmr.@Nullable Cause before) {
        return before != null && before.upward() == newest.upward();
    }

    private static boolean isCharted(MeasureDefinition measure, MonthValue month) {
        BigDecimal size = measure.unit() == Unit.COUNT ? month.numerator() : month.denominator();
        return size.compareTo(FEWEST_CHARTED) >= 0;
    }

    private static @Nullable BigDecimal valueIn(MeasureDefinition measure, List<MonthValue> shown, YearMonth month) {
        return shown.stream()
                .filter(m -> m.month().equals(month) && m.complete())
                .findFirst()
                .map(m -> m.value(measure.unit()))
                .orElse(null);
    }

    private static String reason(MeasureDefinition measure, List<MonthValue> months, YearMonth month) {
        if (months.stream().anyMatch(m -> m.hasValue() && !m.complete())
                && months.stream().noneMatch(m -> m.hasValue() && m.complete())) {
            return "no month is complete yet";
        }
        return months.stream().anyMatch(m -> m.month().equals(month) && m.hasValue() && SmallCells.hides(measure, m))
                ? TOO_FEW
                : NO_DATA;
    }
}
