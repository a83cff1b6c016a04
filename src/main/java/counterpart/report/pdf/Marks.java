package counterpart.report.pdf;

import counterpart.measure.Score;
import counterpart.measure.Status;
import counterpart.report.ControlChart;
import counterpart.report.ServicePage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The small pictures of the pages, as the templates ask for them: each a {@code data:} address of an SVG. */
public final class Marks {
    private static final double ICON_STEP = 16;

    /** One icon for each status, in order. */
    public String strip(List<Status> statuses) {
        Drawing drawing = new Drawing(stripWidth(statuses), 12);
        for (int i = 0; i < statuses.size(); i++) {
            drawing.placed(i * ICON_STEP, 0.5, TemplateFolder.svgBody("marks/" + iconFile(statuses.get(i))));
        }
        return address(drawing.svg());
    }

    /** The strip's width on the page. */
    public String stripSize(List<Status> statuses) {
        return "width: " + Drawing.n(stripWidth(statuses)) + "pt";
    }

    public String tileSpark(Score score) {
        return address(new Sparkline(score, 84, 22).svg());
    }

    public String rowSpark(Score score) {
        return address(new Sparkline(score, 62, 18).svg());
    }

    public String bullet(Score score) {
        return address(Bullet.svg(score));
    }

    /** A control chart of the height that its page gives it. */
    public String controlChart(Score score, ControlChart chart, SignalsFit fit) {
        return address(new ControlChartDrawing(score, chart, fit.chartHeight()).svg());
    }

    /** The calendar of files. */
    public String calendar(ServicePage.Calendar calendar) {
        return address(new FileCalendar(calendar).svg());
    }

    /** The calendar's height on the page. */
    public String calendarSize(ServicePage.Calendar calendar) {
        return "height: " + Drawing.n(new FileCalendar(calendar).height()) + "pt";
    }

    /** The filled part of a bar in a cell. */
    public String barWidth(double share, double whole) {
        return "width: " + Drawing.n(Math.max(0, Math.min(1, share)) * whole) + "pt";
    }

    /** The class that gives a status its icon and color. */
    public String cssClass(Status status) {
        return switch (status) {
            case ON_TARGET -> "on";
            case NEAR_TARGET -> "near";
            case OFF_TARGET -> "off";
            case NOT_SCORED -> "none";
        };
    }

    private static double stripWidth(List<Status> statuses) {
        return Math.max(1, statuses.size()) * ICON_STEP;
    }

    private static String iconFile(Status status) {
        return switch (status) {
            case ON_TARGET -> "on-target.svg";
            case NEAR_TARGET -> "near-target.svg";
            case OFF_TARGET -> "off-target.svg";
            case NOT_SCORED -> "not-scored.svg";
        };
    }

    private static String address(String svg) {
        String encoded = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        return "data:image/svg+xml;base64," + encoded;
    }
}
