package counterpart.report;

import counterpart.measure.Chart;
import counterpart.measure.MeasureDefinition.Direction;
import counterpart.measure.MonthValue;
import counterpart.measure.Score;
import counterpart.measure.Signal;
import counterpart.measure.Status;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn of a measure's chart: its months as shapes, its phases with their limits, its target, and whether the
 * limits let it meet that target. The newest scored month says what the score's signal says.
 *
 * @param points oldest first; those in run-out last
 * @param targets in the unit of the points: one, the two edges of a corridor, or none where failures are counted
 */
public record ControlChart(
        Chart.Basis basis, List<Point> points, List<Chart.Phase> phases, List<Double> targets, Assurance assurance) {
    private static final int RUN = 7;
    private static final int FEWEST = 6;

    /** What a point's shape says. */
    public enum Mark {
        ROUTINE,
        IMPROVING,
        WORSENING,
        CHANGED,
        /** Its claims are not all in; it enters no limit and no rule. */
        RUN_OUT
    }

    /** Whether a process that goes on like this meets its target. */
    public enum Assurance {
        WILL_MEET,
        WILL_MISS,
        HIT_OR_MISS,
        /** The process has moved, so its old limits foretell nothing. */
        SHIFTED,
        /** Failures are counted, for which there is no target. */
        NOT_RATED
    }

    /** One month. */
    public record Point(YearMonth month, double value, Mark mark) {}

    public ControlChart {
        points = List.copyOf(points);
        phases = List.copyOf(phases);
        targets = List.copyOf(targets);
    }

    /** Whether a score has a chart with limits; if not, {@link #reasonNotDrawn} says why. */
    static boolean isDrawn(Score score) {
        return reasonNotDrawn(score) == null;
    }

    /** Why a score has no chart, in words; none when it has one. */
    static @Nullable String reasonNotDrawn(Score score) {
        Chart chart = score.chart();
        if (score.status() == Status.NOT_SCORED) {
            return score.notScoredReason();
        }
        boolean hasLimits = !chart.phases().isEmpty()
                && chart.phases().get(chart.phases().size() - 1).lower() != null;
        if (hasLimits && chart.points().size() >= FEWEST) {
            return null;
        }
        return chart.whyNot() == null ? "not charted" : chart.whyNot();
    }

    /** @throws IllegalArgumentException when the score has no limits; ask {@link #reasonNotDrawn} before */
    static ControlChart of(Score score) {
        Chart chart = score.chart();
        if (!isDrawn(score)) {
            throw new IllegalArgumentException(score.definition().name() + " has no limits to chart");
        }
        List<Point> points = new ArrayList<>();
        for (Chart.Point point : chart.points()) {
            boolean isNewest = points.size() == chart.points().size() - 1;
            Mark mark = isNewest ? mark(score.signal().kind()) : mark(score, point);
            points.add(new Point(point.month(), point.value(), mark));
        }
        YearMonth newest = points.get(points.size() - 1).month();
        score.history().stream()
                .filter(month ->
                        !month.complete() && month.hasValue() && month.month().isAfter(newest))
                .forEach(month -> points.add(new Point(month.month(), value(score, month), Mark.RUN_OUT)));
        return new ControlChart(chart.basis(), points, chart.phases(), targets(score), assurance(score));
    }

    /** The newest phase. */
    public Chart.Phase phase() {
        return phases.get(phases.size() - 1);
    }

    /** The newest month that is not in run-out. */
    public Point latest() {
        return points.stream()
                .filter(point -> point.mark() != Mark.RUN_OUT)
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private static double value(Score score, MonthValue month) {
        double value = month.value(score.definition().unit()).doubleValue();
        return switch (score.chart().basis()) {
            case VALUE -> value;
            case FAILURE_RATE -> 100 - value;
            case FAILURES -> month.denominator().subtract(month.numerator()).doubleValue();
        };
    }

    private static List<Double> targets(Score score) {
        double target = score.target().target().doubleValue();
        double tolerance = score.target().tolerance().doubleValue();
        return switch (score.chart().basis()) {
            case VALUE ->
                score.definition().direction() == Direction.NEITHER
                        ? DoubleStream.of(target - tolerance, target + tolerance)
                                .boxed()
                                .toList()
                        : List.of(target);
            case FAILURE_RATE -> List.of(100 - target);
            case FAILURES -> List.of();
        };
    }

    /** What was said of a month when it was the newest: its rule, read by the side on which it lies. */
    private static Mark mark(Score score, Chart.Point point) {
        String rule = point.rule();
        if (rule == null) {
            return Mark.ROUTINE;
        }
        double mean = score.chart().phases().stream()
                .filter(phase -> !phase.from().isAfter(point.month()))
                .reduce((one, other) -> other)
                .map(Chart.Phase::mean)
                .orElse(point.value());
        boolean isUp = rule.contains("rising") || !rule.contains("falling") && point.value() > mean;
        return switch (direction(score)) {
            case NEITHER -> Mark.CHANGED;
            case HIGHER_IS_BETTER -> isUp ? Mark.IMPROVING : Mark.WORSENING;
            case LOWER_IS_BETTER -> isUp ? Mark.WORSENING : Mark.IMPROVING;
        };
    }

    /** The better direction of what is charted: of failures there are better fewer. */
    private static Direction direction(Score score) {
        return score.chart().basis() == Chart.Basis.VALUE ? score.definition().direction() : Direction.LOWER_IS_BETTER;
    }

    private static Assurance assurance(Score score) {
        if (score.chart().basis() == Chart.Basis.FAILURES) {
            return Assurance.NOT_RATED;
        }
        Signal signal = score.signal();
        boolean isSpecial = signal.kind() != Signal.Kind.ROUTINE && signal.kind() != Signal.Kind.NOT_CHARTED;
        if (isSpecial && signal.sideRun() >= RUN) {
            return Assurance.SHIFTED;
        }
        Assurance foretold = foretold(score);
        boolean isContradicted = foretold == Assurance.WILL_MEET && score.status() != Status.ON_TARGET
                || foretold == Assurance.WILL_MISS && score.status() == Status.ON_TARGET;
        return isContradicted ? Assurance.HIT_OR_MISS : foretold;
    }

    /** Limits against the target, after NHSRplotthedots: the whole range beyond it, short of it, or across it. */
    private static Assurance foretold(Score score) {
        Chart.Phase phase = score.chart().phases().get(score.chart().phases().size() - 1);
        Double lower = phase.lower();
        Double upper = phase.upper();
        if (lower == null || upper == null) {
            return Assurance.NOT_RATED;
        }
        List<Double> targets = targets(score);
        double least = targets.get(0);
        double most = targets.get(targets.size() - 1);
        boolean meets = switch (direction(score)) {
            case HIGHER_IS_BETTER -> lower >= least;
            case LOWER_IS_BETTER -> upper <= most;
            case NEITHER -> lower >= least && upper <= most;
        };
        boolean misses = switch (direction(score)) {
            case HIGHER_IS_BETTER -> upper < least;
            case LOWER_IS_BETTER -> lower > most;
            case NEITHER -> lower > most || upper < least;
        };
        return meets ? Assurance.WILL_MEET : misses ? Assurance.WILL_MISS : Assurance.HIT_OR_MISS;
    }

    private static Mark mark(Signal.Kind kind) {
        return switch (kind) {
            case IMPROVING -> Mark.IMPROVING;
            case WORSENING -> Mark.WORSENING;
            case CHANGED -> Mark.CHANGED;
            case ROUTINE, NOT_CHARTED -> Mark.ROUTINE;
        };
    }
}
