package counterpart.sample;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Medical claims week by week of their adjudication. How many there are in a week and how large they are follows the
 * number of members smoothly (a chosen quantile for each claim, in mixed order), because real volumes are steady and the
 * guards of intake rely on that; who was ill and when is chance.
 */
final class Adjudication {
    static final double CLAIMS_PER_MEMBER_MONTH = 0.366;
    private static final double WEEKS_PER_MONTH = 365.25 / 12 / 7;
    /** Below this number of claims a week everything that moves a week's dollars is left to no chance. */
    static final int SMALL = 400;

    private static final int CORRECTED_EVERY = 66;
    private static final int EXTRAS_FROM = 900_000;
    private static final int TRIES = 300;
    private static final int FASTER_SINCE = (int) LocalDate.of(2026, 3, 1).toEpochDay();
    private static final double[] DAY_ENDS = {0.19, 0.38, 0.57, 0.76, 0.93, 0.97, 1.0};
    private static final double[] SEASON = {1.03, 1.01, 1.03, 1.0, 0.99, 0.98, 0.95, 0.98, 1.0, 1.02, 1.0, 0.98};

    private final Scenario scenario;
    private final Population population;
    private final Dice dice;
    private final MedicalDraft draft;
    private final int start;

    Adjudication(Scenario scenario, Population population) {
        this.scenario = scenario;
        this.population = population;
        this.dice = new Dice(scenario.seed());
        this.draft = new MedicalDraft(population.families().get(0));
        this.start = (int) scenario.start().toEpochDay();
    }

    /** Claims adjudicated for the first time in a week. */
    int count(int week) {
        double season = SEASON[LocalDate.ofEpochDay(scenario.monday(week) + 3).getMonthValue() - 1];
        return (int) Math.round(population.seats() * CLAIMS_PER_MEMBER_MONTH / WEEKS_PER_MONTH * season);
    }

    /** Hands out the versions adjudicated in a week, each only until the next is made. */
    void week(int week, Consumer<MedicalDraft> taker) {
        int count = count(week);
        for (int i = 0; i < count; i++) {
            if (first(week, i) != null) {
                taker.accept(draft);
            }
        }
        corrections(week, taker);
    }

    /** One claim as first adjudicated, or null when it falls before the scenario. */
    @Nullable
    MedicalDraft first(int week, int index) {
        int count = Math.max(count(week), 1);
        Dice d = dice.at(Dice.Stream.MEDICAL, week, index);
        double quantile = quantile(week, index, count, d);
        int day = (int) scenario.monday(week) + dayOfWeek((index % count + 0.5) / count);
        draft.week = week;
        draft.index = index;
        draft.claimId = "LC" + (10_000_000_000L + week * 10_000_000L + index);
        draft.version = 0;
        draft.action = 'O';
        draft.adjudicated = day;
        draft.paidOn = day + d.between(1, 4);
        draft.clean = !d.chance(0.06);
        draft.received = day - turnaround(d, day);
        draft.institutional = quantile > ClaimPrices.INSTITUTIONAL_FROM;
        draft.inpatient = quantile > ClaimPrices.INPATIENT_FROM;
        int stay = draft.inpatient ? d.between(1, 6) : 0;
        draft.thru = draft.received - submission(d, count < SMALL);
        draft.from = draft.thru - stay;
        if (draft.from < start || !patient(d)) {
            return null;
        }
        draft.provider = d.below(400);
        draft.lines = ClaimPrices.lines(count < SMALL ? quantile * 7.3 % 1 : d.unit());
        ClaimPrices.price(draft, d, quantile, count);
        return draft;
    }

    /**
     * A claim beyond those of the week, adjudicated on its Monday, for something to be planted on.
     *
     * @param turn which one of the week
     */
    MedicalDraft extra(int week, int turn, Predicate<MedicalDraft> fit) {
        int count = Math.max(count(week), 1);
        int base = EXTRAS_FROM - EXTRAS_FROM % count;
        for (int tries = 0; tries < TRIES; tries++) {
            // Beyond the week by whole counts, and near its start, so that each try falls on a Monday.
            MedicalDraft made =
                    first(week, base + (turn * 7 + tries * 3) % (count / 8 + 1) + (turn * TRIES + tries) * count);
            if (made != null && fit.test(made)) {
                draft.claimId = "LC" + (10_000_000_000L + week * 10_000_000L + EXTRAS_FROM + turn);
                return made;
            }
        }
        throw new IllegalStateException("no claim of week " + week + " fits what is to be planted on it");
    }

    /** Whether a later week corrects the claim. */
    boolean isCorrected(int week, int index) {
        int count = count(week);
        int every = count < SMALL ? Math.max(count, 1) : CORRECTED_EVERY;
        return index % every == every / 2;
    }

    private void corrections(int week, Consumer<MedicalDraft> taker) {
        int wednesday = (int) scenario.monday(week) + 2;
        for (int back = 2; back <= 7 && week - back >= 0; back++) {
            int count = count(week - back);
            int every = count < SMALL ? count : CORRECTED_EVERY;
            for (int i = every / 2; i < count; i += every) {
                boolean due =
                        count < SMALL ? back == 2 && week == scenario.historyWeeks() + 1 : i / every % 6 == back - 2;
                if (due && first(week - back, i) != null && correctable()) {
                    draft.reverse(wednesday);
                    taker.accept(draft);
                    draft.replace();
                    taker.accept(draft);
                }
            }
        }
    }

    private boolean correctable() {
        return !draft.denied() && !draft.capitated;
    }

    private double quantile(int week, int index, int count, Dice d) {
        int step = coprime((int) (count * 0.618), count);
        int offset = new Dice(scenario.seed()).at(Dice.Stream.MEDICAL, week, -1).below(count);
        long rank = ((long) index * step + offset) % count;
        double spread = count < SMALL ? 0.05 : 1;
        return (rank + 0.5 + (d.unit() - 0.5) * spread) / count;
    }

    /** The next number from a guess on that has no divisor in common with the count. */
    static int coprime(int guess, int count) {
        int step = Math.max(1, guess);
        while (gcd(step, count) != 1) {
            step++;
        }
        return step;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    static int dayOfWeek(double share) {
        int day = 0;
        while (share >= DAY_ENDS[day]) {
            day++;
        }
        return day;
    }

    private int turnaround(Dice d, int day) {
        if (!draft.clean) {
            return d.between(18, 55);
        }
        double mean = day >= FASTER_SINCE ? 8.2 : 9.6;
        return 1 + (int) Math.min(28, d.exponential(mean / 2) + d.exponential(mean / 2) + 0.5);
    }

    private static int submission(Dice d, boolean small) {
        return !small && d.chance(0.05) ? d.between(30, 150) : 1 + (int) Math.min(30, d.exponential(6));
    }

    private boolean patient(Dice d) {
        for (int tries = 0; tries < 40; tries++) {
            int seat = d.below(population.seats());
            Family family = population.familyOf(seat, draft.from);
            int person = population.personOf(seat);
            if (family != null && family.covers(draft.thru) && d.unit() < need(family.ageOn(person, draft.from))) {
                draft.family = family;
                draft.person = person;
                return true;
            }
        }
        return false;
    }

    /** How often people of an age need care, as a share of the most. */
    static double need(int age) {
        if (age < 18) {
            return 0.55;
        }
        return age < 45 ? 0.75 : 1;
    }
}
