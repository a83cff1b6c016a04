package counterpart.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who is covered during the scenario. Policies come and go by slots: when a family leaves, another of the same
 * size takes its slot the next day, so that the number of members stays what the scenario asks for.
 */
final class Population {
    private static final int GROUPS = 40;
    private static final double LEAVES_IN_A_MONTH = 0.012;
    private static final double COMES_LATER = 0.03;
    private static final double CHANGES_PLAN = 0.08;
    private static final double WITHOUT_PHARMACY = 0.05;
    private static final int[] SIZE_BY_PERCENT = {35, 55, 72, 92, 100};

    private final Scenario scenario;
    private final Dice dice;
    private final List<Family> families = new ArrayList<>();
    private final List<Family[]> slots = new ArrayList<>();
    private final List<Family> hindsight;
    private final int[] slotOfSeat;
    private final byte[] personOfSeat;

    Population(Scenario scenario) {
        this.scenario = scenario;
        this.dice = new Dice(scenario.seed());
        slotOfSeat = new int[scenario.members()];
        personOfSeat = new byte[scenario.members()];
        int seats = 0;
        while (seats < scenario.members()) {
            int size = Math.min(sizeOf(slots.size()), scenario.members() - seats);
            for (int person = 0; person < size; person++) {
                slotOfSeat[seats] = slots.size();
                personOfSeat[seats++] = (byte) person;
            }
            slots.add(fill(slots.size(), size));
        }
        hindsight = Hindsight.families(scenario, families.size());
        families.addAll(hindsight);
    }

    /** All families, each before the one that follows it in its slot. */
    List<Family> families() {
        return families;
    }

    /** Those of the families whose coverage is ended in hindsight; they have no seat, so no claim is theirs by chance. */
    List<Family> endedInHindsight() {
        return hindsight;
    }

    int seats() {
        return slotOfSeat.length;
    }

    int personOf(int seat) {
        return personOfSeat[seat];
    }

    /** The family that holds a seat on a day, or null when nobody does. */
    @Nullable
    Family familyOf(int seat, int day) {
        for (Family family : slots.get(slotOfSeat[seat])) {
            if (family.covers(day)) {
                return family;
            }
        }
        return null;
    }

    private int sizeOf(int slot) {
        int percent = dice.at(Dice.Stream.FAMILY, slot, -1).below(100);
        int size = 1;
        while (percent >= SIZE_BY_PERCENT[size - 1]) {
            size++;
        }
        return size;
    }

    private Family[] fill(int slot, int size) {
        List<Family> tenants = new ArrayList<>();
        dice.at(Dice.Stream.TENURE, slot, 0);
        LocalDate start = scenario.start();
        boolean later = dice.chance(COMES_LATER);
        LocalDate first =
                later ? start.plusMonths(dice.below(scenario.months())) : start.minusMonths(dice.between(0, 22));
        LocalDate end = scenario.businessDate().plusMonths(1);
        while (first.isBefore(end)) {
            LocalDate from = first.isBefore(start) ? start : first;
            LocalDate last = from.plusMonths(1).minusDays(1);
            while (last.isBefore(end) && !dice.chance(LEAVES_IN_A_MONTH)) {
                last = last.plusDays(1).plusMonths(1).minusDays(1);
            }
            tenants.add(family(slot, tenants.size(), size, first, last.isBefore(end) ? last : LocalDate.MAX));
            first = last.plusDays(1);
        }
        return tenants.toArray(Family[]::new);
    }

    private Family family(int slot, int tenant, int size, LocalDate first, LocalDate last) {
        Dice d = new Dice(scenario.seed()).at(Dice.Stream.FAMILY, slot, tenant);
        int plan = d.below(Names.plans());
        LocalDate change = first.plusYears(1).withDayOfYear(1);
        boolean changes = d.chance(CHANGES_PLAN) && change.isBefore(last) && !change.isBefore(scenario.start());
        boolean spouse = size == 2 ? d.chance(0.7) : size > 2 && d.chance(0.85);
        int[] births = new int[size];
        boolean[] females = new boolean[size];
        int[] names = new int[size];
        int firstDay = (int) first.toEpochDay();
        int name = d.below(Names.firstNames());
        // A child of an open span stays under 26 to the business date.
        int oldestChild = Math.min(19, 23 - (int) ((scenario.businessDate().toEpochDay() - firstDay) / 365));
        for (int person = 0; person < size; person++) {
            boolean child = person > 1 || (person == 1 && !spouse);
            int years = child ? d.between(1, oldestChild) : d.between(27, 60);
            births[person] = firstDay - years * 365 - d.below(365);
            females[person] = person == 1 && spouse ? !females[0] : d.chance(0.51);
            names[person] = (name + person * 5) % Names.firstNames();
        }
        Family family = new Family(
                families.size(),
                firstDay,
                last.equals(LocalDate.MAX) ? Family.OPEN : (int) last.toEpochDay(),
                changes ? (int) change.toEpochDay() : Family.OPEN,
                d.below(GROUPS),
                plan,
                changes ? (plan + 1) % Names.plans() : plan,
                !d.chance(WITHOUT_PHARMACY),
                spouse,
                97_001 + d.below(900),
                births,
                females,
                names);
        families.add(family);
        return family;
    }
}
