package counterpart.report;

import counterpart.measure.MeasureDefinition;
import counterpart.measure.MonthValue;
import counterpart.measure.Score;
import counterpart.measure.Signal;
import counterpart.measure.Status;
import counterpart.partner.Target;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A score seen beside its target and its own past, in the words of the page. */
final class Standing {
    private final Score score;
    private final NavigableMap<YearMonth, BigDecimal> complete = new TreeMap<>();

    Standing(Score score) {
        this.score = score;
        for (MonthValue month : score.history()) {
            if (month.complete() && month.hasValue() && !month.month().isAfter(score.month())) {
                complete.put(month.month(), month.value(definition().unit()));
            }
        }
        BigDecimal value = score.value();
        if (value != null) {
            complete.put(score.month(), value);
        }
    }

    Score score() {
        return score;
    }

    MeasureDefinition definition() {
        return score.definition();
    }

    String title() {
        return definition().title();
    }

    String name() {
        return definition().name();
    }

    boolean is(Status status) {
        return score.status() == status;
    }

    boolean isSignal(Signal.Kind kind) {
        return score.signal().kind() == kind;
    }

    boolean isPriorityOfBoth() {
        return score.target().priorityFor() == Target.Priority.BOTH;
    }

    /** @throws IllegalStateException when the measure has no value; a scored one has */
    BigDecimal value() {
        BigDecimal value = score.value();
        if (value == null) {
            throw new IllegalStateException(name() + " has no value in " + score.month());
        }
        return value;
    }

    String spokenValue() {
        return NumberFormats.spoken(definition(), value());
    }

    /** The value of the calendar month before, when that month is complete. */
    Optional<BigDecimal> previous() {
        return Optional.ofNullable(complete.get(score.month().minusMonths(1)));
    }

    /** Months in a row, to the newest, whose printed value meets the target. */
    int monthsOnTarget() {
        return run(this::meets);
    }

    /** Months in a row, to the newest, that miss the target by more than the tolerance. */
    int monthsOffTarget() {
        return run(this::isOff);
    }

    /** Months in a row before the newest that did not meet the target; empty when none of the past did. */
    Optional<Integer> monthsSinceLastOnTarget() {
        YearMonth month = score.month().minusMonths(1);
        for (int missed = 0; complete.containsKey(month); missed++, month = month.minusMonths(1)) {
            if (meets(complete.get(month))) {
                return Optional.of(missed);
            }
        }
        return Optional.empty();
    }

    /**
     * {@code 1.9 points above target}; how the value, as printed, stands to the target, or to the nearer edge of a
     * corridor.
     */
    String gapToTarget() {
        BigDecimal target = score.target().target();
        int side = NumberFormats.rounded(definition(), value()).compareTo(NumberFormats.rounded(definition(), target));
        boolean isCorridor = definition().direction() == MeasureDefinition.Direction.NEITHER;
        BigDecimal room = isCorridor ? score.target().tolerance() : BigDecimal.ZERO;
        BigDecimal edge = side > 0 ? target.add(room) : target.subtract(room);
        return NumberFormats.gap(definition(), value(), edge) + (side > 0 ? " above target" : " below target");
    }

    /** The miss in units of the tolerance, by which misses of unlike measures are ranked. */
    double missInTolerances() {
        double miss = value().subtract(score.target().target()).abs().doubleValue();
        double tolerance = score.target().tolerance().doubleValue();
        return tolerance > 0 ? miss / tolerance : Double.MAX_VALUE;
    }

    /** Whether the newest value lies outside the limits of routine variation. */
    boolean isOutsideLimits() {
        Double lower = score.signal().lower();
        Double upper = score.signal().upper();
        double value = value().doubleValue();
        return (lower != null && value < lower) || (upper != null && value > upper);
    }

    /** {@code above} or {@code below} the average, empty without one. */
    Optional<String> sideOfMean() {
        Double mean = score.signal().mean();
        if (mean == null || value().doubleValue() == mean) {
            return Optional.empty();
        }
        return Optional.of(value().doubleValue() > mean ? "above" : "below");
    }

    String spokenMean() {
        Double mean = score.signal().mean();
        return mean == null ? NumberFormats.MISSING : NumberFormats.spoken(definition(), BigDecimal.valueOf(mean));
    }

    /** {@code 6.7% to 8.1%}; a limit that does not exist is told as open. */
    String spokenRange() {
        return limit(score.signal().lower()) + " to " + limit(score.signal().upper());
    }

    /** What a sentence about this score was made from. */
    Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("value", String.valueOf(score.value()));
        inputs.put("target", score.target().target().toPlainString());
        inputs.put("tolerance", score.target().tolerance().toPlainString());
        inputs.put("status", score.status().name());
        inputs.put("previousStatus", score.previousStatus().name());
        inputs.put("signal", score.signal().kind().name());
        inputs.put("sideRun", String.valueOf(score.signal().sideRun()));
        inputs.put("mean", String.valueOf(score.signal().mean()));
        inputs.put("lower", String.valueOf(score.signal().lower()));
        inputs.put("upper", String.valueOf(score.signal().upper()));
        return inputs;
    }

    /** Ranks by whose priority it is: what both sides want comes first. */
    static Comparator<Standing> prioritiesOfBothFirst() {
        return Comparator.comparing(standing -> !standing.isPriorityOfBoth());
    }

    private String limit(@Nullable Double limit) {
        return limit == null ? "any value" : NumberFormats.spoken(definition(), BigDecimal.valueOf(limit));
    }

    private boolean meets(BigDecimal value) {
        return miss(value).signum() <= 0;
    }

    private boolean isOff(BigDecimal value) {
        return miss(value).compareTo(score.target().tolerance()) > 0;
    }

    /** By how much a printed value misses; where neither direction is better the target is the middle of a corridor. */
    private BigDecimal miss(BigDecimal value) {
        BigDecimal above = NumberFormats.rounded(definition(), value)
                .subtract(score.target().target());
        return switch (definition().direction()) {
            case HIGHER_IS_BETTER -> above.negate();
            case LOWER_IS_BETTER -> above;
            case NEITHER -> above.abs().subtract(score.target().tolerance());
        };
    }

    private int run(Predicate<BigDecimal> holds) {
        int months = 0;
        YearMonth month = score.month();
        BigDecimal value = complete.get(month);
        while (value != null && holds.test(value)) {
            months++;
            month = month.minusMonths(1);
            value = complete.get(month);
        }
        return months;
    }
}
