package counterpart.report.pdf;

import counterpart.report.ScorecardPage;
import java.util.ArrayList;
import java.util.List;

/** Where a long scorecard goes on to the next page with its heading, and how close it is set. Lengths are points. */
final class ScorecardFit {
    private static final double TEXT_WIDTH = 534;
    private static final double PAGE_HEIGHT = 694;
    private static final double TABLE_HEAD = 26;
    private static final double MESSAGE_LINE = 18.6;
    private static final double INTRODUCTION_LINE = 12.6;
    /** What a page keeps free, so that a rounded length does not push a row over its end. */
    private static final double SPARE = 8;

    private static final double GROUP_HEIGHT = 15.5;
    private static final double MEASURE_COLUMN = 114;
    /** Legend of five lines, heading of the tally and the identity. */
    private static final double LEGEND = 13 + 5 * 11 + 13.2 + 14 + 15;

    private static final double LEGEND_LINE = 11;
    private static final double TALLY_COLUMN = 124;

    private final PageFonts fonts;
    private final ScorecardPage page;

    ScorecardFit(PageFonts fonts, ScorecardPage page) {
        this.fonts = fonts;
        this.page = page;
    }

    /** Set close only where that saves a page. */
    Tightness best() {
        return pages(Tightness.CLOSE) < pages(Tightness.ROOMY) ? Tightness.CLOSE : Tightness.ROOMY;
    }

    /** The groups, cut into pages where they do not fit one. */
    List<List<ScorecardPage.Group>> sheets(Tightness tightness) {
        List<List<ScorecardPage.Group>> sheets = new ArrayList<>();
        List<ScorecardPage.Group> sheet = new ArrayList<>();
        double room = PAGE_HEIGHT - TABLE_HEAD - SPARE;
        double used = introductionHeight();
        for (ScorecardPage.Group group : page.groups()) {
            List<ScorecardPage.Row> rows = new ArrayList<>();
            used += GROUP_HEIGHT;
            for (ScorecardPage.Row row : group.rows()) {
                double height = rowHeight(row, tightness);
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

    /** How many pages the rows, the legend and the tally take. */
    int pages(Tightness tightness) {
        List<List<ScorecardPage.Group>> sheets = sheets(tightness);
        double last = sheets.size() == 1 ? introductionHeight() : MESSAGE_LINE + SPARE;
        last += TABLE_HEAD;
        for (ScorecardPage.Group group : sheets.get(sheets.size() - 1)) {
            last += GROUP_HEIGHT;
            for (ScorecardPage.Row row : group.rows()) {
                last += rowHeight(row, tightness);
            }
        }
        return sheets.size() + (last + tallyHeight(tightness) > PAGE_HEIGHT ? 1 : 0);
    }

    private static void close(List<ScorecardPage.Group> sheet, String perspective, List<ScorecardPage.Row> rows) {
        if (!rows.isEmpty()) {
            sheet.add(new ScorecardPage.Group(perspective, rows));
        }
    }

    private double tallyHeight(Tightness tightness) {
        boolean isClose = tightness == Tightness.CLOSE;
        double size = isClose ? 8.6 : 9.4;
        double height = LEGEND + (page.holdsBaselineTarget() ? LEGEND_LINE : 0);
        for (ScorecardPage.TallyRow row : page.tally()) {
            int lines = 1;
            for (String cell : List.of(row.on(), row.near(), row.off(), row.notScored())) {
                lines = Math.max(lines, fonts.lines(cell, 400, size, TALLY_COLUMN));
            }
            height += lines * size * (isClose ? 1.15 : 1.22) + 5.7;
        }
        return height;
    }

    private double introductionHeight() {
        return fonts.lines(page.message(), 600, 15.5, TEXT_WIDTH) * MESSAGE_LINE
                + fonts.lines(page.introduction(), 400, 10, TEXT_WIDTH) * INTRODUCTION_LINE
                + SPARE;
    }

    private double rowHeight(ScorecardPage.Row row, Tightness tightness) {
        int titleLines = fonts.lines(row.title(), 600, 9.2, MEASURE_COLUMN);
        int noteLines =
                fonts.lines(row.unit(), 400, 8, MEASURE_COLUMN) + fonts.lines(row.basis(), 400, 8, MEASURE_COLUMN);
        boolean isClose = tightness == Tightness.CLOSE;
        double stretch = isClose ? 1.06 : 1.14;
        double padding = isClose ? 4.3 : 6;
        return Math.max(24, (titleLines + noteLines) * 9.2 * stretch + padding);
    }
}
