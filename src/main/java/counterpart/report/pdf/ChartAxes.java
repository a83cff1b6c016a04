package counterpart.report.pdf;

import counterpart.report.NumberFormats;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/** The two axes of a control chart. */
final class ChartAxes {
    private static final double VALUES_WIDTH = 32;
    private static final int MONTHS_A_TICK = 6;

    private ChartAxes() {}

    /** Months from 0; every sixth is named, and the newest. */
    static NumberAxis months(YearMonth first, int months, double margin) {
        NumberAxis axis = new NumberAxis() {
            private static final long serialVersionUID = 1L;

            @Override
            public List<Tick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
                List<Tick> ticks = new ArrayList<>();
                for (int month = (months - 1) % MONTHS_A_TICK; month < months; month += MONTHS_A_TICK) {
                    String name = NumberFormats.chartMonth(first.plusMonths(month));
                    ticks.add(new NumberTick(month, name, TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0));
                }
                return ticks;
            }
        };
        axis.setRange(-margin, months - 1 + margin);
        axis.setTickLabelFont(ChartFonts.REGULAR);
        axis.setTickLabelPaint(Color.decode(Theme.INK));
        axis.setAxisLinePaint(Color.decode(Theme.INK_SECOND));
        axis.setAxisLineStroke(ChartFonts.stroke(0.8));
        axis.setTickMarkPaint(Color.decode(Theme.INK_SECOND));
        axis.setTickMarkStroke(ChartFonts.stroke(0.6));
        axis.setTickMarkOutsideLength(3);
        return axis;
    }

    static NumberAxis values(ValueScale scale, DoubleFunction<String> words) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(scale.low(), scale.high());
        axis.setTickUnit(new NumberTickUnit(scale.step()));
        axis.setTickLabelFont(ChartFonts.REGULAR);
        axis.setTickLabelPaint(Color.decode(Theme.INK_SECOND));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setFixedDimension(VALUES_WIDTH);
        axis.setNumberFormatOverride(new WordFormat(words));
        return axis;
    }

    /** Writes ticks as the page writes values. */
    private static final class WordFormat extends NumberFormat {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never written anywhere
        private final DoubleFunction<String> words;

        private WordFormat(DoubleFunction<String> words) {
            this.words = words;
        }

        @Override
        public StringBuffer format(double value, StringBuffer out, FieldPosition position) {
            return out.append(words.apply(value));
        }

        @Override
        public StringBuffer format(long value, StringBuffer out, FieldPosition position) {
            return format((double) value, out, position);
        }

        @Override
        public @Nullable Number parse(String text, ParsePosition position) {
            return null;
        }
    }
}
