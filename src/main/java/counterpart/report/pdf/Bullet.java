package counterpart.report.pdf;

import counterpart.measure.MeasureDefinition.Direction;
import counterpart.measure.Score;
import counterpart.measure.Status;
import counterpart.report.NumberFormats;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The progress bar of one row: 0 is the baseline, 1 the target, from -0.5 to 1.5, and right is better on every row.
 * Where the baseline already met the target the bar starts at 1 and a quarter of the scale is one tolerance.
 */
final class Bullet {
    static final double WIDTH = 88;
    static final double HEIGHT = 18;
    private static final double LEAST = -0.5;
    private static final double MOST = 1.5;

    private Bullet() {}

    static String svg(Score score) {
        Drawing drawing = new Drawing(WIDTH, HEIGHT);
        if (score.definition().direction() == Direction.NEITHER) {
            return drawing.line(x(0.4), HEIGHT / 2, x(0.6), HEIGHT / 2, Theme.ROUTINE, 0.8)
                    .svg();
        }
        boolean holds = holdsTarget(score);
        drawing.rectangle(0, 3, x(0), 12, Theme.TRACK_BEHIND)
                .rectangle(x(0), 3, x(1) - x(0), 12, Theme.TRACK)
                .rectangle(x(1), 3, WIDTH - x(1), 12, Theme.PANEL);
        Double progress = progress(score);
        if (progress != null && score.status() != Status.NOT_SCORED) {
            bar(drawing, score.status(), holds ? 1 : 0, progress);
        }
        if (!holds) {
            drawing.line(x(0), 2, x(0), HEIGHT - 2, Theme.ROUTINE, 0.9);
        }
        return drawing.line(x(1), 1, x(1), HEIGHT - 1, Theme.INK, 1.8).svg();
    }

    /** Where the value stands, as printed; none without a value. */
    static @Nullable Double progress(Score score) {
        BigDecimal value = score.value();
        if (value == null) {
            return null;
        }
        double actual = NumberFormats.rounded(score.definition(), value).doubleValue();
        double target = NumberFormats.rounded(score.definition(), score.target().target())
                .doubleValue();
        double baseline = NumberFormats.rounded(
                        score.definition(), score.target().baseline())
                .doubleValue();
        if (!holdsTarget(score)) {
            return (actual - baseline) / (target - baseline);
        }
        double better = score.definition().direction() == Direction.LOWER_IS_BETTER ? target - actual : actual - target;
        double tolerance = score.target().tolerance().doubleValue();
        double step = tolerance > 0 ? tolerance : Math.max(Math.abs(target) / 20, Double.MIN_NORMAL);
        return 1 + better / (2 * step);
    }

    /** The place of a progress on the page. */
    static double x(double progress) {
        double inside = Math.max(LEAST, Math.min(MOST, progress));
        return (inside - LEAST) / (MOST - LEAST) * WIDTH;
    }

    private static boolean holdsTarget(Score score) {
        return score.definition().direction() != Direction.NEITHER
                && NumberFormats.meets(
                        score.definition(),
                        score.target().baseline(),
                        score.target().target());
    }

    private static void bar(Drawing drawing, Status status, double start, double progress) {
        String fill = switch (status) {
            case ON_TARGET -> Theme.GOOD;
            case NEAR_TARGET -> Theme.NEAR_FILL;
            case OFF_TARGET, NOT_SCORED -> Theme.BAD;
        };
        String edge = status == Status.NEAR_TARGET ? Theme.NEAR_TEXT : fill;
        boolean pastRight = progress > MOST;
        boolean pastLeft = progress < LEAST;
        double left = pastLeft ? 4 : x(Math.min(start, progress));
        double right = pastRight ? WIDTH - 4 : x(Math.max(start, progress));
        drawing.outlined(left, 6.6, Math.max(right - left, 0.6), 4.8, fill, edge);
        if (pastRight) {
            drawing.shape(point(WIDTH - 4.4, WIDTH - 0.4), fill, edge);
        }
        if (pastLeft) {
            drawing.shape(point(4.4, 0.4), fill, edge);
        }
    }

    private static String point(double base, double tip) {
        return "M" + Drawing.n(base) + " 4.4L" + Drawing.n(tip) + " 9L" + Drawing.n(base) + " 13.6Z";
    }
}
