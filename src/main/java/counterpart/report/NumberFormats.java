package counterpart.report;

import counterpart.measure.MeasureDefinition;
import counterpart.measure.MeasureDefinition.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers, months and days are written on every page. The same value is the same string wherever it stands. */
public final class NumberFormats {
    /** A missing value; the reason stands beside it or in the notes. */
    public static final String MISSING = "\u2013";

    private static final String MINUS = "\u2212";
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.US);
    private static final DateTimeFormatter MONTH_NAME = DateTimeFormatter.ofPattern("MMM", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    private NumberFormats() {}

    /** A value as the page shows it, rounded half up to the measure's digits; statuses compare this, not the raw value. */
    public static BigDecimal rounded(MeasureDefinition measure, BigDecimal value) {
        return value.setScale(measure.decimals(), RoundingMode.HALF_UP);
    }

    /** A value with its sign of unit: {@code $410}, {@code $62.90}, {@code 8.9%}, {@code 12.3}, {@code 29,876}. */
    public static String value(MeasureDefinition measure, BigDecimal value) {
        return withUnit(measure.unit(), rounded(measure, value));
    }

    /** A value as a sentence says it: as {@link #value}, days with the word. */
    public static String spoken(MeasureDefinition measure, BigDecimal value) {
        String text = value(measure, value);
        return measure.unit() == Unit.DAYS ? text + " days" : text;
    }

    /** A target with the side on which it is met: {@code ≤ $410}, {@code ≥ 98.5%}; no sign where neither is better. */
    public static String target(MeasureDefinition measure, BigDecimal target) {
        String text = value(measure, target);
        return switch (measure.direction()) {
            case LOWER_IS_BETTER -> "\u2264\u00a0" + text;
            case HIGHER_IS_BETTER -> "\u2265\u00a0" + text;
            case NEITHER -> text;
        };
    }

    /** The difference of two values as they are printed: {@code +0.3 pt}, {@code −$1}, {@code No change}. */
    public static String change(MeasureDefinition measure, BigDecimal from, BigDecimal to) {
        BigDecimal difference = rounded(measure, to).subtract(rounded(measure, from));
        if (difference.signum() == 0) {
            return "No change";
        }
        String amount = difference.abs().toPlainString();
        String text = switch (measure.unit()) {
            case DOLLARS -> "$" + grouped(difference.abs());
            case PERCENT -> amount + "\u00a0pt";
            case DAYS -> amount + "\u00a0days";
            case COUNT, PER_THOUSAND -> grouped(difference.abs());
        };
        return (difference.signum() < 0 ? MINUS : "+") + text;
    }

    /** The distance of two values as they are printed, without a sign: {@code 1.9 points}, {@code $0.40}. */
    public static String gap(MeasureDefinition measure, BigDecimal one, BigDecimal other) {
        BigDecimal distance =
                rounded(measure, one).subtract(rounded(measure, other)).abs();
        return switch (measure.unit()) {
            case DOLLARS -> "$" + grouped(distance);
            case PERCENT -> distance.toPlainString() + (isOne(distance) ? " point" : " points");
            case DAYS -> distance.toPlainString() + (isOne(distance) ? " day" : " days");
            case COUNT, PER_THOUSAND -> grouped(distance);
        };
    }

    /**
     * Whether a value, as printed, meets a target as printed.
     *
     * @throws IllegalArgumentException when neither direction of the measure is better
     */
    public static boolean meets(MeasureDefinition measure, BigDecimal value, BigDecimal target) {
        int side = rounded(measure, value).compareTo(rounded(measure, target));
        return switch (measure.direction()) {
            case HIGHER_IS_BETTER -> side >= 0;
            case LOWER_IS_BETTER -> side <= 0;
            case NEITHER ->
                throw new IllegalArgumentException(measure.name() + " has no better side on which a target is met");
        };
    }

    /** A count with thousands separators: {@code 2,300}. */
    public static String count(long count) {
        return String.format(Locale.US, "%,d", count).replace("-", MINUS);
    }

    /** Dollars out of cents: {@code $1.24 million}, {@code $48,210}, under a hundred dollars {@code $62.90}. */
    public static String dollars(long cents) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2).abs();
        String sign = cents < 0 ? MINUS : "";
        if (amount.compareTo(MILLION) >= 0) {
            return sign + "$" + grouped(amount.divide(MILLION, 2, RoundingMode.HALF_UP)) + " million";
        }
        int digits = amount.compareTo(BigDecimal.valueOf(100)) < 0 ? 2 : 0;
        return sign + "$" + grouped(amount.setScale(digits, RoundingMode.HALF_UP));
    }

    /** {@code October 2026}. */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** {@code Oct 2026}. */
    public static String shortMonth(YearMonth month) {
        return SHORT_MONTH.format(month);
    }

    /** {@code Sep}, where the year is plain. */
    public static String monthName(YearMonth month) {
        return MONTH_NAME.format(month);
    }

    /** {@code Nov 10, 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String withUnit(Unit unit, BigDecimal rounded) {
        String sign = rounded.signum() < 0 ? MINUS : "";
        String digits = grouped(rounded.abs());
        return switch (unit) {
            case DOLLARS -> sign + "$" + digits;
            case PERCENT -> sign + digits + "%";
            case DAYS, COUNT, PER_THOUSAND -> sign + digits;
        };
    }

    private static String grouped(BigDecimal amount) {
        return String.format(Locale.US, "%,." + Math.max(0, amount.scale()) + "f", amount);
    }

    private static boolean isOne(BigDecimal distance) {
        return distance.compareTo(BigDecimal.ONE) == 0 && distance.scale() == 0;
    }
}
