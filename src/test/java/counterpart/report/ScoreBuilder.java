package counterpart.report;

import counterpart.measure.Chart;
import counterpart.measure.MeasureDefinition;
import counterpart.measure.MeasureDefinition.Direction;
import counterpart.measure.MeasureDefinition.Unit;
import counterpart.measure.MonthValue;
import counterpart.measure.Score;
import counterpart.measure.Signal;
import counterpart.measure.Status;
import counterpart.partner.Target;
import counterpart.partner.Target.Perspective;
import counterpart.partner.Target.Priority;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Builds one score; the defaults are a percentage that is on target with routine variation. */
public final class ScoreBuilder {
    private static final int MONTHS = 36;

    private final String name;
    private final String title;
    private Unit unit = Unit.PERCENT;
    private int decimals = 1;
    private String unitText = "% of claims";
    private String basis = "in the month";
    private Direction direction = Direction.NEITHER;
    private Perspective perspective = Perspective.SERVICE;
    private double baseline = 7.4;
    private double target = 7.0;
    private double tolerance = 0.5;
    private Priority priority = Priority.BOTH;
    private @Nullable String owner;
    private boolean headline;
    private YearMonth month = Samples.OCTOBER;
    private @Nullable BigDecimal value;
    private Status previous = Status.ON_TARGET;
    private @Nullable String notScored;
    private @Nullable Signal signal;
    private @Nullable List<Double> values;
    private @Nullable YearMonth rebasedFrom;

    ScoreBuilder(String name, String title) {
        this.name = name;
        this.title = title;
    }

    public ScoreBuilder unit(Unit unit, int decimals, String unitText, String basis) {
        this.unit = unit;
        this.decimals = decimals;
        this.unitText = unitText;
        this.basis = basis;
        return this;
    }

    public ScoreBuilder lower() {
        direction = Direction.LOWER_IS_BETTER;
        return this;
    }

    public ScoreBuilder higher() {
        direction = Direction.HIGHER_IS_BETTER;
        return this;
    }

    public ScoreBuilder terms(Perspective perspective, double baseline, double target, double tolerance, Priority who) {
        this.perspective = perspective;
        this.baseline = baseline;
        this.target = target;
        this.tolerance = tolerance;
        this.priority = who;
        return this;
    }

    public ScoreBuilder owner(String owner) {
        this.owner = owner;
        return this;
    }

    public ScoreBuilder headline() {
        headline = true;
        return this;
    }

    public ScoreBuilder at(YearMonth month, double value) {
        this.month = month;
        this.value = BigDecimal.valueOf(value);
        return this;
    }

    public ScoreBuilder previous(Status previous) {
        this.previous = previous;
        return this;
    }

    /** Values of the last months, oldest first; the last is the scored month's. */
    public ScoreBuilder values(double... newest) {
        values = new ArrayList<>();
        for (double one : newest) {
            values.add(one);
        }
        return at(month, newest[newest.length - 1]);
    }

    public ScoreBuilder routine(double mean, double lower, double upper) {
        signal = new Signal(Signal.Kind.ROUTINE, null, 2, mean, lower, upper, false, false);
        return this;
    }

    public ScoreBuilder signal(Signal.Kind kind, int run, double mean, double lower, double upper, boolean isNew) {
        boolean isRoutine = kind == Signal.Kind.ROUTINE;
        String rule =
                isRoutine ? null : run >= 7 ? "7 months in a row on one side of the average" : "one point outside";
        signal = new Signal(kind, rule, run, mean, lower, upper, false, isNew && !isRoutine);
        return this;
    }

    public ScoreBuilder notScored(String reason) {
        notScored = reason;
        value = null;
        previous = Status.NOT_SCORED;
        return this;
    }

    public Score build() {
        Target terms = new Target(
                name,
                perspective,
                BigDecimal.valueOf(baseline),
                BigDecimal.valueOf(target),
                BigDecimal.valueOf(tolerance),
                priority,
                owner,
                headline);
        MeasureDefinition definition = definitionOf();
        Signal shown = signal == null ? Signal.notCharted() : signal;
        List<MonthValue> history = history(shown);
        return new Score(
                definition,
                terms,
                month,
                value,
                status(definition),
                previous,
                notScored,
                shown,
                history,
                chart(shown, history));
    }

