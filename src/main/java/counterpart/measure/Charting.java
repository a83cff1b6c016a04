package counterpart.measure;

import counterpart.measure.Chart.Basis;
import counterpart.measure.Chart.Phase;
import counterpart.measure.Chart.Point;
import counterpart.measure.MeasureDefinition.Direction;
import counterpart.measure.MeasureDefinition.Unit;
import counterpart.partner.Target;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Puts a measure's complete months on an XmR chart and reads the signal off it.
 *
 * <p>Not charted: rolling windows, and months behind which there are fewer than fifty, in which a rate swings too much.
 * Of files and breaks, which are few and mostly good, the failures of such months are counted and charted instead. Where
 * nearly nothing fails, the chart shows the share that failed. A joint decision to re-base breaks the chart in two, as
 * soon as seven months follow it; the signal is judged on the newer part.
 */
record Charting(Signal signal, Chart chart) {
    static final int FEWEST_AFTER_REBASE = 7;

    private static final BigDecimal FEWEST_CHARTED = BigDecimal.valueOf(50);
    private static final double NEARLY_ALL = 95;

    /** @param shown months that may be seen, oldest first */
    static Charting of(MeasureDefinition measure, Target target, List<MonthValue> shown) {
        if (!measure.handling().isCharted()) {
            return none("months that share their data are not charted");
        }
        List<MonthValue> complete = shown.stream().filter(MonthValue::complete).toList();
        if (complete.isEmpty()) {
            return none("no month is complete yet");
        }
        if (!isLarge(measure, complete.get(complete.size() - 1))) {
            return countsFailures(measure)
                    ? failures(measure, target, complete)
                    : none("fewer than " + FEWEST_CHARTED + " in the newest month");
        }
        List<MonthValue> charted =
                complete.stream().filter(m -> isLarge(measure, m)).toList();
        ToDoubleFunction<MonthValue> value = m -> m.value(measure.unit()).doubleValue();
        double floor = measure.unit() == Unit.DOLLARS ? Double.NEGATIVE_INFINITY : 0;
        double ceiling = measure.unit() == Unit.PERCENT ? 100 : Double.POSITIVE_INFINITY;
        Series series = Series.of(charted, value, floor, ceiling, target.rebase());
        Signal signal = signal(measure.direction(), series.newest());
        if (isNearlyAll(measure, series)) {
            Series failed = Series.of(charted, m -> 100 - value.applyAsDouble(m), 0, 100, target.rebase());
            return new Charting(signal, failed.chart(Basis.FAILURE_RATE));
        }
        return new Charting(signal, series.chart(Basis.VALUE));
    }

    /** The count of what failed, told without limits in the measure's own unit, which a count does not have. */
    private static Charting failures(MeasureDefinition measure, Target target, List<MonthValue> complete) {
        Series series = Series.of(
                complete,
                m -> m.denominator().subtract(m.numerator()).doubleValue(),
                0,
                Double.POSITIVE_INFINITY,
                target.rebase());
        Signal counted = signal(Direction.LOWER_IS_BETTER, series.newest());
        BigDecimal good = sum(complete, MonthValue::numerator);
        BigDecimal all = sum(complete, MonthValue::denominator);
        Double mean = counted.mean() == null ? null : 100 * good.doubleValue() / all.doubleValue();
        String rule = counted.rule() == null ? null : "the number of failures is " + counted.rule();
        return new Charting(
                new Signal(
                        counted.kind(),
                        rule,
                        counted.sideRun(),
                        mean,
                        null,
                        null,
                        counted.provisional(),
                        counted.isNew()),
                series.chart(Basis.FAILURES));
    }

