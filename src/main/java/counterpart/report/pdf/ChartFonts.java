package counterpart.report.pdf;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Fonts and strokes of the charts. Java's own font code measures; the page's font is what is printed. */
final class ChartFonts {
    static final Font REGULAR;
    static final Font BOLD;
    private static final float SIZE = 8.2f;

    static {
        System.setProperty("java.awt.headless", "true");
        register("fonts/SourceSans3-Regular.ttf");
        register("fonts/SourceSans3-Bold.ttf");
        REGULAR = new Font("Source Sans 3", Font.PLAIN, 8).deriveFont(SIZE);
        BOLD = new Font("Source Sans 3", Font.BOLD, 8).deriveFont(SIZE);
    }

    private ChartFonts() {}

    static double width(String text, Font font) {
        return font.getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();
    }

    /** A line of a weight in points, whole or in dashes. */
    static BasicStroke stroke(double weight, float... dash) {
        return dash.length == 0
                ? new BasicStroke((float) weight, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke((float) weight, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0);
    }

    private static void register(String file) {
        try {
            Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(TemplateFolder.read(file)));
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
        } catch (FontFormatException | IOException e) {
            throw new IllegalStateException("the font templates/" + file + " of this build cannot be used", e);
        }
    }
}
