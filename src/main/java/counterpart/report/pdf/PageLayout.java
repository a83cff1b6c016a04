package counterpart.report.pdf;

import counterpart.report.EditionDraft;
import counterpart.report.ScorecardPage;
import counterpart.report.SummaryPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Lengths that the style sheet cannot know: how high the tiles' heads are so that their values stand on one line, and
 * where a long scorecard goes on to the next page with its heading. Lengths are points.
 */
public final class PageLayout {
    private static final double TEXT_WIDTH = 534;
    private static final int FEWEST_PLACES = 3;
    private static final double TILE_GAP = 8;
    private static final double TILE_PADDING = 11;
    private static final double PAGE_HEIGHT = 694;
    private static final double TABLE_HEAD = 26;
    private static final double MESSAGE_LINE = 18.6;
    private static final double INTRODUCTION_LINE = 12.6;
    /** What a page keeps free, so that a rounded length does not push a row over its end. */
    private static final double SPARE = 8;

    private static final double GROUP_HEIGHT = 15.5;
    private static final double MEASURE_COLUMN = 120;

    private final PageFonts fonts;
    private final EditionDraft draft;
    private final Tightness summary;
    private final Tightness scorecard;

    /** How close a part of the edition is set. */
    enum Tightness {
        ROOMY,
        SNUG,
        CLOSE;

        private String cssClass(String part) {
            return part + "-" + name().toLowerCase(Locale.ROOT);
        }
    }

    PageLayout(PageFonts fonts, EditionDraft draft, Tightness summary, Tightness scorecard) {
        this.fonts = fonts;
        this.draft = draft;
        this.summary = summary;
        this.scorecard = scorecard;
    }

    /** The class of page 1. */
    public String summaryClass() {
        return "sheet " + summary.cssClass("summary");
    }

    /** The class of the scorecard's pages. */
    public String scorecardClass() {
        return "page " + scorecard.cssClass("scorecard");
    }

    /** Numbers of the empty places to the right of so few tiles that they would grow too wide. */
    public List<Integer> spareTiles() {
        int tiles = draft.summary().tiles().size();
        return IntStream.range(tiles, FEWEST_PLACES).boxed().toList();
    }

    /** Room for the longest of the tiles' titles. */
    public String tileTitleHeight() {
        double width = tileWidth();
        return height(most(tile -> fonts.lines(tile.title(), 600, 9.2, width)), 10.6);
    }

    /** Room for the longest of the tiles' units with their basis. */
    public String tileNoteHeight() {
        double width = tileWidth();
        return height(
                most(tile -> fonts.lines(tile.unit(), 400, 8, width) + fonts.lines(tile.basis(), 400, 8, width)), 9.5);
    }

    /** The scorecard's groups, cut into pages where they do not fit one. */
    public List<List<ScorecardPage.Group>> sheets() {
        List<List<ScorecardPage.Group>> sheets = new ArrayList<>();
        List<ScorecardPage.Group> sheet = new ArrayList<>();
        double room = PAGE_HEIGHT - TABLE_HEAD - SPARE;
        double used = introductionHeight();
        for (ScorecardPage.Group group : draft.scorecard().groups()) {
            List<ScorecardPage.Row> rows = new ArrayList<>();
            used += GROUP_HEIGHT;
            for (ScorecardPage.Row row : group.rows()) {
                double height = rowHeight(row);
                if (used + height > room) {
                    close(sheet, group.perspective(), rows);
                    sheets.add(sheet);
                    sheet = new ArrayList<>();
                    rows = new ArrayList<>();
                    used = MESSAGE_LINE + GROUP_HEIGHT;
                }
                rows.add(row);
                used += height;
            }
            close(sheet, group.perspective(), rows);
        }
        sheets.add(sheet);
        return sheets;
    }

    private static void close(List<ScorecardPage.Group> sheet, String perspective, List<ScorecardPage.Row> rows) {
        if (!rows.isEmpty()) {
            sheet.add(new ScorecardPage.Group(perspective, rows));
        }
    }

    private double introductionHeight() {
        ScorecardPage page = draft.scorecard();
        return fonts.lines(page.message(), 600, 15.5, TEXT_WIDTH) * MESSAGE_LINE
                + fonts.lines(page.introduction(), 400, 10, TEXT_WIDTH) * INTRODUCTION_LINE
                + SPARE;
    }

    private double rowHeight(ScorecardPage.Row row) {
        int titleLines = fonts.lines(row.title(), 600, 9.2, MEASURE_COLUMN);
        int noteLines =
                fonts.lines(row.unit(), 400, 8, MEASURE_COLUMN) + fonts.lines(row.basis(), 400, 8, MEASURE_COLUMN);
        boolean isClose = scorecard == Tightness.CLOSE;
        double stretch = isClose ? 1.06 : 1.14;
        double padding = isClose ? 4.3 : 6;
        return Math.max(24, (titleLines + noteLines) * 9.2 * stretch + padding);
    }

    private int most(ToIntFunction<SummaryPage.Tile> lines) {
        return draft.summary().tiles().stream().mapToInt(lines).max().orElse(1);
    }

    private double tileWidth() {
        int places = Math.max(FEWEST_PLACES, draft.summary().tiles().size());
        return (TEXT_WIDTH - (places - 1) * TILE_GAP) / places - TILE_PADDING;
    }

    private static String height(int lines, double line) {
        return "height: " + Drawing.n(lines * line) + "pt";
    }
}
