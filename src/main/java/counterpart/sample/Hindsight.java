package counterpart.sample;

import counterpart.sample.PlannedFile.Feed;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * People whose coverage is ended in hindsight: eligibility files give it to them until one of them puts its end far back.
 * Both sides learn of it on the same day, so their rosters agree; but claims were paid meanwhile.
 */
final class Hindsight {
    private static final int ENDED_DAYS = 17;
    private static final int COVERED_DAYS = 200;
    private static final int FIRST_TURN = 200;

    private final Scenario scenario;
    private final Measures measures;
    private final Truth truth;
    private final Outbox outbox;
    private final Ledgers ledgers;
    private final List<Case> cases;

    /** What becomes of one policy. */
    enum Kind {
        /** Two medical claims after the end. */
        MEDICAL(2, false),
        /** A prescription after the end. */
        PRESCRIPTION(2, false),
        /** The medical claim after the end is taken back two weeks later: the break closes itself. */
        RECOVERED(1, false),
        /** No claim after the end: no break. */
        WITHOUT_CLAIMS(2, false),
        /** The coverage never took effect. */
        RESCISSION(3, true);

        private final int toldWeek;
        private final boolean fromTheStart;

        Kind(int toldWeek, boolean fromTheStart) {
            this.toldWeek = toldWeek;
            this.fromTheStart = fromTheStart;
        }
    }

    private record Case(Kind kind, int turn, Family family) {}

    Hindsight(
            Scenario scenario, Population population, Outbox outbox, Ledgers ledgers, Measures measures, Truth truth) {
        this.scenario = scenario;
        this.outbox = outbox;
        this.ledgers = ledgers;
        this.measures = measures;
        this.truth = truth;
        this.cases = cases(scenario, population);
    }

