package counterpart.report.pdf;

import counterpart.measure.Chart.Phase;
import counterpart.measure.Score;
import counterpart.report.ChartWords;
import counterpart.report.ControlChart;
import counterpart.report.ControlChart.Mark;
import counterpart.report.ControlChart.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A control chart of up to 24 months: band and limits of each phase, average, target, months as shapes, run-out months
 * hollow on hatched ground, and every line named at its right end. One unit is one point on the page.
 */
final class ControlChartDrawing {
    static final int MONTHS = 24;
    static final double WIDTH = 259;
    private static final double LABELS = 66;
    private static final double LABEL_STEP = 9.3;
    private static final double MARGIN = 0.6;

    private final Score score;
    private final ControlChart chart;
    private final double height;
    private final YearMonth first;
    private final List<Point> points;
    private final int firstRunOut;
    private final double right = MONTHS - 1 + MARGIN;
    private final ValueScale scale;

    ControlChartDrawing(Score score, ControlChart chart, double height) {
        this.score = score;
        this.chart = chart;
        this.height = height;
        YearMonth newest = chart.points().get(chart.points().size() - 1).month();
        this.first = newest.minusMonths(MONTHS - 1L);
        this.points = chart.points().stream()
                .filter(point -> !point.month().isBefore(first))
                .toList();
        this.firstRunOut = points.stream()
                .filter(point -> point.mark() == Mark.RUN_OUT)
                .mapToInt(point -> x(point.month()))
                .min()
                .orElse(MONTHS);
        this.scale = ValueScale.of(shown(), ticks(height));
    }

    private static int ticks(double height) {
        return height < 120 ? 4 : 6;
    }

    String svg() {
        SvgCanvas canvas = new SvgCanvas(WIDTH, height);
        ChartRenderingInfo info = new ChartRenderingInfo();
        XYPlot plot = plot();
        JFreeChart drawn = new JFreeChart(null, ChartFonts.REGULAR, plot, false);
        drawn.setBackgroundPaint(Color.WHITE);
        drawn.setPadding(RectangleInsets.ZERO_INSETS);
        drawn.draw(canvas.graphics(), new Rectangle2D.Double(0, 0, WIDTH, height), info);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        canvas.graphics().setClip(null);
        notes(canvas, plot, area);
        labels(canvas, plot, area);
        return canvas.svg();
    }

