package counterpart.report;

import counterpart.measure.Chart;
import counterpart.measure.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** The words and numbers on a control chart. */
public final class ChartWords {
    /** What stands over the hatched months. */
    public static final String RUN_OUT = "Run-out, estimated";

    private ChartWords() {}

    /** A tick of the value axis with no more digits than its step needs: {@code $380}, {@code 7.5%}, {@code 30,000}. */
    public static String tick(Score score, double value, double step) {
        int digits = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        String number = String.format(Locale.US, "%,." + digits + "f", Math.abs(value));
        String sign = value < 0 && !number.matches("[0.]+") ? "\u2212" : "";
        if (score.chart().basis() == Chart.Basis.FAILURES) {
            return sign + number;
        }
        return switch (score.definition().unit()) {
            case DOLLARS -> sign + "$" + number;
            case PERCENT -> sign + number + "%";
            case DAYS, COUNT, PER_THOUSAND -> sign + number;
        };
    }

    /** {@code Upper 8.3%}. */
    public static String label(String line, Score score, double value) {
        return line + " " + number(score, value);
    }

    /** A value in the unit of the chart's points. */
    static String number(Score score, double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return score.chart().basis() == Chart.Basis.FAILURES
                ? exact.setScale(1, RoundingMode.HALF_UP).toPlainString()
                : NumberFormats.value(score.definition(), exact);
    }

    /** {@code Target ≤ 7.0%}, in the unit of the chart's points. */
    public static String target(Score score, double target) {
        return score.chart().basis() == Chart.Basis.FAILURE_RATE
                ? "Target \u2264\u00a0" + number(score, target)
                : "Target " + NumberFormats.target(score.definition(), BigDecimal.valueOf(target));
    }

    /** {@code Oct 8.5%}. */
    public static String latest(Score score, ControlChart.Point point) {
        String value = score.chart().basis() == Chart.Basis.VALUE
                ? MeasureWords.actual(score)
                : score.chart().basis() == Chart.Basis.FAILURES
                        ? NumberFormats.count(Math.round(point.value()))
                        : number(score, point.value());
        return NumberFormats.monthName(point.month()) + " " + value;
    }

    /** {@code New claim edits, Jan 26}. */
    public static String rebase(Chart.Phase phase) {
        return phase.reason() + ", " + NumberFormats.chartMonth(phase.from());
    }
}