    private Chart chart(Signal shown, List<MonthValue> history) {
        Double mean = shown.mean();
        if (value == null || mean == null) {
            return Chart.none("8 of the 12 months that limits need");
        }
        List<Chart.Point> points = new ArrayList<>();
        for (MonthValue each : history) {
            if (each.complete()) {
                boolean isNewest = each.month().equals(month);
                points.add(
                        new Chart.Point(each.month(), each.value(unit).doubleValue(), isNewest ? shown.rule() : null));
            }
        }
        List<Chart.Phase> phases = new ArrayList<>();
        YearMonth first = points.get(0).month();
        if (rebasedFrom != null) {
            phases.add(new Chart.Phase(first, null, mean * 1.01, null, null, false));
            first = rebasedFrom;
        }
        String reason = rebasedFrom == null ? null : "New contract";
        phases.add(new Chart.Phase(first, reason, mean, shown.lower(), shown.upper(), shown.provisional()));
        return new Chart(Chart.Basis.VALUE, points, phases, null);
    }

    /** The chart's limits begin anew here. */
    public ScoreBuilder rebased(YearMonth from) {
        rebasedFrom = from;
        return this;
    }

    private MeasureDefinition definitionOf() {
        return new MeasureDefinition(
                name,
                title,
                unitText,
                unit,
                decimals,
                direction,
                "numerator",
                "denominator",
                "none",
                basis,
                false,
                "test");
    }

    private double valueWithStatus(Status status) {
        double better = direction == Direction.LOWER_IS_BETTER ? -1 : 1;
        return switch (status) {
            case ON_TARGET, NOT_SCORED -> target;
            case NEAR_TARGET -> target - better * tolerance * (direction == Direction.NEITHER ? 1.5 : 0.6);
            case OFF_TARGET -> target - better * tolerance * 3;
        };
    }

    private Status status(MeasureDefinition definition) {
        if (notScored != null || value == null) {
            return Status.NOT_SCORED;
        }
        BigDecimal goal = BigDecimal.valueOf(target);
        double above = NumberFormats.rounded(definition, value).subtract(goal).doubleValue();
        double miss = switch (direction) {
            case LOWER_IS_BETTER -> above;
            case HIGHER_IS_BETTER -> -above;
            case NEITHER -> Math.abs(above) - tolerance;
        };
        return miss <= 0 ? Status.ON_TARGET : miss <= tolerance ? Status.NEAR_TARGET : Status.OFF_TARGET;
    }

    private List<MonthValue> history(Signal shown) {
        if (value == null) {
            return List.of();
        }
        List<MonthValue> history = new ArrayList<>();
        Random noise = new Random(name.hashCode());
        Double mean = shown.mean();
        Double upper = shown.upper();
        double middle = mean == null ? value.doubleValue() : mean;
        double spread = mean == null || upper == null ? middle / 50 : (upper - mean) * 1.1;
        for (int back = MONTHS - 1; back >= 0; back--) {
            YearMonth at = Samples.OCTOBER.minusMonths(back);
            double one = middle + (noise.nextDouble() - 0.5) * spread;
            int fromScored = (int) java.time.temporal.ChronoUnit.MONTHS.between(at, month);
            boolean isComplete = fromScored >= 0;
            if (values != null && isComplete && fromScored < values.size()) {
                one = values.get(values.size() - 1 - fromScored);
            } else if (values != null && isComplete) {
                continue;
            } else if (isComplete && fromScored < shown.sideRun() && shown.sideRun() > 2) {
                double share = (shown.sideRun() - fromScored) / (double) shown.sideRun();
                one = middle + (value.doubleValue() - middle) * (0.35 + 0.65 * share);
            } else if (!isComplete) {
                one = one * (1 + 0.25 * fromScored / 3);
            }
            if (fromScored == 1 && values == null && previous != status(definitionOf())) {
                one = valueWithStatus(previous);
            }
            double exact = fromScored == 0 ? value.doubleValue() : one;
            history.add(monthValue(at, exact, isComplete));
        }
        return history;
    }

    private MonthValue monthValue(YearMonth at, double exact, boolean isComplete) {
        BigDecimal denominator = BigDecimal.valueOf(unit == Unit.COUNT ? 1 : 10_000);
        BigDecimal numerator = BigDecimal.valueOf(exact).multiply(denominator);
        BigDecimal scaled = unit == Unit.PERCENT ? numerator.movePointLeft(2) : numerator;
        return new MonthValue(at, scaled, denominator, isComplete);
    }
}
