package counterpart.report.pdf;

import java.util.Locale;

/** How close a part of the edition is set. The lengths of page 1 are those of dashboard.css, in points. */
enum Tightness {
    ROOMY(
            new Lengths(16, 12, 8, 9, 10, 12, new Lengths.Type(9.4, 1.22, 5.7), new Lengths.Type(9.8, 1.25, 5.5), 7),
            new Lengths.Type(9.6, 1.27, 1.6)),
    SNUG(
            new Lengths(16, 9, 6, 8, 8, 8, new Lengths.Type(9.4, 1.22, 5.7), new Lengths.Type(9.5, 1.22, 4), 5),
            new Lengths.Type(9.3, 1.22, 1.6)),
    CLOSE(
            new Lengths(14, 8, 5, 7, 7, 6, new Lengths.Type(9, 1.17, 3.7), new Lengths.Type(8.8, 1.16, 3), 4),
            new Lengths.Type(8.6, 1.16, 1.6));

    private final Lengths lengths;
    private final Lengths.Type foot;

    Tightness(Lengths lengths, Lengths.Type foot) {
        this.lengths = lengths;
        this.foot = foot;
    }

    /**
     * Lengths of page 1.
     *
     * @param lede size of the one sentence at its head
     * @param ledeMargins above and below it
     * @param countsMargin below the line of counts
     * @param tilesMargin below the tiles
     * @param boxMargin below the box of decisions
     * @param boxPadding above and below in the box
     * @param row text in the box, with what a row adds to its lines
     * @param card text in the three columns, with what a card adds to its lines
     * @param columnsMargin below the columns
     */
    record Lengths(
            double lede,
            double ledeMargins,
            double countsMargin,
            double tilesMargin,
            double boxMargin,
            double boxPadding,
            Type row,
            Type card,
            double columnsMargin) {
        /** Size and line height of a text, and what a block of it adds. */
        record Type(double size, double stretch, double extra) {
            double height(int lines) {
                return lines * size * stretch + extra;
            }
        }
    }

    Lengths lengths() {
        return lengths;
    }

    /** Text of the two boxes at the foot of page 1. */
    Lengths.Type foot() {
        return foot;
    }

    /** The class under which the style sheet knows it. */
    String cssClass(String part) {
        return part + "-" + name().toLowerCase(Locale.ROOT);
    }
}
