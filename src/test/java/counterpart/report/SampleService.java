package counterpart.report;

import counterpart.measure.BookAgreement;
import counterpart.measure.Breakdown;
import counterpart.measure.ServiceDetail;
import counterpart.measure.ServiceDetail.FeedMonth;
import counterpart.measure.ServiceDetail.FileDay;
import counterpart.measure.ServiceDetail.Mark;
import counterpart.measure.ServiceDetail.OpenBreaks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the page about files, reconciliations and denials shows of the invented month. */
final class SampleService {
    private SampleService() {}

    static ServiceDetail detail() {
        return new ServiceDetail(
                List.of(
                        feed("Cascadia", "ledger", 1, 0),
                        feed("Lakeshore", "eligibility", 1, 1),
                        feed("Lakeshore", "medical", 0, 0),
                        feed("Lakeshore", "pharmacy", 0, 0)),
                List.of(
                        new OpenBreaks("R1", "COUNT", 2, 0, 0),
                        new OpenBreaks("R5", "ONE_SIDED_LEFT", 190, 0, 12),
                        new OpenBreaks("R5", "AMOUNT_DIFF", 80, 0, 0),
                        new OpenBreaks("R5", "TIMING", 41, 0, 0),
                        new OpenBreaks("R5", "STATUS_DIFF", 30, 0, 0),
                        new OpenBreaks("R5", "DUPLICATE_RIGHT", 12, 0, 0)));
    }

    private static FeedMonth feed(String partner, String name, long late, long missing) {
        List<FileDay> days = new ArrayList<>();
        int monday = 5;
        for (int week = 0; week < 4; week++) {
            Mark mark = week < late ? Mark.LATE : week < late + missing ? Mark.MISSING : Mark.ON_TIME;
            days.add(new FileDay(LocalDate.of(2026, 10, monday + 7 * week), mark));
        }
        days.add(new FileDay(LocalDate.of(2026, 10, 13), Mark.TURNED_AWAY));
        return new FeedMonth(partner, name, 4, 5 - missing, 4 - missing, 1, 0, 0, 53_720, 53_617, days);
    }

    static BookAgreement agreement() {
        return new BookAgreement(
                List.of(
                        new BookAgreement.Line(
                                "R1", "Control totals", "deliveries", 22, 20, 2, 0, 0, LocalDate.of(2026, 10, 12)),
                        new BookAgreement.Line("R2", "Roster", "members", 29_876, 29_876, 0, 0, 0, null),
                        new BookAgreement.Line(
                                "R5",
                                "Claims ledger",
                                "claims",
                                412_380,
                                412_027,
                                312,
                                41,
                                4_821_055,
                                LocalDate.of(2026, 6, 30))),
                new BookAgreement.PaidAfterTerm(0, 0, 0, null),
                List.of());
    }

    static Breakdown denials() {
        return new Breakdown(
                List.of(
                        new Breakdown.Row("16", 812L),
                        new Breakdown.Row("197", 640L),
                        new Breakdown.Row("96", 233L),
                        new Breakdown.Row("50", 120L),
                        new Breakdown.Row("29", 61L),
                        new Breakdown.Row("22", 40L),
                        new Breakdown.Row("4", 18L),
                        new Breakdown.Row("999", 14L),
                        new Breakdown.Row("B7", null),
                        new Breakdown.Row("31", null)),
                1_953L);
    }
}
