package counterpart.report.pdf;

import counterpart.report.SignalsPage;
import java.util.ArrayList;
import java.util.List;

/** How many charts the page of signals holds, and how high they are. Lengths are points. */
public final class SignalsFit {
    private static final double PAGE_HEIGHT = 694;
    private static final double TEXT_WIDTH = 534;
    private static final double PANEL_WIDTH = 259;
    private static final double SPARE = 8;
    private static final double LEAST_CHART = 75;
    private static final double MOST_CHART = 162;
    private static final double HEAD_LINE = 13;
    private static final double SUBTITLE_LINE = 10.6;
    private static final double SIGN_LINE = 9.9;
    private static final double PANEL_EXTRA = 4.2 + 3 + 10;
    private static final double TABLE_HEAD = 13.4 + 14.2 + 6;

    private final PageFonts fonts;
    private final SignalsPage page;
    private final double chart;

    private SignalsFit(PageFonts fonts, SignalsPage page, double chart) {
        this.fonts = fonts;
        this.page = page;
        this.chart = chart;
    }

    /** As many of the page's charts as fit it when each is high enough to be read. */
    static SignalsFit of(PageFonts fonts, SignalsPage whole) {
        for (int panels = whole.panels().size(); panels > 2; panels = panels > 4 ? 4 : panels - 1) {
            SignalsFit fit = measured(fonts, whole.of(panels));
            if (fit.chart >= LEAST_CHART) {
                return fit;
            }
        }
        return measured(fonts, whole.of(2));
    }

    private static SignalsFit measured(PageFonts fonts, SignalsPage page) {
        SignalsFit fixed = new SignalsFit(fonts, page, 0);
        int rows = fixed.rows().size();
        double left = PAGE_HEIGHT - SPARE - fixed.height();
        return new SignalsFit(fonts, page, rows == 0 ? 0 : Math.min(MOST_CHART, Math.floor(left / rows)));
    }

    /** The page with the charts that fit. */
    public SignalsPage page() {
        return page;
    }

    /** The panels two by two; the last row may hold one. */
    public List<List<SignalsPage.Panel>> rows() {
        List<List<SignalsPage.Panel>> rows = new ArrayList<>();
        for (int i = 0; i < page.panels().size(); i += 2) {
            rows.add(page.panels().subList(i, Math.min(i + 2, page.panels().size())));
        }
        return rows;
    }

    double chartHeight() {
        return chart;
    }

    /** The chart's size on the page. */
    public String chartSize() {
        return "height: " + Drawing.n(chart) + "pt";
    }

    /** Room for the longest headline of a row. */
    public String headHeight(List<SignalsPage.Panel> row) {
        return "height: " + Drawing.n(headLines(row) * HEAD_LINE) + "pt";
    }

    /** Everything but the charts. */
    private double height() {
        double height = fonts.lines(page.message(), 600, 15.5, TEXT_WIDTH) * 18.6
                + fonts.lines(page.introduction(), 400, 10, TEXT_WIDTH) * 12.6
                + 8;
        for (List<SignalsPage.Panel> row : rows()) {
            int subtitle = row.stream()
                    .mapToInt(panel -> fonts.lines(panel.subtitle(), 400, 8.6, PANEL_WIDTH))
                    .max()
                    .orElse(1);
            height += headLines(row) * HEAD_LINE + subtitle * SUBTITLE_LINE + signs(row) + PANEL_EXTRA;
        }
        height += TABLE_HEAD;
        for (SignalsPage.Row row : page.rows()) {
            int lines = Math.max(fonts.lines(row.title(), 600, 9, 102), fonts.lines(row.advice(), 400, 9, 158));
            height += lines * 9 * 1.18 + 4.6;
        }
        for (String line : page.notCharted()) {
            height += fonts.lines(line, 400, 8.6, TEXT_WIDTH) * 10.9;
        }
        return height + (page.notCharted().isEmpty() ? 0 : 15);
    }

    private int headLines(List<SignalsPage.Panel> row) {
        return row.stream()
                .mapToInt(panel -> fonts.lines(panel.headline(), 700, 11, PANEL_WIDTH))
                .max()
                .orElse(1);
    }

    private double signs(List<SignalsPage.Panel> row) {
        int lines = row.stream()
                .mapToInt(panel -> Math.max(
                        fonts.lines(panel.variationWords(), 600, 8.6, 100)
                                + fonts.lines(panel.variationRule(), 400, 8.6, 100),
                        fonts.lines(panel.assuranceWords(), 600, 8.6, 92) + fonts.lines(panel.target(), 400, 8.6, 92)))
                .max()
                .orElse(2);
        return Math.max(25.5, lines * SIGN_LINE + 3);
    }
}
