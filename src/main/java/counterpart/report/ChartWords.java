package counterpart.report;

import counterpart.measure.MeasureDefinition;
import counterpart.measure.MeasureDefinition.Direction;
import counterpart.measure.Score;
import counterpart.partner.Target;
import java.math.BigDecimal;
import java.util.Locale;

/** The words and numbers on a control chart. */
public final class ChartWords {
    /** What stands over the hatched months. */
    public static final String RUN_OUT = "Run-out, not complete";

    private ChartWords() {}

    /** A tick of the value axis with no more digits than its step needs: {@code $380}, {@code 7.5%}, {@code 30,000}. */
    public static String tick(Score score, double value, double step) {
        int digits = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        String number = String.format(Locale.US, "%,." + digits + "f", Math.abs(value));
        String sign = value < 0 && !number.matches("[0.]+") ? "\u2212" : "";
        return switch (score.definition().unit()) {
            case DOLLARS -> sign + "$" + number;
            case PERCENT -> sign + number + "%";
            case DAYS, COUNT -> sign + number;
        };
    }

    /** {@code Upper 8.3%}. */
    public static String label(String line, Score score, double value) {
        return line + " " + NumberFormats.value(score.definition(), BigDecimal.valueOf(value));
    }

    /** The values at which a target is met: one, or the two edges of a corridor. */
    public static double[] targetLines(Score score) {
        Target terms = score.target();
        double target = terms.target().doubleValue();
        double tolerance = terms.tolerance().doubleValue();
        return score.definition().direction() == Direction.NEITHER
                ? new double[] {target - tolerance, target + tolerance}
                : new double[] {target};
    }

    /** {@code Target ≤ 7.0%}. */
    public static String target(Score score) {
        MeasureDefinition measure = score.definition();
        return "Target " + NumberFormats.target(measure, score.target().target());
    }

    /** {@code Oct 8.5%}. */
    public static String latest(Score score) {
        return NumberFormats.monthName(score.month()) + " " + MeasureWords.actual(score);
    }

    /** {@code New claim edits, Jan 26}. */
    public static String rebase(Target.Rebase rebase) {
        return rebase.reason() + ", " + NumberFormats.chartMonth(rebase.from());
    }
}