    private XYPlot plot() {
        XYSeriesCollection series = new XYSeriesCollection();
        XYSeries complete = new XYSeries("complete");
        XYSeries runOut = new XYSeries("run-out");
        for (Point point : points) {
            if (scale.holds(point.value())) {
                (point.mark() == Mark.RUN_OUT ? runOut : complete).add(x(point.month()), point.value());
            }
        }
        series.addSeries(complete);
        series.addSeries(runOut);
        PointRenderer renderer = new PointRenderer(points.stream()
                .filter(point -> point.mark() != Mark.RUN_OUT && scale.holds(point.value()))
                .map(Point::mark)
                .toList());
        XYPlot plot = new XYPlot(
                series,
                ChartAxes.months(first, MONTHS, MARGIN),
                ChartAxes.values(scale, step -> ChartWords.tick(score, step, scale.step())),
                renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(Color.decode(Theme.HAIRLINE));
        plot.setRangeGridlineStroke(ChartFonts.stroke(0.4));
        plot.setDomainGridlinesVisible(false);
        plot.setInsets(new RectangleInsets(14, 0, 3, LABELS));
        plot.setAxisOffset(new RectangleInsets(0, 2, 0, 0));
        addRunOut(plot, renderer);
        for (int i = 0; i < chart.phases().size(); i++) {
            addPhase(renderer, chart.phases().get(i), end(i));
        }
        addTarget(renderer);
        return plot;
    }

    /** Where a phase ends on the axis of months: half a month before the next, or at the right edge. */
    private double end(int phase) {
        boolean isLast = phase == chart.phases().size() - 1;
        return isLast ? right : x(chart.phases().get(phase + 1).from()) - 0.5;
    }

    private void addPhase(PointRenderer renderer, Phase phase, double to) {
        if (to <= 0) {
            return;
        }
        double from = Math.max(-MARGIN, x(phase.from()) - 0.5);
        double bandTo = Math.min(to, firstRunOut == MONTHS ? right : firstRunOut - 0.5);
        Double lower = phase.lower();
        Double upper = phase.upper();
        if (lower != null && upper != null) {
            renderer.addAnnotation(
                    new XYBoxAnnotation(from, lower, bandTo, upper, null, null, Color.decode(Theme.CHART_BAND)),
                    Layer.BACKGROUND);
            for (double limit : new double[] {lower, upper}) {
                line(renderer, from, limit, to, Theme.ROUTINE, ChartFonts.stroke(0.7, 3, 2));
            }
        }
        line(renderer, from, phase.mean(), to, Theme.INK, ChartFonts.stroke(0.9));
    }

    private void addTarget(PointRenderer renderer) {
        for (double target : chart.targets()) {
            line(renderer, -MARGIN, target, right, Theme.NAVY, ChartFonts.stroke(1.3, 6, 2.5f));
        }
    }

    private static void line(
            PointRenderer renderer, double from, double value, double to, String color, java.awt.BasicStroke stroke) {
        renderer.addAnnotation(
                new XYLineAnnotation(from, value, to, value, stroke, Color.decode(color)), Layer.BACKGROUND);
    }

    private void addRunOut(XYPlot plot, PointRenderer renderer) {
        if (firstRunOut == MONTHS) {
            return;
        }
        IntervalMarker ground = new IntervalMarker(firstRunOut - 0.5, right, Color.decode(Theme.PANEL));
        ground.setAlpha(1f);
        plot.addDomainMarker(ground, Layer.BACKGROUND);
        renderer.addAnnotation(new Hatch(firstRunOut - 0.5), Layer.BACKGROUND);
    }

    private void notes(SvgCanvas canvas, XYPlot plot, Rectangle2D area) {
        if (firstRunOut < MONTHS) {
            canvas.text(
                    ChartWords.RUN_OUT, area.getMaxX(), area.getY() - 4, ChartFonts.REGULAR, Theme.INK_SECOND, true);
        }
        Phase phase = chart.phase();
        if (phase.reason() == null || x(phase.from()) < 1) {
            return;
        }
        double at = plot.getDomainAxis().valueToJava2D(x(phase.from()) - 0.5, area, RectangleEdge.BOTTOM);
        Graphics2D graphics = canvas.graphics();
        graphics.setPaint(Color.decode(Theme.INK_SECOND));
        graphics.setStroke(ChartFonts.stroke(0.6, 1.5f, 1.5f));
        graphics.draw(new Line2D.Double(at, area.getY() - 2, at, area.getMaxY()));
        boolean isLate = x(phase.from()) > MONTHS / 2;
        canvas.text(
                ChartWords.rebase(phase),
                isLate ? at - 3 : at + 3,
                area.getY() - 4,
                ChartFonts.REGULAR,
                Theme.INK_SECOND,
                isLate);
    }

    private void labels(SvgCanvas canvas, XYPlot plot, Rectangle2D area) {
        DoubleUnaryOperator y = value -> plot.getRangeAxis().valueToJava2D(value, area, RectangleEdge.LEFT);
        List<LineLabels.Label> labels = new ArrayList<>();
        Phase phase = chart.phase();
        Double lower = phase.lower();
        Double upper = phase.upper();
        if (lower != null && upper != null) {
            add(labels, y.applyAsDouble(upper), ChartWords.label("Upper", score, upper), Theme.INK_SECOND, false);
            add(labels, y.applyAsDouble(lower), ChartWords.label("Lower", score, lower), Theme.INK_SECOND, false);
        }
        add(labels, y.applyAsDouble(phase.mean()), ChartWords.label("Mean", score, phase.mean()), Theme.INK, false);
        List<Double> targets = chart.targets();
        for (int i = 0; i < targets.size(); i++) {
            double target = targets.get(i);
            String words = targets.size() == 1
                    ? ChartWords.target(score, target)
                    : ChartWords.label(i == 0 ? "From" : "To", score, target);
            add(labels, y.applyAsDouble(target), words, Theme.NAVY, true);
        }
        Point latest = chart.latest();
        add(labels, y.applyAsDouble(latest.value()), ChartWords.latest(score, latest), color(latest.mark()), true);
        for (LineLabels.Label label : LineLabels.apart(labels, area.getY() + 1, area.getMaxY(), LABEL_STEP)) {
            canvas.text(
                    label.text(),
                    area.getMaxX() + 5,
                    label.y() + 2.8,
                    label.bold() ? ChartFonts.BOLD : ChartFonts.REGULAR,
                    label.color(),
                    false);
        }
    }

    private static void add(List<LineLabels.Label> labels, double y, String text, String color, boolean bold) {
        labels.add(new LineLabels.Label(y, text, color, bold));
    }

    private static String color(Mark mark) {
        return switch (mark) {
            case IMPROVING -> Theme.GOOD_TEXT;
            case WORSENING -> Theme.BAD_TEXT;
            case ROUTINE, CHANGED, RUN_OUT -> Theme.INK;
        };
    }

    /** What the value axis must hold: months, limits and target; months in run-out only where they are not far off. */
    private List<Double> shown() {
        List<Double> shown = new ArrayList<>();
        points.stream().filter(point -> point.mark() != Mark.RUN_OUT).forEach(point -> shown.add(point.value()));
        for (int i = 0; i < chart.phases().size(); i++) {
            Phase phase = chart.phases().get(i);
            Double lower = phase.lower();
            Double upper = phase.upper();
            if (end(i) > 0 && lower != null && upper != null) {
                shown.addAll(List.of(phase.mean(), lower, upper));
            }
        }
        for (double target : chart.targets()) {
            shown.add(target);
        }
        double least = shown.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = shown.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double reach = (most - least) / 3;
        points.stream()
                .filter(point -> point.value() > least - reach && point.value() < most + reach)
                .forEach(point -> shown.add(point.value()));
        return shown;
    }

    private int x(YearMonth month) {
        return (int) ChronoUnit.MONTHS.between(first, month);
    }
}
