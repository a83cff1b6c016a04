package counterpart.sample;

import counterpart.sample.RosterRows.Draft;
import counterpart.sample.Scenario.Faults;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Writes the payer's rosters from the same people as the administrator's eligibility, disturbed, and the breaks of that. */
final class Rosters {
    private static final int FIRST_NUMBER = 800_000;
    private static final int SPARED = 10;
    private static final int MOST_DISTURBED = 50;
    private static final int ENDED_DAYS = 20;
    private static final int SPLIT_DAYS = 30;
    private static final int SETTLED_DAYS = 120;

    private final Scenario scenario;
    private final Population population;
    private final Truth truth;
    private final int historyEnd;
    private final Map<Family, Disturbed> disturbed = new HashMap<>();
    private final List<Disturbed> ghosts = new ArrayList<>();
    private final List<Family> unreadable = new ArrayList<>();
    private final List<Family> notEnded = new ArrayList<>();

    private record Disturbed(RosterFault fault, Family family, int turn) {
        int person() {
            return family.size() - 1;
        }

        int number() {
            return FIRST_NUMBER + fault.ordinal() * 10 + turn;
        }
    }

    Rosters(Scenario scenario, Population population, Truth truth) {
        this.scenario = scenario;
        this.population = population;
        this.truth = truth;
        this.historyEnd = (int) scenario.historyEnd().toEpochDay();
        if (scenario.faults() != Faults.NONE) {
            choose();
        }
    }

    /** Writes a roster; the administrator's file of the same day is written already. */
    void write(FeedWriter out) throws IOException {
        int asOf = (int) out.file().to().toEpochDay();
        for (Family family : population.families()) {
            if (RosterRows.lists(family, asOf)) {
                for (int person = 0; person < family.size(); person++) {
                    person(out, family, person, asOf);
                }
            }
        }
        for (Disturbed ghost : ghosts) {
            if (ghost.fault().isThere(ghost.turn(), out.file().week())) {
                RosterRows.write(out, new Draft(ghost.family(), 0, asOf));
            }
        }
    }

    private void person(FeedWriter out, Family family, int person, int asOf) throws IOException {
        Draft draft = new Draft(family, person, asOf);
        Disturbed fault = disturbed.get(family);
        int spoilt = unreadable.indexOf(family);
        if (fault != null
                && fault.person() == person
                && fault.fault().isThere(fault.turn(), out.file().week())) {
            disturb(out, fault, draft);
        } else if (spoilt >= 0 && out.file().week() == spoilt + 1) {
            spoil(out, draft);
        } else if (notEnded.contains(family)) {
            draft.to = Family.OPEN;
            RosterRows.write(out, draft);
        } else {
            RosterRows.write(out, draft);
        }
    }

    private void disturb(FeedWriter out, Disturbed fault, Draft draft) throws IOException {
        fault.fault().disturb(draft, fault.number(), historyEnd - ENDED_DAYS);
        switch (fault.fault()) {
            case MISSING, MISSING_AGAIN -> {
                // Not a row of him.
            }
            case TWICE -> {
                for (int copy = 1; copy <= 2; copy++) {
                    draft.member = "C" + fault.number() + "-" + copy;
                    draft.subscriber = draft.member;
                    draft.relation = "E";
                    RosterRows.write(out, draft);
                }
            }
            case SPLIT_SPAN -> {
                int to = draft.to;
                draft.to = historyEnd - SPLIT_DAYS;
                RosterRows.write(out, draft);
                draft.from = historyEnd - SPLIT_DAYS + 1;
                draft.to = to;
                RosterRows.write(out, draft);
            }
            default -> RosterRows.write(out, draft);
        }
    }

    /** A row whose date of beginning cannot be read. */
    private void spoil(FeedWriter out, Draft draft) throws IOException {
        RosterRows.compose(out.row(), draft, draft.plan, "M", draft.from, draft.to);
        String[] fields = out.row().asText().split(",", -1);
        fields[12] = "13/45/2026";
        truth.finding(
                new Truth.FindingRow(out.file().name(), out.line() + 1, draft.member, "G-002", "REJECT_ROW", true, ""));
        truth.rejected(out.file(), 1);
        out.writeLine(String.join(",", fields));
        out.totals().details++;
    }

