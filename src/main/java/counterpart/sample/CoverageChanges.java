package counterpart.sample;

import static counterpart.sample.Columns.DT;

import counterpart.sample.Scenario.Faults;
import counterpart.sample.Truth.FindingRow;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Files of changes. One tells before a full file what that file will say again: the ends that became known in its week.
 * Two come after the last full file and are nowhere else: people who join, a child that is born, an end in hindsight, a
 * reinstatement, an enrolment that is taken back. So the members of the last months are right only where both count.
 */
final class CoverageChanges {
    /** Above all numbers of the population and of the planted people. */
    private static final int FIRST_NUMBER = 950_000;

    private static final int GROUP = 11;
    private static final int ZIP = 97_500;
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;

    private static final String ADDED = "021";
    private static final String CHANGED = "001";
    private static final String CANCELLED = "002";
    private static final String TERMINATED = "024";
    private static final String REINSTATED = "025";

    private final Scenario scenario;
    private final Population population;
    private final FilePlan plan;
    private final Truth truth;
    private final Dice dice;
    private final LocalDate monthStart;
    /** What the last files say of people: by number of the family, and the ones that no full file knows. */
    private final Map<Integer, Family> restated = new HashMap<>();

    private final List<Family> joined = new ArrayList<>();
    private final List<Family> parents = new ArrayList<>();
    private final List<Family> back = new ArrayList<>();
    private final List<Family> moved = new ArrayList<>();
    private final List<Family> repeated = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();

    CoverageChanges(Scenario scenario, Population population, FilePlan plan, Truth truth) {
        this.scenario = scenario;
        this.population = population;
        this.plan = plan;
        this.truth = truth;
        this.dice = new Dice(scenario.seed());
        this.monthStart = scenario.reportMonth().atDay(1);
        choose();
    }

    /** A policy as it is known after the last file. */
    Family now(Family family) {
        return restated.getOrDefault(family.number(), family);
    }

    /** Policies, and children of known ones, that only the files of changes tell of and that took effect. */
    List<Family> joined() {
        List<Family> all = new ArrayList<>();
        joined.stream().map(this::now).filter(f -> f.last() >= f.first()).forEach(all::add);
        parents.forEach(f -> all.add(policy(-f.number(), born(), 1, f.pharmacy())));
        return all;
    }

    private void choose() {
        boolean few = scenario.faults() == Faults.FEW;
        joined.add(policy(FIRST_NUMBER, day(0), 1, true));
        joined.add(policy(FIRST_NUMBER + 1, day(0), 2, true));
        joined.add(policy(FIRST_NUMBER + 2, day(9), 1, false));
        joined.add(policy(FIRST_NUMBER + 3, day(0), 1, true));
        pick(2, f -> isSteady(f) && (f.tier().equals("FAM") || f.tier().equals("EC")) && f.size() < 7, parents);
        pick(2, f -> isSteady(f) && f.size() == 1, moved);
        pick(2, f -> f.last() == Family.OPEN && f.first() == day(0) && f.size() == 1, repeated);
        int end = (int) scenario.reportMonth().atEndOfMonth().toEpochDay();
        pick(2, f -> f.last() == end && f.planChange() == Family.OPEN && f.size() <= 2, back);
        if (few) {
            back.clear();
            return;
        }
        restate(joined.get(1), day(19));
        restate(joined.get(2), (int) scenario.reportMonth().atEndOfMonth().toEpochDay());
        restate(joined.get(3), joined.get(3).first() - 1);
        back.forEach(f -> restate(f, Family.OPEN));
    }

    /** Nobody who came lately, leaves or changes. */
    private boolean isSteady(Family family) {
        return family.last() == Family.OPEN
                && family.planChange() == Family.OPEN
                && family.first() < monthStart.minusMonths(2).toEpochDay()
                && family.number() < population.families().size();
    }

    private void pick(int many, Predicate<Family> suits, List<Family> into) {
        List<Family> all = population.families();
        int start = dice.at(Dice.Stream.CHANGE, many, taken.size()).below(all.size());
        for (int i = 0; i < all.size() && into.size() < many; i++) {
            Family family = all.get((start + i) % all.size());
            if (suits.test(family) && taken.add(family.number())) {
                into.add(family);
            }
        }
    }

    private void restate(Family family, int last) {
        restated.put(
                family.number(),
                new Family(
                        family.number(),
                        family.first(),
                        last,
                        family.planChange(),
                        family.group(),
                        family.plan(),
                        family.laterPlan(),
                        family.pharmacy(),
                        family.spouse(),
                        family.zip(),
                        family.births(),
                        family.females(),
                        family.firstNames(),
                        0));
    }

    private int day(int afterFirst) {
        return (int) monthStart.plusDays(afterFirst).toEpochDay();
    }

    private int born() {
        return day(4);
    }

    private static Family policy(int number, int first, int size, boolean pharmacy) {
        int birth = (int) LocalDate.of(1979, 8, 21).toEpochDay();
        int[] births = new int[size];
        boolean[] females = new boolean[size];
        int[] names = new int[size];
        for (int person = 0; person < size; person++) {
            births[person] = birth + 40 * person;
            females[person] = person == 1;
            names[person] = Math.floorMod(number + 3 * person, Names.firstNames());
        }
        return new Family(
                number,
                first,
                Family.OPEN,
                Family.OPEN,
                GROUP,
                0,
                0,
                pharmacy,
                size > 1,
                ZIP + Math.floorMod(number, 100),
                births,
                females,
                names);
    }

