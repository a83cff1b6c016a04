package counterpart.report.pdf;

import java.util.List;

/** The value axis of a chart: round steps around all that it must hold. */
record ValueScale(double low, double high, double step) {
    /** @param ticks about how many steps there may be */
    static ValueScale of(List<Double> values, int ticks) {
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double span = most - least;
        if (span <= 0) {
            span = Math.max(Math.abs(most) / 10, 1);
            least -= span / 2;
            most += span / 2;
        }
        double step = step(span / ticks);
        double low = Math.floor(least / step + 1e-9) * step;
        double high = Math.ceil(most / step - 1e-9) * step;
        return new ValueScale(low, high, step);
    }

    boolean holds(double value) {
        return value >= low - step * 1e-6 && value <= high + step * 1e-6;
    }

    /** The next of 1, 2, 5 times a power of ten. */
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
