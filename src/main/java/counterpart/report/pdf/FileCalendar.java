package counterpart.report.pdf;

import counterpart.measure.ServiceDetail;
import counterpart.report.ServicePage;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.List;

/** Files by feed and day as shapes: disc on time, square late, cross missing, small triangle held or refused. */
final class FileCalendar {
    static final double WIDTH = 534;
    private static final double NAMES = 128;
    private static final double STEP = 13;
    private static final double ROW = 14;
    private static final double HEAD = 13;
    private static final double FOOT = 14;
    private static final int MOST_A_DAY = 3;

    private final ServicePage.Calendar calendar;

    FileCalendar(ServicePage.Calendar calendar) {
        this.calendar = calendar;
    }

    double height() {
        return HEAD + calendar.lines().size() * ROW + FOOT;
    }

    String svg() {
        Drawing drawing = new Drawing(WIDTH, height());
        YearMonth month = calendar.month();
        double bottom = HEAD + calendar.lines().size() * ROW;
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            DayOfWeek weekday = month.atDay(day).getDayOfWeek();
            boolean isWeekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
            if (isWeekend) {
                drawing.rectangle(x(day) - STEP / 2, HEAD, STEP, bottom - HEAD, Theme.PANEL);
            }
            drawing.text(x(day), 9.5, String.valueOf(day), 8, Theme.INK_SECOND, "middle", false);
        }
        for (int line = 0; line < calendar.lines().size(); line++) {
            line(drawing, calendar.lines().get(line), HEAD + line * ROW);
        }
        legend(drawing, bottom + 9);
        return drawing.svg();
    }

    private static void line(Drawing drawing, ServicePage.Line line, double top) {
        drawing.line(0, top, WIDTH, top, Theme.HAIRLINE, 0.5);
        drawing.text(0, top + 10, line.name(), 8.6, Theme.INK, "start", false);
        for (int day = 1; day <= 31; day++) {
            int number = day;
            List<ServiceDetail.Mark> marks = line.days().stream()
                    .filter(mark -> mark.day().getDayOfMonth() == number)
                    .map(ServiceDetail.FileDay::mark)
                    .sorted()
                    .limit(MOST_A_DAY)
                    .toList();
            for (int i = 0; i < marks.size(); i++) {
                double offset = (i - (marks.size() - 1) / 2.0) * 4.2;
                mark(drawing, marks.get(i), x(day) + offset, top + ROW / 2, marks.size() > 1 ? 0.72 : 1);
            }
        }
    }

    private static void mark(Drawing drawing, ServiceDetail.Mark mark, double x, double y, double size) {
        switch (mark) {
            case ON_TIME -> drawing.disc(x, y, 3 * size, Theme.GOOD, Theme.GOOD);
            case LATE ->
                drawing.shape(
                        "M" + Drawing.n(x - 3.2 * size) + " " + Drawing.n(y - 3.2 * size) + "h" + Drawing.n(6.4 * size)
                                + "v" + Drawing.n(6.4 * size) + "h" + Drawing.n(-6.4 * size) + "Z",
                        Theme.BAD,
                        Theme.BAD);
            case MISSING ->
                drawing.path(
                        "M" + Drawing.n(x - 3 * size) + " " + Drawing.n(y - 3 * size) + "l" + Drawing.n(6 * size) + " "
                                + Drawing.n(6 * size) + "m0 " + Drawing.n(-6 * size) + "l" + Drawing.n(-6 * size) + " "
                                + Drawing.n(6 * size),
                        Theme.BAD_TEXT,
                        1.6);
            case TURNED_AWAY ->
                drawing.path(
                        "M" + Drawing.n(x) + " " + Drawing.n(y - 3.4 * size) + "l" + Drawing.n(3.2 * size) + " "
                                + Drawing.n(6 * size) + "h" + Drawing.n(-6.4 * size) + "Z",
                        Theme.INK_SECOND,
                        0.9);
        }
    }

    private static void legend(Drawing drawing, double y) {
        double x = NAMES;
        for (ServiceDetail.Mark mark : ServiceDetail.Mark.values()) {
            mark(drawing, mark, x + 4, y - 2.8, 1);
            String words = switch (mark) {
                case ON_TIME -> "on time";
                case LATE -> "late";
                case MISSING -> "missing";
                case TURNED_AWAY -> "held or refused";
            };
            drawing.text(x + 11, y, words, 8.2, Theme.INK_SECOND, "start", false);
            x += 30 + words.length() * 4.2;
        }
        drawing.text(x + 6, y, "Gray columns are weekends.", 8.2, Theme.INK_SECOND, "start", false);
    }

    private static double x(int day) {
        return NAMES + (day - 0.5) * STEP;
    }
}
