package counterpart.report.pdf;

import counterpart.measure.MonthValue;
import counterpart.measure.Score;
import counterpart.measure.Status;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The last 24 months in the size of a word: the band of routine variation, complete months as a line, the scored month
 * as a mark whose shape is its signal, months in run-out as small rings. Months without a value break the line.
 */
final class Sparkline {
    static final int MONTHS = 24;
    private static final double MARGIN = 4;

    private final Score score;
    private final double width;
    private final double height;
    private final List<MonthValue> months;
    private final double low;
    private final double high;

    Sparkline(Score score, double width, double height) {
        this.score = score;
        this.width = width;
        this.height = height;
        List<MonthValue> history = score.history();
        this.months = history.subList(Math.max(0, history.size() - MONTHS), history.size());
        List<Double> shown = new ArrayList<>();
        months.stream().filter(Sparkline::isDrawn).forEach(month -> shown.add(value(month)));
        Double lower = score.signal().lower();
        Double upper = score.signal().upper();
        if (lower != null && upper != null && !shown.isEmpty()) {
            shown.add(lower);
            shown.add(upper);
        }
        this.low = shown.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        this.high = shown.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    String svg() {
        Drawing drawing = new Drawing(width, height);
        Double lower = score.signal().lower();
        Double upper = score.signal().upper();
        if (lower != null && upper != null && !months.isEmpty()) {
            drawing.rectangle(0, y(upper), width, Math.max(1, y(lower) - y(upper)), Theme.BAND);
        }
        lines().forEach(path -> drawing.path(path, Theme.LINE, 0.95));
        for (MonthValue month : months) {
            if (!month.complete() && month.hasValue()) {
                drawing.disc(x(month.month()), y(value(month)), 1.1, Theme.WHITE, Theme.LINE);
            }
        }
        months.stream()
                .filter(month -> isDrawn(month) && month.month().equals(score.month()))
                .forEach(month -> mark(drawing, x(month.month()), y(value(month))));
        return drawing.svg();
    }

    /** The line as one path for each unbroken run of complete months. */
    List<String> lines() {
        List<String> paths = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        YearMonth last = null;
        for (MonthValue month : months) {
            if (!isDrawn(month)) {
                continue;
            }
            boolean isNext = last != null && last.plusMonths(1).equals(month.month());
            if (!isNext && !path.isEmpty()) {
                paths.add(path.toString());
                path.setLength(0);
            }
            path.append(path.isEmpty() ? "M" : "L")
                    .append(Drawing.n(x(month.month())))
                    .append(' ')
                    .append(Drawing.n(y(value(month))));
            last = month.month();
        }
        if (!path.isEmpty()) {
            paths.add(path.toString());
        }
        return paths;
    }

    double x(YearMonth month) {
        YearMonth newest = months.get(months.size() - 1).month();
        long back = ChronoUnit.MONTHS.between(month, newest);
        return width - MARGIN - back * (width - MARGIN - 1) / (MONTHS - 1);
    }

    /** The height of a value; values beyond the complete months' range stay on its edge. */
    double y(double value) {
        if (high <= low) {
            return height / 2;
        }
        double share = Math.max(0, Math.min(1, (value - low) / (high - low)));
        return height - MARGIN - share * (height - 2 * MARGIN);
    }

    private void mark(Drawing drawing, double x, double y) {
        if (score.status() == Status.NOT_SCORED) {
            return;
        }
        switch (score.signal().kind()) {
            case IMPROVING -> drawing.shape(square(x, y, 3), Theme.GOOD, Theme.WHITE);
            case WORSENING -> drawing.shape(diamond(x, y, 3.6), Theme.BAD, Theme.WHITE);
            case CHANGED -> drawing.shape(square(x, y, 3), Theme.ROUTINE, Theme.WHITE);
            case ROUTINE, NOT_CHARTED -> drawing.disc(x, y, 2.3, Theme.ROUTINE, Theme.WHITE);
        }
    }

    private static String square(double x, double y, double half) {
        return "M" + Drawing.n(x - half) + " " + Drawing.n(y - half) + "H" + Drawing.n(x + half) + "V"
                + Drawing.n(y + half) + "H" + Drawing.n(x - half) + "Z";
    }

    private static String diamond(double x, double y, double half) {
        return "M" + Drawing.n(x) + " " + Drawing.n(y - half) + "L" + Drawing.n(x + half) + " " + Drawing.n(y) + "L"
                + Drawing.n(x) + " " + Drawing.n(y + half) + "L" + Drawing.n(x - half) + " " + Drawing.n(y) + "Z";
    }

    private static boolean isDrawn(MonthValue month) {
        return month.complete() && month.hasValue();
    }

    private double value(MonthValue month) {
        return month.value(score.definition().unit()).doubleValue();
    }
}
