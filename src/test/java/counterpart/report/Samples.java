package counterpart.report;

import counterpart.measure.MeasureDefinition.Unit;
import counterpart.measure.Score;
import counterpart.measure.Scorecard;
import counterpart.measure.Signal;
import counterpart.measure.Status;
import counterpart.model.FeedId;
import counterpart.model.Money;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.partner.Connection;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;
import counterpart.partner.Secret;
import counterpart.partner.Target.Perspective;
import counterpart.partner.Target.Priority;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invented scorecards for tests and for looking at pages. */
public final class Samples {
    public static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    public static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final PartnershipId ID = new PartnershipId("cascadia-lakeshore");

    private Samples() {}

    /** Nine measures as a committee might see them: five on target, two near, two off. */
    public static Briefing ordinary() {
        return briefing(ordinaryScores(), registers());
    }

    public static Briefing briefing(List<Score> scores, Registers registers) {
        Scorecard scorecard = new Scorecard(
                ID,
                OCTOBER,
                0,
                LocalDate.of(2026, 11, 10),
                "3f2a91bc77de00aa",
                scores,
                new Scorecard.Exchange(22, 20, 1, 1, 0, 0, 214_882, 412, List.of("Lakeshore eligibility"), List.of()),
                new Scorecard.Reconciliation(312, 41, 96, 74, 4_821_055, SampleService.agreement()),
                SampleService.denials(),
                SampleService.detail());
        return new Briefing(
                scorecard,
                partnership("Cascadia Health Plan and Lakeshore Administrators"),
                partner("lakeshore", "Lakeshore Administrators", Partner.Role.TPA),
                partner("cascadia", "Cascadia Health Plan", Partner.Role.PAYER),
                registers,
                null);
    }

    /** The ordinary month issued again, after every figure of its first issue changed. */
    public static Briefing revised() {
        Briefing issued = ordinary();
        List<Score> before = issued.scorecard().scores().stream()
                .map(score -> valued(
                        score, score.value() == null ? null : score.value().add(BigDecimal.TEN)))
                .toList();
        return new Briefing(
                revision(issued.scorecard(), 2, issued.scorecard().scores()),
                issued.partnership(),
                issued.left(),
                issued.right(),
                issued.registers(),
                revision(issued.scorecard(), 1, before));
    }

    /** The same score with another value. */
    static Score valued(Score score, @Nullable BigDecimal value) {
        return new Score(
                score.definition(),
                score.target(),
                score.month(),
                value,
                score.status(),
                score.previousStatus(),
                score.notScoredReason(),
                score.signal(),
                score.history(),
                score.chart());
    }

    /** The same scorecard as another revision with other scores. */
    static Scorecard revision(Scorecard issued, int revision, List<Score> scores) {
        return new Scorecard(
                issued.partnership(),
                issued.month(),
                revision,
                issued.asOf(),
                issued.booksHash(),
                scores,
                issued.exchange(),
                issued.reconciliation(),
                issued.denials(),
                issued.service());
    }

    public static Registers registers() {
        return new Registers(
                List.of(
                        new Registers.Decision(
                                1,
                                "Approve the mirrored transfer server and a 6:00 a.m. cut-off for eligibility files.",
                                "A third late month would open an escalation under the charter.",
                                "Lakeshore and Cascadia IT"),
                        new Registers.Decision(
                                2,
                                "Agree to suspend claim edits 114 and 118 until the joint review reports on Dec 5.",
                                "They cause most of the rise in denials; most are paid on appeal.",
                                "Both parties")),
                List.of(
                        new Registers.Issue(
                                "denial-rate",
                                YearMonth.of(2026, 8),
                                "About 2,300 extra denials a month; six in ten are later paid.",
                                "suspend two claim edits, joint root-cause review",
                                "D. Osei",
                                LocalDate.of(2026, 12, 5)),
                        new Registers.Issue(
                                "file-timeliness",
                                OCTOBER,
                                "Members added on Oct 5 could not be verified until the next day.",
                                null,
                                "R. Alvarez",
                                LocalDate.of(2026, 11, 24))),
                List.of(
                        new Registers.Action(
                                1,
                                "Set an alert for late files on both sides",
                                "R. Alvarez",
                                LocalDate.of(2026, 9, 14),
                                LocalDate.of(2026, 10, 21),
                                LocalDate.of(2026, 10, 20)),
                        new Registers.Action(
                                2,
                                "Suspend two claim edits",
                                "D. Osei",
                                LocalDate.of(2026, 9, 14),
                                LocalDate.of(2026, 10, 31),
                                null),
                        new Registers.Action(
                                3,
                                "Report the root cause of the rise in denials",
                                "D. Osei",
                                LocalDate.of(2026, 9, 14),
                                LocalDate.of(2026, 12, 5),
                                null)),
                List.of(new Registers.Incident(
                        LocalDate.of(2026, 10, 14),
                        "A test file reached the production folder",
                        "It was refused on arrival",
                        "R. Alvarez",
                        LocalDate.of(2026, 10, 16),
                        LocalDate.of(2026, 10, 15))));
    }

