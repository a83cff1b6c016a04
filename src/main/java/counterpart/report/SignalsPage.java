package counterpart.report;

import counterpart.measure.Score;
import java.util.List;

/**
 * The page of control charts, ready to be printed: every string is final.
 *
 * @param panels as many as there are measures to chart, the most telling first; the page shows as many as fit
 * @param notCharted measures without a chart, with the reason; empty when all have one
 */
public record SignalsPage(
        String message, String introduction, List<Panel> panels, List<Row> rows, List<String> notCharted) {
    /** Charts of which the page shows no more. */
    public static final int MOST_PANELS = 6;

    /**
     * One chart.
     *
     * @param variation the icon's name, for example {@code worsening-high}
     * @param assurance the icon's name, for example {@code will-miss}
     */
    public record Panel(
            String headline,
            String subtitle,
            String variation,
            String variationWords,
            String variationRule,
            String assurance,
            String assuranceWords,
            String target,
            String alt,
            ControlChart chart,
            Score score) {}

    /** The numbers behind one chart, and what to do about it. */
    public record Row(String title, String latest, String target, String average, String range, String advice) {}

    public SignalsPage {
        panels = List.copyOf(panels);
        rows = List.copyOf(rows);
        notCharted = List.copyOf(notCharted);
    }

    /** The same page with the first so many panels and their rows. */
    public SignalsPage of(int most) {
        return new SignalsPage(
                message,
                introduction,
                panels.subList(0, Math.min(most, panels.size())),
                rows.subList(0, Math.min(most, rows.size())),
                notCharted);
    }
}
