package counterpart.measure;

import counterpart.partner.Target;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One measure on one scorecard.
 *
 * @param month the newest month that is complete, on which the status stands; at or before the report month
 * @param value in the measure's unit, unrounded; none when there is no complete month or no denominator
 * @param previousStatus the status on the month before, under today's target
 * @param notScoredReason why there is no status, in words; none when there is one
 * @param history up to 36 months to the report month, oldest first; incomplete ones included, but those of which too
 *     little is reported and those behind which there are too few
 * @param chart what the signal was judged on
 */
public record Score(
        MeasureDefinition definition,
        Target target,
        YearMonth month,
        @Nullable BigDecimal value,
        Status status,
        Status previousStatus,
        @Nullable String notScoredReason,
        Signal signal,
        List<MonthValue> history,
        Chart chart) {
    public Score {
        history = List.copyOf(history);
        if ((status == Status.NOT_SCORED) != (notScoredReason != null)) {
            throw new IllegalArgumentException("a measure is not scored for a reason, or it is scored");
        }
    }

    /** A score without a chart. */
    public Score(
            MeasureDefinition definition,
            Target target,
            YearMonth month,
            @Nullable BigDecimal value,
            Status status,
            Status previousStatus,
            @Nullable String notScoredReason,
            Signal signal,
            List<MonthValue> history) {
        this(
                definition,
                target,
                month,
                value,
                status,
                previousStatus,
                notScoredReason,
                signal,
                history,
                Chart.none("not charted"));
    }

    /** The scored month with its parts: volume, share reported; none when there is no value. */
    public Optional<MonthValue> scored() {
        return value == null
                ? Optional.empty()
                : history.stream().filter(m -> m.month().equals(month)).findFirst();
    }
}