    /** Chooses whom to disturb: people who stay, on families of their own. */
    private void choose() {
        boolean all = scenario.faults() == Faults.ALL;
        List<Family> settled = population.families().stream()
                .filter(f -> f.last() == Family.OPEN && f.planChange() == Family.OPEN)
                .filter(f -> f.first() < historyEnd - SETTLED_DAYS)
                .skip(SPARED)
                .toList();
        List<Family> withPharmacy = settled.stream().filter(Family::pharmacy).toList();
        int step = Math.max(1, withPharmacy.size() / MOST_DISTURBED);
        int next = 0;
        for (RosterFault fault : RosterFault.values()) {
            for (int turn = 0; turn < (all ? 2 : fault.few() ? 1 : 0); turn++) {
                Family family =
                        fault == RosterFault.GHOST ? invented(FIRST_NUMBER + turn) : withPharmacy.get(next++ * step);
                Disturbed one = new Disturbed(fault, family, turn);
                if (fault == RosterFault.GHOST) {
                    ghosts.add(one);
                } else {
                    disturbed.put(family, one);
                }
                tell(one);
            }
        }
        if (all) {
            settled.stream()
                    .filter(f -> !f.pharmacy() && f.size() == 1)
                    .limit(2)
                    .forEach(unreadable::add);
            unreadable.forEach(this::tellUnreadable);
            population.families().stream()
                    .filter(f -> f.last() > historyEnd - 10 && f.last() < historyEnd + 20)
                    .filter(f -> f.planChange() == Family.OPEN && f.told() == f.last() - 15)
                    .limit(2)
                    .forEach(notEnded::add);
            notEnded.forEach(this::tellNotEnded);
        }
    }

    static Family invented(int number) {
        return new Family(
                number,
                (int) LocalDate.of(2026, 3, 1).toEpochDay(),
                Family.OPEN,
                Family.OPEN,
                5,
                1,
                1,
                false,
                false,
                97_300,
                new int[] {(int) LocalDate.of(1979, 8, 21).toEpochDay()},
                new boolean[] {false},
                new int[] {number % Names.firstNames()});
    }

