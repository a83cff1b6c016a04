package counterpart.report.pdf;

import counterpart.report.ControlChart.Mark;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Draws months as shapes that say their signal: the first series complete months, the second months in run-out. */
final class PointRenderer extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1L;
    private static final int COMPLETE = 0;

    @SuppressWarnings("serial") // never written anywhere
    private final List<Mark> marks;

    PointRenderer(List<Mark> marks) {
        super(true, true);
        this.marks = List.copyOf(marks);
        setUseFillPaint(true);
        setDrawOutlines(true);
        setUseOutlinePaint(true);
        for (int series = 0; series < 2; series++) {
            setSeriesPaint(series, Color.decode(Theme.LINE));
            setSeriesOutlineStroke(series, ChartFonts.stroke(series == COMPLETE ? 0.5 : 1));
        }
        setSeriesStroke(COMPLETE, ChartFonts.stroke(1));
        setSeriesStroke(1, ChartFonts.stroke(0.9, 2, 2));
    }

    private Mark mark(int series, int item) {
        return series == COMPLETE ? marks.get(item) : Mark.RUN_OUT;
    }

    @Override
    public Shape getItemShape(int series, int item) {
        return switch (mark(series, item)) {
            case WORSENING -> diamond();
            case IMPROVING, CHANGED -> new Rectangle2D.Double(-2.7, -2.7, 5.4, 5.4);
            case RUN_OUT -> new Ellipse2D.Double(-2.5, -2.5, 5, 5);
            case ROUTINE -> new Ellipse2D.Double(-2.2, -2.2, 4.4, 4.4);
        };
    }

    @Override
    public Paint getItemFillPaint(int series, int item) {
        return Color.decode(
                switch (mark(series, item)) {
                    case WORSENING -> Theme.BAD;
                    case IMPROVING -> Theme.GOOD;
                    case RUN_OUT -> Theme.WHITE;
                    case ROUTINE, CHANGED -> Theme.ROUTINE;
                });
    }

    @Override
    public Paint getItemOutlinePaint(int series, int item) {
        return Color.decode(mark(series, item) == Mark.RUN_OUT ? Theme.ROUTINE : Theme.WHITE);
    }

    private static Shape diamond() {
        Path2D path = new Path2D.Double();
        path.moveTo(0, -3.6);
        path.lineTo(3.6, 0);
        path.lineTo(0, 3.6);
        path.lineTo(-3.6, 0);
        path.closePath();
        return path;
    }
}