    private static BigDecimal sum(List<MonthValue> months, java.util.function.Function<MonthValue, BigDecimal> part) {
        return months.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Charting none(String whyNot) {
        return new Charting(Signal.notCharted(), Chart.none(whyNot));
    }

    private static boolean countsFailures(MeasureDefinition measure) {
        return !measure.handling().countsPeople()
                && measure.unit() == Unit.PERCENT
                && measure.direction() == Direction.HIGHER_IS_BETTER;
    }

    private static boolean isNearlyAll(MeasureDefinition measure, Series series) {
        return measure.unit() == Unit.PERCENT
                && measure.direction() == Direction.HIGHER_IS_BETTER
                && series.newest().mean() >= NEARLY_ALL;
    }

    private static boolean isLarge(MeasureDefinition measure, MonthValue month) {
        BigDecimal size = month.cases();
        if (size == null) {
            size = measure.unit() == Unit.COUNT ? month.numerator() : month.denominator();
        }
        return size.compareTo(FEWEST_CHARTED) >= 0;
    }

    private static Signal signal(Direction direction, Xmr chart) {
        if (!chart.hasLimits()) {
            return chart.hasMean()
                    ? new Signal(Signal.Kind.NOT_CHARTED, null, chart.sideRun(), chart.mean(), null, null, false, false)
                    : Signal.notCharted();
        }
        Xmr.Cause newest = chart.newest();
        return new Signal(
                kind(direction, newest),
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

    /** Points in one part, or in two that a re-basing separates. */
    private record Series(List<MonthValue> months, List<Part> parts) {
        private record Part(YearMonth from, @Nullable String reason, Xmr xmr) {}

        static Series of(
                List<MonthValue> months,
                ToDoubleFunction<MonthValue> value,
                double floor,
                double ceiling,
                Target.@Nullable Rebase rebase) {
            int cut = rebase == null ? 0 : cut(months, rebase.from());
            List<Part> parts = new ArrayList<>();
            if (cut > 0) {
                parts.add(part(months.subList(0, cut), value, floor, ceiling, null));
            }
            String reason = rebase == null || cut == 0 ? null : rebase.reason();
            parts.add(part(months.subList(cut, months.size()), value, floor, ceiling, reason));
            return new Series(months, parts);
        }

        private static Part part(
                List<MonthValue> months,
                ToDoubleFunction<MonthValue> value,
                double floor,
                double ceiling,
                @Nullable String reason) {
            return new Part(
                    months.get(0).month(),
                    reason,
                    Xmr.of(months.stream().mapToDouble(value).toArray(), floor, ceiling));
        }

        /** Where the newer part begins; 0 while too few months follow the decision, or when none come before. */
        private static int cut(List<MonthValue> months, YearMonth from) {
            int before =
                    (int) months.stream().filter(m -> m.month().isBefore(from)).count();
            return months.size() - before >= FEWEST_AFTER_REBASE ? before : 0;
        }

        Xmr newest() {
            return parts.get(parts.size() - 1).xmr();
        }

        Chart chart(Basis basis) {
            List<Point> points = new ArrayList<>();
            List<Phase> phases = new ArrayList<>();
            for (Part part : parts) {
                for (int i = 0; i < part.xmr().size(); i++) {
                    Xmr.Cause cause = part.xmr().causeAt(i);
                    points.add(new Point(
                            months.get(points.size()).month(),
                            part.xmr().point(i),
                            cause == null ? null : cause.words()));
                }
                if (part.xmr().hasMean()) {
                    phases.add(phase(part));
                }
            }
            return new Chart(basis, points, phases, whyNot());
        }

        private static Phase phase(Part part) {
            boolean hasLimits = part.xmr().hasLimits();
            return new Phase(
                    part.from(),
                    part.reason(),
                    part.xmr().mean(),
                    hasLimits ? part.xmr().lower() : null,
                    hasLimits ? part.xmr().upper() : null,
                    hasLimits && part.xmr().isProvisional());
        }

        private @Nullable String whyNot() {
            return newest().hasLimits()
                    ? null
                    : newest().size() + " of the " + Xmr.FEWEST_FOR_LIMITS + " months that limits need";
        }
    }
}