    private void tell(Disturbed one) {
        RosterFault fault = one.fault();
        if (fault.differs()) {
            String[] values = values(one);
            episodes(
                    week -> fault.isThere(one.turn(), week),
                    entity(one),
                    fault.attribute(),
                    fault.category(),
                    values,
                    fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        }
    }

    private static String entity(Disturbed one) {
        String member = one.family().memberId(one.person());
        return switch (one.fault()) {
            case GHOST -> "cascadia/" + member;
            case TWICE -> "lakeshore/" + member;
            default -> member;
        };
    }

    private String[] values(Disturbed one) {
        Family family = one.family();
        Draft before = new Draft(family, one.person(), historyEnd);
        Draft after = new Draft(family, one.person(), historyEnd);
        one.fault().disturb(after, one.number(), historyEnd - ENDED_DAYS);
        return switch (one.fault()) {
            case MISSING, MISSING_AGAIN -> new String[] {"MED, RX", ""};
            case GHOST -> new String[] {"", "MED"};
            case OTHER_PLAN -> both(before.plan, after.plan);
            case OTHER_TIER -> both(before.tier, after.tier);
            case BEGINS_LATER -> both(date(before.from), date(after.from));
            case ENDS, ENDED -> both("open", date(after.to));
            case WITHOUT_PHARMACY -> new String[] {"MED, RX", "MED"};
            case OTHER_ID, OTHER_IDS -> new String[] {before.member, after.member};
            case OTHER_BIRTH_DATE -> new String[] {date(before.birth), date(after.birth)};
            case OTHER_GENDER -> new String[] {before.female ? "F" : "M", after.female ? "F" : "M"};
            case TWICE -> new String[] {"1", "2"};
            default -> new String[] {"withheld", "withheld"};
        };
    }

    private static String[] both(String left, String right) {
        return new String[] {"MED " + left + ", RX " + left, "MED " + right + ", RX " + right};
    }

    private static String date(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    private void tellUnreadable(Family family) {
        int week = unreadable.indexOf(family) + 1;
        episodes(w -> w == week, family.memberId(0), "PRESENCE", "MISSING", new String[] {"MED", ""}, "REJECTED:G-002");
    }

    private void tellNotEnded(Family family) {
        String left = "MED " + date(family.last()) + (family.pharmacy() ? ", RX " + date(family.last()) : "");
        String right = family.pharmacy() ? "MED open, RX open" : "MED open";
        for (int person = 0; person < family.size(); person++) {
            episodes(
                    week -> family.told() <= sunday(week).toEpochDay(),
                    family.memberId(person),
                    "TERM",
                    "SPAN_DIFF",
                    new String[] {left, right},
                    "the payer did not end the coverage");
        }
    }

    /**
     * Adds the last rosters' rate of agreement, once every break is told: whom the administrator covers, and whom only the
     * payer does, less those with an open break.
     */
    void sumUp(Measures measures) {
        int day = (int) sunday(scenario.freshWeeks() - 1).toEpochDay();
        long all = population.families().stream()
                .filter(f -> EligibilityRows.known(f, day) && f.first() <= day && f.knownLast(day) >= day)
                .mapToLong(Family::size)
                .sum();
        Set<String> open = truth.breaks().stream()
                .filter(b -> b.reconciliation().equals("R2") && b.closed().isEmpty())
                .map(Truth.BreakRow::entity)
                .collect(Collectors.toSet());
        all += open.stream().filter(entity -> entity.startsWith("cascadia/")).count();
        all += notEnded.stream()
                .filter(f -> f.knownLast(day) < day)
                .mapToLong(Family::size)
                .sum();
        measures.other("roster-match-rate", scenario.reportMonth(), all - open.size(), all);
    }

    /** Tells the breaks of people whom faults were planted on in the administrator's file of a week. */
    void tellPlanted(Collection<PlantedMember> members, int week) {
        for (PlantedMember member : members) {
            String coverage = member.coverageOn((int) sunday(week).toEpochDay());
            if (member.isAccepted() && !coverage.isEmpty()) {
                episodes(
                        w -> w == week,
                        member.id(),
                        "PRESENCE",
                        "MISSING",
                        new String[] {coverage, ""},
                        "one file only");
            }
        }
    }

    /** Writes people whose rows of the administrator are rejected: the payer has them as they are. */
    void writeRejected(FeedWriter out, Collection<PlantedMember> members) throws IOException {
        int week = out.file().week();
        for (PlantedMember member : members) {
            if (member.isRejectedAs("E-103", "E-109")) {
                Draft draft = new Draft(
                        invented(member.number()), 0, (int) out.file().to().toEpochDay());
                RosterRows.write(out, draft);
                episodes(
                        w -> w == week,
                        "cascadia/" + draft.member,
                        "PRESENCE",
                        "GHOST",
                        new String[] {"", "MED"},
                        "REJECTED:" + member.code());
            }
        }
    }

    private void episodes(
            IntPredicate isThere, String entity, String attribute, String category, String[] values, String note) {
        int last = scenario.freshWeeks() - 1;
        int episode = 0;
        for (int week = -1; week <= last; week++) {
            if (!isThere.test(week) || (week > -1 && isThere.test(week - 1))) {
                continue;
            }
            int end = week;
            while (end <= last && isThere.test(end)) {
                end++;
            }
            episode++;
            truth.breakRow(new Truth.BreakRow(
                    entity,
                    attribute,
                    category,
                    values[0],
                    values[1],
                    0,
                    sunday(week).toString(),
                    end > last ? "" : sunday(end).toString(),
                    episode > 1 ? "episode " + episode : note,
                    "R2"));
        }
    }

    private LocalDate sunday(int week) {
        return scenario.historyEnd().plusWeeks(week + 1L);
    }
}
