package counterpart.report.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Slanted lines from one month to the right end, drawn one by one since a pattern would not print everywhere. */
final class Hatch extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1L;
    private static final double STEP = 5;

    private final double from;

    Hatch(double from) {
        this.from = from;
    }

    @Override
    public void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis months,
            ValueAxis values,
            int index,
            PlotRenderingInfo info) {
        double left = months.valueToJava2D(from, area, RectangleEdge.BOTTOM);
        double width = area.getMaxX() - left;
        double height = area.getHeight();
        graphics.setPaint(Color.decode(Theme.HATCH));
        graphics.setStroke(ChartFonts.stroke(0.5));
        for (double offset = -height; offset < width; offset += STEP) {
            graphics.draw(new Line2D.Double(
                    left + Math.max(0, offset),
                    area.getMaxY() - Math.max(0, -offset),
                    left + Math.min(width, offset + height),
                    area.getMaxY() - Math.min(height, width - offset)));
        }
    }
}