    /** The policies, for the population; none without faults, one in the small set. */
    static List<Family> families(Scenario scenario, int firstNumber) {
        List<Family> families = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int turn = 0; turn < turns(scenario, kind); turn++) {
                families.add(family(scenario, kind, firstNumber + families.size()));
            }
        }
        return families;
    }

    private static int turns(Scenario scenario, Kind kind) {
        return switch (scenario.faults()) {
            case NONE -> 0;
            case FEW -> kind == Kind.MEDICAL ? 1 : 0;
            case ALL -> 2;
        };
    }

    private static Family family(Scenario scenario, Kind kind, int number) {
        int end = (int) scenario.historyEnd().toEpochDay() - ENDED_DAYS;
        int first = kind.fromTheStart ? end + 1 : end - COVERED_DAYS;
        return new Family(
                number,
                first,
                end,
                Family.OPEN,
                7,
                2,
                2,
                kind == Kind.PRESCRIPTION,
                false,
                97_400,
                new int[] {(int) LocalDate.of(1983, 4, 9).toEpochDay()},
                new boolean[] {true},
                new int[] {number % Names.firstNames()},
                (int) sunday(scenario, kind.toldWeek).toEpochDay());
    }

    private static List<Case> cases(Scenario scenario, Population population) {
        List<Case> cases = new ArrayList<>();
        List<Family> families = population.endedInHindsight();
        int next = 0;
        for (Kind kind : Kind.values()) {
            for (int turn = 0; turn < turns(scenario, kind); turn++) {
                cases.add(new Case(kind, turn, families.get(next++)));
            }
        }
        return cases;
    }

    private static LocalDate sunday(Scenario scenario, int week) {
        return scenario.historyEnd().plusWeeks(week + 1L);
    }

    /** Plants the claims of a week, counted from the start of history. */
    void plantInClaims(int week, Adjudication medical, Dispensing pharmacy) throws IOException {
        int fresh = week - scenario.historyWeeks();
        for (Case one : cases) {
            int turn = FIRST_TURN + 10 * one.kind().ordinal() + 5 * one.turn();
            boolean recovered = one.kind() == Kind.RECOVERED;
            if (fresh == (recovered ? 0 : 1)) {
                plant(one, week, turn, medical, pharmacy);
            } else if (fresh == 2 && recovered) {
                takeBack(one, week, turn, medical);
            }
        }
    }

    private void plant(Case one, int week, int turn, Adjudication medical, Dispensing pharmacy) throws IOException {
        int after = one.family().last() + 4;
        switch (one.kind()) {
            case MEDICAL -> {
                long paid = claim(one, medical.extra(week, turn, Hindsight::suits), after)
                        + claim(one, medical.extra(week, turn + 1, Hindsight::suits), after + 3);
                claim(
                        one,
                        medical.extra(week, turn + 2, Hindsight::suits),
                        one.family().last());
                tell(one, paid, "");
            }
            case PRESCRIPTION ->
                tell(one, script(one, pharmacy.extra(week, turn, s -> !s.reversal && s.planPaid() > 0), after), "");
            case RECOVERED ->
                tell(
                        one,
                        claim(one, medical.extra(week, turn, Hindsight::suits), after),
                        sunday(scenario, 2).toString());
            case WITHOUT_CLAIMS ->
                claim(
                        one,
                        medical.extra(week, turn, Hindsight::suits),
                        one.family().last());
            case RESCISSION -> tell(one, claim(one, medical.extra(week, turn, Hindsight::suits), after), "");
        }
    }

    private static boolean suits(MedicalDraft claim) {
        return MedicalFaults.isPlain(claim) && claim.paidTotal() > 0 && claim.action == 'O' && !claim.inpatient;
    }

    private long claim(Case one, MedicalDraft claim, int service) throws IOException {
        make(one, claim, service);
        MedicalRows.write(outbox.holding(Feed.MEDICAL, claim.adjudicated), claim);
        measures.medical(claim);
        ledgers.same(claim);
        return claim.paidTotal();
    }

    private static void make(Case one, MedicalDraft claim, int service) {
        claim.family = one.family();
        claim.person = 0;
        claim.from = service;
        claim.thru = service;
        claim.received = claim.adjudicated - 6;
    }

    private long script(Case one, ScriptDraft script, int service) throws IOException {
        script.family = one.family();
        script.person = 0;
        script.service = service;
        PharmacyRows.write(outbox.holding(Feed.PHARMACY, script.adjudicated), script);
        measures.pharmacy(script);
        return script.planPaid();
    }

    /** The claim of two weeks ago is reversed; by now its member has no coverage on its day, which is told. */
    private void takeBack(Case one, int week, int turn, Adjudication medical) throws IOException {
        MedicalDraft claim = medical.extra(week - 2, turn, Hindsight::suits);
        make(one, claim, one.family().last() + 4);
        claim.reverse((int) scenario.monday(week) + 2);
        FeedWriter out = outbox.holding(Feed.MEDICAL, claim.adjudicated);
        truth.finding(new Truth.FindingRow(
                out.file().name(), out.line() + 1, claim.claimId, "M-207", "WARN", false, "ended in hindsight"));
        MedicalRows.write(out, claim);
        measures.medical(claim);
        LedgerRows.write(outbox.holding(Feed.LEDGER, claim.adjudicated), claim);
    }

    private void tell(Case one, long paid, String closed) {
        boolean both = one.family().pharmacy();
        String last = LocalDate.ofEpochDay(one.family().last()).toString();
        truth.breakRow(new Truth.BreakRow(
                "lakeshore/" + one.family().memberId(0),
                "PAID_AFTER_TERM",
                one.kind().fromTheStart ? "RESCISSION" : "RETRO_TERM",
                both ? "MED " + last + ", RX " + last : "MED " + last,
                "",
                paid,
                sunday(scenario, one.kind().toldWeek).toString(),
                closed,
                closed.isEmpty() ? "" : "recovered",
                "R3"));
    }

    /** Tells how many were ended in hindsight, and what is still at stake. */
    void sumUp() {
        List<Truth.BreakRow> open = truth.breaks().stream()
                .filter(b -> b.reconciliation().equals("R3") && b.closed().isEmpty())
                .toList();
        truth.count("retroactive terminations", cases.size());
        truth.count("retroactive terminations with claims", open.size());
        truth.count(
                "paid after term",
                open.stream().mapToLong(Truth.BreakRow::impactCents).sum());
    }

    /** Tells how the members of the months with a state of their own follow from the month before. */
    static void roll(Scenario scenario, Population population, Truth truth) {
        YearMonth first = YearMonth.from(scenario.historyEnd()).plusMonths(1);
        LocalDate last = sunday(scenario, scenario.freshWeeks() - 1);
        for (YearMonth month = first; !month.isAfter(YearMonth.from(last)); month = month.plusMonths(1)) {
            int before = state(scenario, month.minusMonths(1), last);
            int now = state(scenario, month, last);
            long opening = 0;
            long retroAdds = 0;
            long retroTerms = 0;
            long adds = 0;
            long terms = 0;
            long closing = 0;
            for (Family family : population.families()) {
                boolean opened = counts(family, before, month.minusMonths(1));
                boolean restated = counts(family, now, month.minusMonths(1));
                boolean closed = counts(family, now, month);
                int size = family.size();
                opening += opened ? size : 0;
                retroAdds += restated && !opened ? size : 0;
                retroTerms += opened && !restated ? size : 0;
                adds += closed && !restated ? size : 0;
                terms += restated && !closed ? size : 0;
                closing += closed ? size : 0;
            }
            truth.roll(new Truth.RollRow(month, opening, retroAdds, retroTerms, adds, terms, closing));
        }
    }

    /** The as-of day of the newest file up to a month's end. */
    private static int state(Scenario scenario, YearMonth month, LocalDate last) {
        LocalDate day = scenario.historyEnd();
        while (!day.plusWeeks(1).isAfter(month.atEndOfMonth())
                && !day.plusWeeks(1).isAfter(last)) {
            day = day.plusWeeks(1);
        }
        return (int) day.toEpochDay();
    }

    private static boolean counts(Family family, int asOf, YearMonth month) {
        return EligibilityRows.known(family, asOf)
                && family.first() <= month.atEndOfMonth().toEpochDay()
                && family.knownLast(asOf) >= month.atDay(1).toEpochDay()
                && family.knownLast(asOf) >= family.first();
    }
}
