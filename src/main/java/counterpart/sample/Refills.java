package counterpart.sample;

import counterpart.sample.Dice.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * People who take a drug for years, and how faithfully they fetch it. Whoever takes one is a matter of his own number, so
 * a patient's fills can be made again without remembering any.
 */
final class Refills {
    /** In a smaller set a handful of patients would make one week unlike another. */
    static final int FEWEST_MEMBERS = 500;

    static final int CLASSES = 3;
    private static final double PATIENTS = 0.075;
    private static final double FAITHFUL = 0.8;
    private static final double CARELESS = 0.95;
    private static final double LONG_SUPPLY = 0.25;
    private static final double SWITCHES = 0.1;
    private static final int YOUNGEST = 16;
    private static final int MOST_FILLS = 90;
    private static final long COPAY = 1_000;

    private final Scenario scenario;
    private final Dice dice;
    private final List<Patient> patients = new ArrayList<>();
    private final ScriptDraft draft;

    /**
     * One who takes a drug.
     *
     * @param drugClass as {@link Drugs#maintenance} numbers them
     * @param habit from 0 to 1: faithful, careless, and at the end those who come once
     */
    private record Patient(
            Family family, int person, int begin, int drugClass, double habit, int days, int choice, boolean switches) {
        int number() {
            return family.memberNumber(person);
        }
    }

    Refills(Scenario scenario, Population population) {
        this.scenario = scenario;
        this.dice = new Dice(scenario.seed());
        this.draft = new ScriptDraft(population.families().get(0));
        if (scenario.members() >= FEWEST_MEMBERS) {
            population.families().forEach(this::choose);
        }
    }

    private void choose(Family family) {
        int start = (int) scenario.start().toEpochDay();
        for (int person = 0; family.pharmacy() && person < family.size(); person++) {
            Dice d = dice.at(Stream.REFILL, family.memberNumber(person), -1);
            int begin = Math.max(family.first(), start) + d.below(90);
            boolean chosen = d.chance(PATIENTS);
            Patient patient = new Patient(
                    family,
                    person,
                    begin,
                    d.below(CLASSES),
                    d.unit(),
                    d.chance(LONG_SUPPLY) ? 90 : 30,
                    d.below(100),
                    d.chance(SWITCHES));
            if (chosen && family.ageOn(person, begin) >= YOUNGEST && family.covers(begin)) {
                patients.add(patient);
            }
        }
    }

    /** Hands out the fills of a week, each only until the next is made. */
    void week(int week, Consumer<ScriptDraft> taker) {
        int monday = (int) scenario.monday(week);
        for (Patient patient : patients) {
            int day = patient.begin();
            for (int fill = 0;
                    fill < MOST_FILLS && day < monday + 7 && patient.family().covers(day);
                    fill++) {
                if (day >= monday) {
                    dispense(patient, fill, day);
                    taker.accept(draft);
                }
                if (patient.habit() > CARELESS) {
                    break;
                }
                day += patient.days() + delay(patient, fill);
            }
        }
    }

    /** Up to five days early, which the rule of 75 % allows, or late by as much as weeks. */
    private int delay(Patient patient, int fill) {
        Dice d = dice.at(Stream.REFILL, patient.number(), fill);
        return patient.habit() < FAITHFUL ? d.between(-5, 4) : d.between(3, patient.days());
    }

    private void dispense(Patient patient, int fill, int day) {
        boolean switched = patient.switches() && fill >= 4;
        draft.claimId = "RX" + (50_000_000_000L + patient.number() * 1_000L + fill);
        draft.reversal = false;
        draft.originalClaimId = "";
        draft.family = patient.family();
        draft.person = patient.person();
        draft.service = day;
        draft.adjudicated = day;
        draft.paidOn = day + 7;
        draft.pharmacy = patient.number() % 150;
        draft.prescriber = patient.number() % 400;
        draft.prescription = Long.toString(40_000_000L + patient.number());
        draft.fill = fill;
        draft.drug = Drugs.maintenance(patient.drugClass(), patient.choice() + (switched ? 1 : 0));
        draft.compound = false;
        draft.days = patient.days();
        draft.ingredient = draft.drug.cost() * (patient.days() / 30);
        draft.fee = 150;
        draft.tax = 0;
        draft.otherPayer = 0;
        draft.deductible = 0;
        draft.copay = Math.min(draft.ingredient + draft.fee, COPAY);
        draft.coinsurance = 0;
        draft.odd = 0;
    }
}
