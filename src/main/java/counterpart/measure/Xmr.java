package counterpart.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The XmR chart of a series: average, natural limits, and what may be said of its newest point.
 *
 * <p>The limits are the mean plus and minus 2.66 times the mean moving range; moving ranges of 3.267 times their mean or
 * more are left out once before the mean is taken again (L. S. Nelson, 1982). Limits are clipped to what the measure can
 * be. With fewer than 12 points there are no limits, with fewer than 24 they are provisional.
 *
 * <p>Rules for a special cause, in the order in which they are named when several fire: a point outside a limit (1);
 * seven points rising or falling (3); two of three points beyond two thirds of the way to a limit, on one side (4); seven
 * points on one side of the average (2). A rule looks back only: what is said of a point never changes because of a
 * later one, but through the limits.
 */
final class Xmr {
    static final int FEWEST_FOR_MEAN = 6;
    static final int FEWEST_FOR_LIMITS = 12;
    static final int PREFERRED = 24;

    private static final double LIMIT_FACTOR = 2.66;
    private static final double SCREEN_FACTOR = 3.267;
    private static final int RUN = 7;

    private final double[] points;
    private final double mean;
    private final double reach;
    private final double floor;
    private final double ceiling;

    private Xmr(double[] points, double floor, double ceiling) {
        this.points = points;
        this.mean = Arrays.stream(points).average().orElse(Double.NaN);
        this.reach = LIMIT_FACTOR * meanMovingRange(points);
        this.floor = floor;
        this.ceiling = ceiling;
    }

    /**
     * @param points oldest first; only months that are complete
     * @param floor the least value the measure can take, perhaps negative infinity
     * @param ceiling the greatest, perhaps infinity
     * @throws IllegalArgumentException when there is no point
     */
    static Xmr of(double[] points, double floor, double ceiling) {
        if (points.length == 0) {
            throw new IllegalArgumentException("a chart needs at least one point");
        }
        return new Xmr(points.clone(), floor, ceiling);
    }

    /** A rule that fired. */
    record Cause(boolean upward, String words) {}

    boolean hasMean() {
        return points.length >= FEWEST_FOR_MEAN;
    }

    boolean hasLimits() {
        return points.length >= FEWEST_FOR_LIMITS;
    }

    boolean isProvisional() {
        return points.length < PREFERRED;
    }

    double mean() {
        return mean;
    }

    double lower() {
        return Math.max(floor, mean - reach);
    }

    double upper() {
        return Math.min(ceiling, mean + reach);
    }

    /** How many points in a row, to the newest, lie on the newest point's side of the average; 0 when it lies on it. */
    int sideRun() {
        return sideRun(points.length - 1);
    }

    /** What is said of the newest point; nothing when its variation is routine or there are no limits. */
    @Nullable
    Cause newest() {
        return causeAt(points.length - 1);
    }

    /** What was said of the point before the newest, against the same limits. */
    @Nullable
    Cause before() {
        return causeAt(points.length - 2);
    }

    int size() {
        return points.length;
    }

    double point(int i) {
        return points[i];
    }

    /** What is said of a point, looking back from it; nothing when its variation is routine. */
    @Nullable
    Cause causeAt(int i) {
        if (!hasLimits() || i < 0) {
            return null;
        }
        if (points[i] > upper() || points[i] < lower()) {
            boolean above = points[i] > mean;
            return new Cause(above, above ? "above its upper natural limit" : "below its lower natural limit");
        }
        int trend = trendTo(i);
        if (trend != 0) {
            return new Cause(trend > 0, trend > 0 ? "seven months rising" : "seven months falling");
        }
        int near = nearLimitAt(i);
        if (near != 0) {
            return new Cause(
                    near > 0,
                    near > 0 ? "two of three months near its upper limit" : "two of three months near its lower limit");
        }
        if (sideRun(i) >= RUN) {
            boolean above = points[i] > mean;
            return new Cause(above, sideRun(i) + " months in a row " + (above ? "above" : "below") + " its average");
        }
        return null;
    }

    private int sideRun(int newest) {
        double side = Math.signum(points[newest] - mean);
        int run = 0;
        for (int i = newest; i >= 0 && side != 0 && Math.signum(points[i] - mean) == side; i--) {
            run++;
        }
        return run;
    }

    /** 1 when the seven points that end here rise from each to the next, -1 when they fall, else 0. */
    private int trendTo(int end) {
        if (end < RUN - 1) {
            return 0;
        }
        double direction = Math.signum(points[end] - points[end - 1]);
        for (int i = end - 1; i > end - RUN + 1; i--) {
            if (Math.signum(points[i] - points[i - 1]) != direction) {
                return 0;
            }
        }
        return (int) direction;
    }

    /** The side on which this point and at least one of the two before it lie near a limit; 0 when there is none. */
    private int nearLimitAt(int end) {
        if (end < 2) {
            return 0;
        }
        int side = nearSide(points[end]);
        return side != 0 && (nearSide(points[end - 1]) == side || nearSide(points[end - 2]) == side) ? side : 0;
    }

    private int nearSide(double point) {
        double near = reach * 2 / 3;
        if (reach == 0) {
            return 0;
        }
        return point > mean + near ? 1 : point < mean - near ? -1 : 0;
    }

    private static double meanMovingRange(double[] points) {
        List<Double> ranges = new ArrayList<>();
        for (int i = 1; i < points.length; i++) {
            ranges.add(Math.abs(points[i] - points[i - 1]));
        }
        double first = mean(ranges);
        return mean(ranges.stream().filter(r -> r < SCREEN_FACTOR * first).toList());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