    void write(Outbox outbox) throws IOException {
        List<PlannedFile> files = plan.changes();
        if (scenario.faults() == Faults.FEW) {
            afterTheLastFile(outbox.of(files.get(0)));
            return;
        }
        endsOfTheWeek(outbox.of(files.get(0)));
        afterTheLastFile(outbox.of(files.get(1)));
        corrections(outbox.of(files.get(2)));
    }

    /** What the next full file will say too. */
    private void endsOfTheWeek(FeedWriter out) throws IOException {
        int from = (int) out.file().from().toEpochDay();
        int to = (int) out.file().to().toEpochDay();
        for (Family family : population.families()) {
            boolean told = family.told() >= from && family.told() <= to;
            if (told && EligibilityRows.known(family, to) && family.last() >= family.first()) {
                boolean changed = EligibilityRows.changeIsKnown(family, to);
                int plan = changed ? family.laterPlan() : family.plan();
                int first = changed ? family.planChange() : family.first();
                rows(out, TERMINATED, family, plan, first, family.last());
            }
        }
    }

    private void afterTheLastFile(FeedWriter out) throws IOException {
        boolean few = scenario.faults() == Faults.FEW;
        for (Family family : few ? joined.subList(0, 3) : joined) {
            rows(out, ADDED, family, family.plan(), family.first(), family.last());
        }
        for (Family family : parents) {
            child(out, family);
        }
        for (Family family : moved) {
            rows(out, CHANGED, family, (family.plan() + 1) % Names.plans(), family.first(), family.last());
        }
        if (scenario.faults() != Faults.NONE) {
            plant(out, few ? 1 : 2);
        }
    }

    private void corrections(FeedWriter out) throws IOException {
        Family couple = now(joined.get(1));
        rows(out, TERMINATED, couple, couple.plan(), couple.first(), couple.last());
        Family other = now(joined.get(2));
        // Its effective date is not the one that was told: the end still finds the span.
        rows(out, TERMINATED, other, other.plan(), other.first() + 5, other.last());
        Family never = joined.get(3);
        rows(out, CANCELLED, never, never.plan(), never.first(), never.last());
        for (Family family : back) {
            rows(out, REINSTATED, family, family.plan(), family.first(), Family.OPEN);
        }
    }

    private void plant(FeedWriter out, int times) throws IOException {
        for (int turn = 0; turn < Math.min(times, repeated.size()); turn++) {
            Family stranger = policy(FIRST_NUMBER + 50 + turn, day(0), 1, false);
            String unknown = text(out, TERMINATED, stranger, 0, "MED", stranger.first(), day(20));
            finding(out, unknown, "E-116", "WARN");
            write(out, unknown);
            Family known = repeated.get(turn);
            String again = text(out, ADDED, known, 0, "MED", known.first(), Family.OPEN);
            finding(out, again, "E-117", "WARN");
            write(out, again);
        }
    }

    private void finding(FeedWriter out, String row, String code, String severity) {
        truth.finding(new FindingRow(
                out.file().name(), out.line() + 1, DT.get(row, "member_id"), code, severity, true, "change"));
    }

    private void rows(FeedWriter out, String change, Family family, int plan, int first, int last) throws IOException {
        for (int person = 0; person < family.size(); person++) {
            write(out, text(out, change, family, person, "MED", first, last, plan));
            if (family.pharmacy()) {
                write(out, text(out, change, family, person, "RX", first, last, plan));
            }
        }
    }

    private void child(FeedWriter out, Family family) throws IOException {
        for (String coverage : family.pharmacy() ? List.of("MED", "RX") : List.of("MED")) {
            String row = text(out, ADDED, family, 0, coverage, born(), Family.OPEN);
            row = DT.with(row, "member_id", family.memberId(family.size()));
            row = DT.with(row, "person_code", "0" + (family.size() + 1));
            row = DT.with(row, "first_name", "Juniper");
            row = DT.with(row, "relationship", "19");
            write(out, DT.with(row, "birth_date", COMPACT.format(LocalDate.ofEpochDay(born()))));
        }
    }

    private static String text(
            FeedWriter out, String change, Family family, int person, String coverage, int first, int last) {
        return text(out, change, family, person, coverage, first, last, family.plan());
    }

    private static String text(
            FeedWriter out, String change, Family family, int person, String coverage, int first, int last, int plan) {
        EligibilityRows.compose(out.row(), family, person, plan, coverage, first, last);
        return DT.with(out.row().asText(), "maint_type", change);
    }

    private static void write(FeedWriter out, String row) throws IOException {
        String member = DT.get(row, "member_id");
        out.writeLine(row);
        out.totals().details++;
        out.totals().change(DT.get(row, "maint_type"));
        out.countMember((Integer.parseInt(member.substring(1, 8)) - 1_000_000) * 8 + member.charAt(10) - '1');
        out.hash(member);
    }
}
