package counterpart.measure;

import java.math.BigDecimal;

/**
 * Hides values behind which there are few people: a count of 1 to 10 is never shown, nor a value from which one could be
 * derived. Zero may be shown. After the cell size suppression policy of CMS, taken as a house rule.
 */
final class SmallCells {
    private static final BigDecimal FEWEST_SHOWN = BigDecimal.valueOf(11);

    private SmallCells() {}

    static boolean hides(MeasureDefinition measure, MonthValue month) {
        if (!Measures.countsPeopleOrClaims(measure)) {
            return false;
        }
        return switch (measure.unit()) {
            case COUNT -> isFew(month.numerator());
            case DOLLARS, DAYS -> isFew(month.denominator());
            case PERCENT ->
                isFew(month.denominator())
                        || isFew(month.numerator())
                        || isFew(month.denominator().subtract(month.numerator()));
        };
    }

    private static boolean isFew(BigDecimal count) {
        return count.signum() > 0 && count.compareTo(FEWEST_SHOWN) < 0;
    }
}
