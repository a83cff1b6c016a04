package counterpart.watch;

import counterpart.model.FeedId;
import counterpart.model.PartnershipId;
import counterpart.watch.Standing.EditionStanding;
import counterpart.watch.Standing.FeedStanding;
import counterpart.watch.Standing.Rows;
import counterpart.watch.Standing.StepTime;
import counterpart.watch.Standing.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** A night after which something needs a person. */
public final class StandingExample {
    public static final Instant ENDED = Instant.parse("2026-11-22T07:31:10Z");

    private StandingExample() {}

    public static Standing aNight() {
        return aNight(List.of(
                new Attention(
                        AlertKind.FILE_HELD,
                        "F-000047",
                        "F-000047 of cascadia/ledger is held: F-012 The sequence number is 12; the last one seen is 10 <b>.",
                        "./counterpart explain F-000047"),
                new Attention(
                        AlertKind.DELIVERY_UNCERTAIN,
                        "cascadia-meridian-2026-10-r1.pdf for A. Berg",
                        "cascadia-meridian-2026-10-r1.pdf may not have reached A. Berg: the line broke",
                        "./counterpart monthly --month 2026-10 --partnership cascadia-meridian --uncertain received"
                                + " --reason \"...\"")));
    }

    public static Standing aNight(List<Attention> needs) {
        FeedId ledger = FeedId.of("cascadia/ledger");
        Standing.Run run = new Standing.Run(
                12,
                "nightly",
                LocalDate.of(2026, 11, 22),
                ENDED.minusSeconds(70),
                ENDED,
                "NEEDS_A_PERSON",
                20,
                "3 files read");
        List<Work> work = work(ledger);
        return new Standing(
                run,
                List.of(run),
                Map.of("nightly", ENDED),
                work,
                work,
                Map.of("loaded", 40L, "held", 1L),
                needs,
                List.of("Mon 2026-11-23 06:00 America/Los_Angeles: cascadia/ledger"),
                List.of(
                        new FeedStanding(
                                ledger,
                                "F-000047",
                                "held",
                                ENDED.minusSeconds(90_000),
                                ENDED,
                                1,
                                0,
                                0,
                                ENDED.plusSeconds(3600)),
                        new FeedStanding(FeedId.of("meridian/claims"), null, "", null, null, 0, 1, 2, null)),
                List.of(new EditionStanding(
                        new PartnershipId("cascadia-meridian"),
                        YearMonth.of(2026, 10),
                        1,
                        Map.of("sent", 4L, "uncertain", 1L))),
                Map.of(new PartnershipId("cascadia-meridian"), Map.of("AMOUNT_DIFF", 2L)),
                Map.of("sent", 4L, "uncertain", 1L),
                50L << 30);
    }

    private static List<Work> work(FeedId ledger) {
        return List.of(
                new Work(
                        "collect",
                        Map.of("feed", "lakeshore/medical", "businessDate", "2026-11-22"),
                        "failed",
                        List.of(new StepTime("listRemoteFiles", Duration.ofMillis(20_000))),
                        FeedId.of("lakeshore/medical"),
                        null,
                        Map.of(),
                        "the server of lakeshore does not answer",
                        false),
                new Work(
                        "intake",
                        Map.of("fileId", "F-000046"),
                        "completed",
                        List.of(new StepTime("settleFile", Duration.ofMillis(1_250))),
                        ledger,
                        new Rows(219, 217, 2),
                        Map.of("E-103", 2L),
                        "",
                        false));
    }
}