    static List<Score> ordinaryScores() {
        List<Score> scores = new ArrayList<>();
        addCost(scores);
        addQualityAndClaims(scores);
        addExchange(scores);
        return scores;
    }

    private static void addCost(List<Score> scores) {
        scores.add(aScore("medical-pmpm-allowed", "Medical cost allowed")
                .unit(
                        Unit.DOLLARS,
                        2,
                        "$ per member per month",
                        "month of service; allowed, not completed, scored after the run-out")
                .lower()
                .terms(Perspective.COST, 420, 410, 5, Priority.RIGHT)
                .headline()
                .at(JULY, 408.12)
                .previous(Status.NEAR_TARGET)
                .routine(414, 396, 432)
                .build());
        scores.add(aScore("medical-pmpm-paid", "Medical cost paid")
                .unit(
                        Unit.DOLLARS,
                        2,
                        "$ per member per month",
                        "month of service; plan paid, not completed, scored after the run-out")
                .lower()
                .terms(Perspective.COST, 352, 345, 4, Priority.RIGHT)
                .at(JULY, 347.35)
                .previous(Status.NEAR_TARGET)
                .routine(349, 333, 365)
                .rebased(YearMonth.of(2025, 9))
                .build());
        scores.add(aScore("pharmacy-pmpm", "Pharmacy cost")
                .unit(
                        Unit.DOLLARS,
                        2,
                        "$ per member per month, before rebates",
                        "month of service; plan paid, scored after the run-out")
                .lower()
                .terms(Perspective.COST, 63.40, 62.50, 0.75, Priority.RIGHT)
                .headline()
                .at(OCTOBER, 62.90)
                .previous(Status.ON_TARGET)
                .signal(Signal.Kind.WORSENING, 9, 61.8, 60.1, 63.5, false)
                .build());
    }

    private static void addQualityAndClaims(List<Score> scores) {
        scores.add(aScore("generic-dispensing-rate", "Generic dispensing rate")
                .unit(Unit.PERCENT, 1, "% of scripts dispensed", "month of service, scripts")
                .higher()
                .terms(Perspective.QUALITY, 88.1, 89.5, 0.5, Priority.BOTH)
                .headline()
                .at(OCTOBER, 89.7)
                .previous(Status.ON_TARGET)
                .signal(Signal.Kind.IMPROVING, 8, 88.9, 88.0, 89.8, false)
                .build());
        scores.add(aScore("denial-rate", "Initial denial rate")
                .unit(Unit.PERCENT, 1, "% of claims adjudicated", "first adjudicated in month")
                .lower()
                .terms(Perspective.SERVICE, 7.4, 7.0, 0.5, Priority.LEFT)
                .headline()
                .owner("D. Osei")
                .at(OCTOBER, 8.9)
                .previous(Status.OFF_TARGET)
                .signal(Signal.Kind.WORSENING, 7, 7.4, 6.5, 8.3, false)
                .build());
        scores.add(aScore("turnaround", "Turnaround of clean claims")
                .unit(Unit.DAYS, 1, "days from receipt to decision", "adjudicated in month, clean")
                .lower()
                .terms(Perspective.SERVICE, 12.4, 10, 1, Priority.LEFT)
                .at(OCTOBER, 9.6)
                .previous(Status.ON_TARGET)
                .routine(9.8, 8.9, 10.7)
                .build());
    }

