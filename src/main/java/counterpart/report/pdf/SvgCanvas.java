package counterpart.report.pdf;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A canvas on which Java's drawing calls become an SVG picture; one unit is one point on the page. */
final class SvgCanvas {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private final double width;
    private final double height;
    private final SVGGraphics2D graphics;

    SvgCanvas(double width, double height) {
        this.width = width;
        this.height = height;
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(NAMESPACE, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setPrecision(3);
        context.setComment(null);
        this.graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension((int) Math.ceil(width), (int) Math.ceil(height)));
    }

    Graphics2D graphics() {
        return graphics;
    }

    /** Writes a text that begins, or ends, at a point. */
    void text(String text, double x, double y, Font font, String color, boolean ends) {
        graphics.setFont(font);
        graphics.setPaint(Color.decode(color));
        graphics.drawString(text, (float) (ends ? x - ChartFonts.width(text, font) : x), (float) y);
    }

    /** The picture without a document type, which the page's reader would try to fetch. */
    String svg() {
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + Drawing.n(width) + " " + Drawing.n(height));
        StringWriter out = new StringWriter();
        try {
            graphics.stream(root, out, true, false);
        } catch (IOException e) {
            throw new UncheckedIOException("a chart could not be written", e);
        }
        return out.toString().replaceFirst("(?s)^.*?(?=<svg)", "");
    }
}
