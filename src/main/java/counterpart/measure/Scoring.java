package counterpart.measure;

import counterpart.measure.Handling.Source;
import counterpart.measure.MeasureDefinition.Unit;
import counterpart.partner.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges a measure's months against its target and against its own past. */
public final class Scoring {
    static final String TOO_FEW = "too few to show";
    static final String NO_DATA = "no data";
    static final String NO_ROSTER = "no roster reconciliation";
    static final String RUN_OUT = "no month is complete yet";

    private Scoring() {}

    /**
     * Scores the newest complete month. Months with too few people to show and months of which too little is reported
     * are left out of the history; incomplete months stay in it, but enter neither status nor signal.
     *
     * @param months oldest first
     * @param reportMonth the score's month when no month is complete
     */
    public static Score score(
            MeasureDefinition measure, Target target, List<MonthValue> months, YearMonth reportMonth) {
        List<MonthValue> shown = months.stream()
                .filter(MonthValue::hasValue)
                .filter(m -> !SmallCells.hides(measure, m))
                .filter(m -> !m.isTooEarly())
                .toList();
        YearMonth month = months.stream()
                .filter(MonthValue::complete)
                .map(MonthValue::month)
                .reduce((a, b) -> b)
                .orElse(reportMonth);
        BigDecimal value = valueIn(measure, shown, month);
        BigDecimal previous = valueIn(measure, shown, month.minusMonths(1));
        Charting charting = value == null
                ? new Charting(Signal.notCharted(), Chart.none("not scored"))
                : Charting.of(measure, target, shown);
        return new Score(
                measure,
                target,
                month,
                value,
                value == null ? Status.NOT_SCORED : status(measure, target, value),
                previous == null ? Status.NOT_SCORED : status(measure, target, previous),
                value == null ? reason(measure, months, month) : null,
                charting.signal(),
                shown,
                charting.chart());
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

    private static @Nullable BigDecimal valueIn(MeasureDefinition measure, List<MonthValue> shown, YearMonth month) {
        return shown.stream()
                .filter(m -> m.month().equals(month) && m.complete())
                .filter(m -> !isBelowFewest(measure, m))
                .findFirst()
                .map(m -> m.value(measure.unit()))
                .orElse(null);
    }

    private static boolean isBelowFewest(MeasureDefinition measure, MonthValue month) {
        return month.denominator()
                        .compareTo(BigDecimal.valueOf(measure.handling().fewestScored()))
                < 0;
    }

    private static String reason(MeasureDefinition measure, List<MonthValue> months, YearMonth month) {
        if (months.stream().anyMatch(m -> m.hasValue() && !m.complete())
                && months.stream().noneMatch(m -> m.hasValue() && m.complete())) {
            return RUN_OUT;
        }
        Optional<MonthValue> scored = months.stream()
                .filter(m -> m.month().equals(month) && m.hasValue())
                .findFirst();
        if (scored.isEmpty()) {
            return measure.handling().sources().contains(Source.ROSTERS) ? NO_ROSTER : NO_DATA;
        }
        if (isBelowFewest(measure, scored.get())) {
            return fewerThan(measure);
        }
        return SmallCells.hides(measure, scored.get()) ? TOO_FEW : RUN_OUT;
    }

    private static String fewerThan(MeasureDefinition measure) {
        String what = measure.unit() == Unit.PERCENT ? " in the denominator" : "";
        return "fewer than " + measure.handling().fewestScored() + what;
    }
}
