package counterpart.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Where the payer's ledger differs from the administrator's claims. A background of differences runs through all months,
 * and chosen claims of the fresh weeks show each way in which a break is born, heals, matures and returns.
 */
final class LedgerPlan {
    /** What happens to a claim on its way into the two ledgers. */
    enum Treatment {
        /** The same on both sides. */
        NONE,
        /** One cent apart, which the tolerance allows. */
        ONE_CENT,
        /** The paid amounts differ by two cents. */
        TWO_CENTS,
        PAID_DIFFERS,
        ALLOWED_DIFFERS,
        STATUS_DIFFERS,
        LEFT_ONLY,
        RIGHT_ONLY,
        /** The payer's row comes a week late: the break closes itself. */
        LATE,
        /** As LATE, but with another amount: one break closes, another opens. */
        LATE_AND_DIFFERENT,
        /** The payer corrects its amount a week later and undoes that in the week after. */
        REOPENS,
        TWICE_LEFT,
        TWICE_RIGHT,
        /** Adjudicated after the payer's cut-off, and then never sent. */
        MATURES
    }

    private static final double BACKGROUND = 0.0046;
    private static final Treatment[] ORDINARY = {
        Treatment.PAID_DIFFERS,
        Treatment.PAID_DIFFERS,
        Treatment.ALLOWED_DIFFERS,
        Treatment.STATUS_DIFFERS,
        Treatment.LEFT_ONLY,
        Treatment.LEFT_ONLY,
        Treatment.RIGHT_ONLY,
        Treatment.ONE_CENT
    };

    private final Scenario scenario;
    private final Adjudication claims;
    private final Dice dice;
    private final Map<Long, Treatment> chosen = new HashMap<>();

    LedgerPlan(Scenario scenario, Adjudication claims) {
        this.scenario = scenario;
        this.claims = claims;
        this.dice = new Dice(scenario.seed());
        if (scenario.faults() != Scenario.Faults.NONE) {
            choose();
        }
    }

    /** How a first version goes into the ledgers. */
    Treatment of(MedicalDraft claim) {
        if (scenario.faults() == Scenario.Faults.NONE || claim.version > 0) {
            return Treatment.NONE;
        }
        Treatment treatment = chosen.get(key(claim.week, claim.index));
        if (treatment != null) {
            return treatment;
        }
        if (scenario.faults() == Scenario.Faults.ALL
                && claim.adjudicated < scenario.monday(claim.week) + 6
                && !claims.isCorrected(claim.week, claim.index)
                && dice.at(Dice.Stream.LEDGER, claim.week, claim.index).chance(BACKGROUND)) {
            Treatment ordinary = ORDINARY[dice.below(ORDINARY.length)];
            return suits(ordinary, claim) ? ordinary : Treatment.NONE;
        }
        return Treatment.NONE;
    }

    /** How far apart the amounts are, in cents. */
    long difference(MedicalDraft claim) {
        return 200 + dice.at(Dice.Stream.LEDGER, claim.week, -claim.index).below(20_000);
    }

    /** How far the payer's paid amount is from the administrator's: below it where more would exceed what was allowed. */
    long paidDifference(MedicalDraft claim) {
        long far = difference(claim);
        boolean fits = far <= claim.allowedTotal() - claim.paidTotal();
        return fits ? far : -Math.min(far, claim.paidTotal() / 2);
    }

    private void choose() {
        int first = scenario.historyWeeks();
        int each = scenario.faults() == Scenario.Faults.ALL ? 2 : 1;
        int index = 0;
        for (Treatment treatment : Treatment.values()) {
            int week = first + (treatment == Treatment.TWICE_LEFT ? 2 : 1);
            boolean wanted = treatment != Treatment.NONE && (each == 2 || isFew(treatment));
            for (int i = 0; wanted && i < each; i++) {
                if (treatment == Treatment.MATURES) {
                    fromEnd(week, treatment, i);
                } else {
                    index = from(week, index, treatment);
                }
            }
        }
    }

    private static boolean isFew(Treatment treatment) {
        return switch (treatment) {
            case ONE_CENT, TWO_CENTS, LEFT_ONLY, LATE -> true;
            default -> false;
        };
    }

    private int from(int week, int index, Treatment treatment) {
        int i = index;
        while (!fits(week, i, c -> suits(treatment, c))) {
            i++;
        }
        chosen.put(key(week, i), treatment);
        return i + 1;
    }

    /** The last claims of a week are those of its Sunday. */
    private void fromEnd(int week, Treatment treatment, int turn) {
        int i = claims.count(week) - 1 - 3 * turn;
        while (!fits(week, i, c -> suits(treatment, c))) {
            i--;
        }
        chosen.put(key(week, i), treatment);
    }

    private boolean fits(int week, int index, Predicate<MedicalDraft> fit) {
        if (claims.isCorrected(week, index) || chosen.containsKey(key(week, index))) {
            return false;
        }
        MedicalDraft claim = claims.first(week, index);
        return claim != null && fit.test(claim);
    }

    /** A corrected claim keeps both ledgers equal, and each kind of difference needs amounts that can differ alone. */
    private static boolean suits(Treatment treatment, MedicalDraft claim) {
        boolean paid = !claim.denied() && claim.paidTotal() > 1_000;
        return switch (treatment) {
            case STATUS_DIFFERS -> claim.denied();
            case NONE -> true;
            case TWO_CENTS -> paid && claim.paidTotal() + 2 <= claim.allowedTotal();
            default -> paid;
        };
    }

    private static long key(int week, int index) {
        return ((long) week << 32) | index;
    }
}
