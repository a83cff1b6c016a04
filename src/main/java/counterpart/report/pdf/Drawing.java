package counterpart.report.pdf;

import java.util.Locale;

/** A small SVG picture; one unit is one point on the page. Strokes and fills are opaque. */
final class Drawing {
    private final double width;
    private final double height;
    private final StringBuilder body = new StringBuilder();

    Drawing(double width, double height) {
        this.width = width;
        this.height = height;
    }

    Drawing rectangle(double x, double y, double w, double h, String fill) {
        return add("<rect x='%s' y='%s' width='%s' height='%s' fill='%s'/>", n(x), n(y), n(w), n(h), fill);
    }

    Drawing outlined(double x, double y, double w, double h, String fill, String stroke) {
        return add(
                "<rect x='%s' y='%s' width='%s' height='%s' fill='%s' stroke='%s' stroke-width='0.8'/>",
                n(x), n(y), n(w), n(h), fill, stroke);
    }

    Drawing line(double x1, double y1, double x2, double y2, String stroke, double weight) {
        return add(
                "<line x1='%s' y1='%s' x2='%s' y2='%s' stroke='%s' stroke-width='%s'/>",
                n(x1), n(y1), n(x2), n(y2), stroke, n(weight));
    }

    Drawing path(String path, String stroke, double weight) {
        return add(
                "<path d='%s' fill='none' stroke='%s' stroke-width='%s' stroke-linejoin='round'/>",
                path, stroke, n(weight));
    }

    /** A filled shape with a thin edge that lifts it from what lies beneath. */
    Drawing shape(String path, String fill, String edge) {
        return add("<path d='%s' fill='%s' stroke='%s' stroke-width='0.6' stroke-linejoin='round'/>", path, fill, edge);
    }

    Drawing disc(double x, double y, double radius, String fill, String stroke) {
        return add(
                "<circle cx='%s' cy='%s' r='%s' fill='%s' stroke='%s' stroke-width='0.7'/>",
                n(x), n(y), n(radius), fill, stroke);
    }

    /** Writes a text; it must hold none of the characters that XML needs for itself, or they are replaced. */
    Drawing text(double x, double y, String text, double size, String fill, String anchor, boolean bold) {
        String safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return add(
                "<text x='%s' y='%s' font-family='Source Sans 3' font-size='%s' fill='%s' text-anchor='%s'"
                        + " font-weight='%s'>%s</text>",
                n(x), n(y), n(size), fill, anchor, bold ? "700" : "400", safe);
    }

    /** Puts finished SVG elements at a place. */
    Drawing placed(double x, double y, String elements) {
        return add("<g transform='translate(%s,%s)'>%s</g>", n(x), n(y), elements);
    }

    String svg() {
        return String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' width='%s' height='%s' viewBox='0 0 %s %s'>%s</svg>",
                n(width),
                n(height),
                n(width),
                n(height),
                body);
    }

    /** A coordinate in hundredths of a point, without needless digits. */
    static String n(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "").replaceAll("^-0$", "0");
    }

    private Drawing add(String form, Object... values) {
        body.append(String.format(Locale.ROOT, form, values));
        return this;
    }
}
