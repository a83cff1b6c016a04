package counterpart.report.pdf;

import counterpart.report.SummaryPage;
import java.util.List;
import java.util.function.ToIntFunction;

/** How high the tiles of page 1 and their heads must be so that their values stand on one line. Lengths are points. */
final class TileFit {
    private static final double TEXT_WIDTH = 534;
    private static final int FEWEST_PLACES = 3;
    private static final double GAP = 8;
    private static final double PADDING = 11;
    private static final double TITLE_LINE = 10.6;
    private static final double NOTE_LINE = 9.5;
    private static final double LINE = 10.5;

    private final PageFonts fonts;
    private final List<SummaryPage.Tile> tiles;

    TileFit(PageFonts fonts, List<SummaryPage.Tile> tiles) {
        this.fonts = fonts;
        this.tiles = tiles;
    }

    /** Tiles side by side, with the empty places to the right of so few that they would grow too wide. */
    int places() {
        return Math.max(FEWEST_PLACES, tiles.size());
    }

    /** Room for the longest of the titles. */
    double title() {
        return most(tile -> fonts.lines(tile.title(), 600, 9.2, width())) * TITLE_LINE;
    }

    /** Room for the longest of the units with their basis. */
    double note() {
        return most(tile -> fonts.lines(tile.unit(), 400, 8, width()) + fonts.lines(tile.basis(), 400, 8, width()))
                * NOTE_LINE;
    }

    double height() {
        int lines = most(tile -> fonts.lines(tile.target(), 400, 8.4, width())
                + (tile.change().isEmpty() ? 0 : fonts.lines(tile.change(), 400, 8.4, width())));
        return 2.4 + 10 + title() + 23.1 + note() + 27 + (lines + 1) * LINE + 1.5;
    }

    private int most(ToIntFunction<SummaryPage.Tile> lines) {
        return tiles.stream().mapToInt(lines).max().orElse(1);
    }

    private double width() {
        return (TEXT_WIDTH - (places() - 1) * GAP) / places() - PADDING;
    }
}
