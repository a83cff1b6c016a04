package counterpart.sample;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Prescriptions week by week of their adjudication, with the reversals and new bills of the week before. */
final class Dispensing {
    static final double SCRIPTS_PER_MEMBER_MONTH = 0.606;
    private static final double WEEKS_PER_MONTH = 365.25 / 12 / 7;
    private static final int SMALL = 400;
    private static final int EXTRAS_FROM = 900_000;
    private static final int TRIES = 300;
    private static final int REVERSED_EVERY = 50;
    private static final double SPECIALTY = 0.0145;
    private static final double GENERICS_AT_FIRST = 0.8885;
    private static final double GENERICS_GAINED = 0.0165;
    private static final int[] COPAYS = {1_000, 4_000, 15_000};

    private final Scenario scenario;
    private final Population population;
    private final Dice dice;
    private final ScriptDraft draft;
    private final int start;

    Dispensing(Scenario scenario, Population population) {
        this.scenario = scenario;
        this.population = population;
        this.dice = new Dice(scenario.seed());
        this.draft = new ScriptDraft(population.families().get(0));
        this.start = (int) scenario.start().toEpochDay();
    }

    int count(int week) {
        return (int) Math.round(population.seats() * SCRIPTS_PER_MEMBER_MONTH / WEEKS_PER_MONTH);
    }

    void week(int week, Consumer<ScriptDraft> taker) {
        int count = count(week);
        for (int i = 0; i < count; i++) {
            if (first(week, i) != null) {
                taker.accept(draft);
            }
        }
        if (week > 0) {
            reversals(week, taker);
        }
    }

    private void reversals(int week, Consumer<ScriptDraft> taker) {
        int tuesday = (int) scenario.monday(week) + 1;
        int count = count(week - 1);
        boolean small = count < SMALL;
        if (small && week != scenario.historyWeeks() + 1) {
            return;
        }
        int every = small ? count : REVERSED_EVERY;
        for (int i = every / 2; i < count; i += every) {
            if (first(week - 1, i) != null) {
                draft.reverse(tuesday);
                taker.accept(draft);
                if (!small && i / every % 3 == 0) {
                    draft.rebill(tuesday + 1);
                    taker.accept(draft);
                }
            }
        }
    }

    /** Whether a bill is taken back in the week after its own. */
    boolean isTakenBack(int week, int index) {
        int count = count(week);
        if (count < SMALL) {
            return week == scenario.historyWeeks() && index == count / 2;
        }
        return index % REVERSED_EVERY == REVERSED_EVERY / 2;
    }

    /** One bill as first adjudicated, or null when it falls before the scenario. */
    @Nullable
    ScriptDraft first(int week, int index) {
        int count = Math.max(count(week), 1);
        Dice d = dice.at(Dice.Stream.PHARMACY, week, index);
        int step = Adjudication.coprime((int) (count * 0.618), count);
        double quantile = ((long) index * step % count + (count < SMALL ? 0.5 : d.unit())) / count;
        int day = (int) scenario.monday(week) + Adjudication.dayOfWeek((index % count + 0.5) / count);
        draft.claimId = "RX" + (10_000_000_000L + week * 10_000_000L + index);
        draft.reversal = false;
        draft.originalClaimId = "";
        draft.adjudicated = day;
        draft.paidOn = day + 7;
        draft.service = d.chance(0.9) ? day : day - d.between(1, 5);
        if (draft.service < start || !patient(d)) {
            return null;
        }
        draft.pharmacy = d.below(150);
        draft.prescriber = d.below(400);
        draft.prescription = Long.toString(10_000_000L + (long) week * 100_000 + index);
        draft.fill = d.below(6);
        price(d, quantile, count < SMALL);
        return draft;
    }

    /** A bill beyond those of the week, adjudicated on its Monday, for something to be planted on. */
    ScriptDraft extra(int week, int turn, Predicate<ScriptDraft> fit) {
        int count = Math.max(count(week), 1);
        int base = EXTRAS_FROM - EXTRAS_FROM % count;
        for (int tries = 0; tries < TRIES; tries++) {
            ScriptDraft made =
                    first(week, base + (turn * 7 + tries * 3) % (count / 8 + 1) + (turn * TRIES + tries) * count);
            if (made != null && fit.test(made)) {
                draft.claimId = "RX" + (10_000_000_000L + week * 10_000_000L + EXTRAS_FROM + turn);
                draft.prescription = Long.toString(20_000_000L + week * 1_000L + turn);
                return made;
            }
        }
        throw new IllegalStateException("no prescription of week " + week + " fits what is to be planted on it");
    }

    private boolean patient(Dice d) {
        for (int tries = 0; tries < 60; tries++) {
            int seat = d.below(population.seats());
            Family family = population.familyOf(seat, draft.service);
            int person = population.personOf(seat);
            if (family != null
                    && family.pharmacy()
                    && d.unit() < Adjudication.need(family.ageOn(person, draft.service))) {
                draft.family = family;
                draft.person = person;
                return true;
            }
        }
        return false;
    }

    /** In a small set a quantile always means the same drug and supply, so that a week is like another. */
    private void price(Dice d, double quantile, boolean small) {
        double generics = GENERICS_AT_FIRST + (small ? 0 : GENERICS_GAINED * progress(draft.service));
        boolean specialty = quantile >= 1 - SPECIALTY;
        int tier = specialty ? 2 : quantile >= generics ? 1 : 0;
        double pick = small ? quantile * 13.7 % 1 : d.unit();
        draft.drug = tier == 2 ? Drugs.specialty(pick) : tier == 1 ? Drugs.brand(pick) : Drugs.generic(pick);
        draft.compound = tier == 0 && d.chance(0.004);
        draft.days = tier < 2 && !small && d.chance(0.2) ? 90 : 30;
        long supply = draft.days == 90 && tier == 0 ? 3 : 1;
        draft.ingredient = Math.round(draft.drug.cost() * supply * (tier == 0 ? 1.9 : 1) * (0.95 + 0.1 * d.unit()));
        draft.fee = 150;
        draft.tax = 0;
        long price = draft.ingredient + draft.fee;
        draft.otherPayer = !small && d.chance(0.01) ? price / 4 : 0;
        long rest = price - draft.otherPayer;
        draft.deductible = tier == 1 && !small && d.chance(0.08) ? Math.min(rest, 10_000) : 0;
        draft.copay = Math.min(rest - draft.deductible, COPAYS[tier]);
        draft.coinsurance = 0;
        draft.odd = 0;
    }

    /** How much of the thirty-six months to the report month has passed. */
    private double progress(int day) {
        long end = LocalDate.of(2026, 10, 31).toEpochDay();
        return Math.max(0, Math.min(1, 1 - (end - day) / 1_096.0));
    }
}
