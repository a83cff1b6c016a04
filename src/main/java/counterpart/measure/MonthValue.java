package counterpart.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A measure in one month, kept as numerator and denominator as they were reported.
 *
 * @param numerator in the measure's own unit times the denominator: dollars, days, or counts (for PERCENT the value is
 *     100 x numerator / denominator, for PER_THOUSAND 12,000 x numerator / denominator)
 * @param complete whether the month has its run-out; an incomplete month is shown, never scored
 * @param completion the share of the numerator that has been reported by now, as the past lets expect; above 1 when
 *     more will be taken back than added; none when the measure is not completed by an estimate
 * @param cases the fewest persons, claims or scripts behind the month; none when numerator and denominator count them
 */
public record MonthValue(
        YearMonth month,
        BigDecimal numerator,
        BigDecimal denominator,
        boolean complete,
        @Nullable BigDecimal completion,
        @Nullable BigDecimal cases) {
    private static final BigDecimal THOUSAND_YEARS = BigDecimal.valueOf(12_000);
    /** Below this share reported, an estimate says little more than its factor. */
    private static final BigDecimal LEAST_SHOWN = new BigDecimal("0.80");

    public MonthValue {
        if (completion != null && completion.signum() <= 0) {
            throw new IllegalArgumentException("a share reported is above 0, not " + completion);
        }
    }

    /** A month that is not completed by an estimate. */
    public MonthValue(YearMonth month, BigDecimal numerator, BigDecimal denominator, boolean complete) {
        this(month, numerator, denominator, complete, null, null);
    }

    public boolean hasValue() {
        return denominator.signum() != 0;
    }

    /** Whether the value is one that later months will still move: young, and completed by a factor. */
    public boolean isEstimate() {
        return !complete && completion != null;
    }

    /** Whether too little is reported for an estimate to be shown. */
    public boolean isTooEarly() {
        return completion != null && completion.compareTo(LEAST_SHOWN) < 0;
    }

    /**
     * The value that is shown and scored: completed where there is a factor.
     *
     * @throws ArithmeticException when the denominator is zero
     */
    public BigDecimal value(MeasureDefinition.Unit unit) {
        BigDecimal reported = reported(unit);
        return completion == null ? reported : reported.divide(completion, MathContext.DECIMAL64);
    }

    /**
     * The value as reported by now.
     *
     * @throws ArithmeticException when the denominator is zero
     */
    public BigDecimal reported(MeasureDefinition.Unit unit) {
        return switch (unit) {
            case PERCENT -> numerator.divide(denominator, MathContext.DECIMAL64).movePointRight(2);
            case PER_THOUSAND -> numerator.multiply(THOUSAND_YEARS).divide(denominator, MathContext.DECIMAL64);
            case DOLLARS, DAYS, COUNT -> numerator.divide(denominator, MathContext.DECIMAL64);
        };
    }
}
