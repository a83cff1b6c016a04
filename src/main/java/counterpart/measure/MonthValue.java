package counterpart.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;

/**
 * A measure in one month, kept as numerator and denominator.
 *
 * @param numerator in the measure's own unit times the denominator: dollars, days, or counts (for PERCENT the value is
 *     100 x numerator / denominator)
 * @param complete whether the month has its run-out; an incomplete month is shown, never scored
 */
public record MonthValue(YearMonth month, BigDecimal numerator, BigDecimal denominator, boolean complete) {
    public boolean hasValue() {
        return denominator.signum() != 0;
    }

    /** @throws ArithmeticException when the denominator is zero */
    public BigDecimal value(MeasureDefinition.Unit unit) {
        BigDecimal ratio = numerator.divide(denominator, MathContext.DECIMAL64);
        return unit == MeasureDefinition.Unit.PERCENT ? ratio.movePointRight(2) : ratio;
    }
}