    private static void addExchange(List<Score> scores) {
        scores.add(aScore("file-timeliness", "Files on time")
                .unit(Unit.PERCENT, 1, "% of files due", "due in month")
                .higher()
                .terms(Perspective.SERVICE, 98.2, 99, 0.5, Priority.BOTH)
                .headline()
                .owner("R. Alvarez")
                .at(OCTOBER, 90.9)
                .previous(Status.ON_TARGET)
                .signal(Signal.Kind.WORSENING, 1, 98.8, 95.9, 100, true)
                .build());
        scores.add(aScore("claims-match-rate", "Claims match rate")
                .unit(Unit.PERCENT, 2, "% of claims in both ledgers", "as of month end")
                .higher()
                .terms(Perspective.SERVICE, 98.9, 99.5, 0.2, Priority.BOTH)
                .at(OCTOBER, 99.53)
                .previous(Status.NEAR_TARGET)
                .routine(99.4, 99.1, 99.7)
                .build());
        scores.add(aScore("member-months", "Member months")
                .unit(Unit.COUNT, 0, "members covered in the month", "any day of coverage")
                .terms(Perspective.RELATIONSHIP, 29_800, 30_000, 100, Priority.BOTH)
                .at(OCTOBER, 29_876)
                .previous(Status.NEAR_TARGET)
                .routine(29_900, 29_500, 30_300)
                .build());
    }

    /** {@code count} measures with long names over all perspectives; statuses and signals take turns. */
    public static List<Score> manyScores(int count) {
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Status status = Status.values()[i % 3];
            double value = status == Status.ON_TARGET ? 7 - i * 0.01 : status == Status.NEAR_TARGET ? 7.3 : 9 + i * 0.1;
            ScoreBuilder score = aScore(
                            "measure-" + i, "Share of professional and institutional claims of kind " + (i + 1))
                    .unit(Unit.PERCENT, 1, "% of claims adjudicated within the month", "first adjudicated in the month")
                    .lower()
                    .terms(Perspective.values()[i * 4 / count], 7.4, 7.0, 0.5, Priority.values()[i % 3])
                    .at(OCTOBER, value)
                    .previous(Status.values()[(i + 1) % 3]);
            Signal.Kind kind = Signal.Kind.values()[i % 3];
            scores.add(score.signal(kind, 8, 7.4, 6.5, 8.3, i % 2 == 0).build());
        }
        return scores;
    }

    public static List<Score> nothingScored() {
        List<Score> scores = new ArrayList<>();
        for (String title : List.of("Medical cost allowed", "Initial denial rate", "Files on time", "Pharmacy cost")) {
            scores.add(aScore(title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"), title)
                    .lower()
                    .notScored("no month is complete yet")
                    .build());
        }
        return scores;
    }

    public static ScoreBuilder aScore(String name, String title) {
        return new ScoreBuilder(name, title);
    }

    public static Partnership partnership(String name) {
        FeedId feed = FeedId.of("lakeshore/medical");
        return new Partnership(
                ID,
                name,
                new PartnerId("lakeshore"),
                new PartnerId("cascadia"),
                new Partnership.Books(feed, feed, feed),
                new Secret("k"),
                new Partnership.ClaimsLedger(feed, FeedId.of("cascadia/ledger"), new Money(1), 45),
                Partnership.MemberMonthRule.ANY_DAY,
                3,
                List.of(),
                new Partnership.Committee("Joint steering committee", List.of()),
                new Partnership.BreakFile("/breaks", "/breaks"),
                Path.of("registers"));
    }

    public static Partner partner(String id, String name, Partner.Role role) {
        return new Partner(
                new PartnerId(id),
                name,
                role,
                ZoneId.of("America/Los_Angeles"),
                Set.of(),
                connection(),
                "/acks",
                Map.of(),
                Map.of());
    }

    private static Connection connection() {
        return new Connection(
                "sftp.example.net",
                22,
                "counterpart",
                new Secret("x"),
                null,
                null,
                List.of("SHA256:x"),
                Duration.ofSeconds(20));
    }
}
