package counterpart.sample;

import java.time.LocalDate;

/** Prices medical claims: billed, allowed, the member's share and what the plan pays, line by line. */
final class ClaimPrices {
    static final double INSTITUTIONAL_FROM = 0.86;
    static final double INPATIENT_FROM = 0.985;
    /** Claims a week from which a denied hospital stay no longer moves the week's dollars by a tenth. */
    private static final int STEADY = 1_200;

    private static final int DENIALS_RISE_SINCE =
            (int) LocalDate.of(2026, 4, 15).toEpochDay();
    private static final int PRICES_OF = (int) LocalDate.of(2025, 1, 1).toEpochDay();
    private static final double[] LINE_ENDS = {0.60, 0.85, 0.95};
    private static final long[] DEDUCTIBLES = {50_000, 0, 180_000};

    private ClaimPrices() {}

    /**
     * Fills the amounts of a claim whose dates, lines and patient are set. Where a week has few claims the large ones are
     * paid in full, so that a week is like another and no guard of intake sees a swing.
     *
     * @param count claims of the week
     */
    static void price(MedicalDraft claim, Dice d, double quantile, int count) {
        boolean small = count < Adjudication.SMALL;
        long allowed = Math.round(allowed(quantile) * (1.19 + 0.00004 * (claim.from - PRICES_OF)));
        boolean mayDeny = count >= STEADY || quantile < 0.8;
        boolean denied = mayDeny && d.chance(denialRate(claim.adjudicated));
        int plan = claim.family.planOn(claim.from);
        claim.capitated = !denied && plan == 1 && !claim.institutional && d.chance(0.02);
        claim.status = denied ? "DENIED" : "PAID";
        claim.reason = claim.capitated ? MedicalRows.CAPITATION : d.below(MedicalRows.CAPITATION);
        double discount = claim.inpatient && d.chance(0.05) ? 1.08 : 0.45 + 0.3 * d.unit();
        long billed = Math.round(allowed / discount);
        long payable = denied || claim.capitated ? 0 : allowed;
        long cob = payable > 0 && d.chance(0.02) ? payable / 2 : 0;
        long rest = payable - cob;
        long deductible = small && claim.institutional ? 0 : Math.min(rest, deductible(claim.from, plan, d));
        long copay =
                claim.institutional || deductible > 0 ? 0 : Math.min(rest, plan == 1 ? 2_000 : plan == 0 ? 3_000 : 0);
        long coinsurance = Math.min(150_000, (rest - deductible - copay) / 10);
        split(claim.billed, billed, claim.lines);
        split(claim.cob, cob, claim.lines);
        split(claim.deductible, deductible, claim.lines);
        split(claim.copay, copay, claim.lines);
        split(claim.coinsurance, coinsurance, claim.lines);
        split(claim.paid, rest - deductible - copay - coinsurance, claim.lines);
        for (int i = 0; i < claim.lines; i++) {
            claim.allowed[i] =
                    claim.paid[i] + claim.deductible[i] + claim.copay[i] + claim.coinsurance[i] + claim.cob[i];
        }
    }

    /** Cents allowed at a quantile: many office visits, some outpatient care, few stays. */
    private static long allowed(double quantile) {
        double dollars;
        if (quantile < INSTITUTIONAL_FROM) {
            dollars = 60 + 100 * -Math.log(1 - quantile / INSTITUTIONAL_FROM * 0.995);
        } else if (quantile < INPATIENT_FROM) {
            double share = (quantile - INSTITUTIONAL_FROM) / (INPATIENT_FROM - INSTITUTIONAL_FROM);
            dollars = 400 + 2_400 * -Math.log(1 - share * 0.99);
        } else {
            double share = (quantile - INPATIENT_FROM) / (1 - INPATIENT_FROM);
            dollars = 12_000 + 25_000 * -Math.log(1 - share * 0.99);
        }
        return Math.round(dollars * 100);
    }

    private static double denialRate(int day) {
        double rate = 0.084;
        return day < DENIALS_RISE_SINCE ? rate : rate + 0.0175 * Math.min(1, (day - DENIALS_RISE_SINCE) / 165.0);
    }

    /** What is left of a yearly deductible is spent early in the year. */
    private static long deductible(int day, int plan, Dice d) {
        int month = LocalDate.ofEpochDay(day).getMonthValue();
        double open = 0.55 * Math.pow(0.82, month - 1.0) + 0.06;
        return d.chance(open) ? (long) (DEDUCTIBLES[plan] * (0.2 + 0.8 * d.unit())) : 0;
    }

    static int lines(double share) {
        int lines = 1;
        while (lines <= LINE_ENDS.length && share >= LINE_ENDS[lines - 1]) {
            lines++;
        }
        return lines;
    }

    /** Spreads an amount over lines in falling shares; the first takes the rest. */
    private static void split(long[] target, long amount, int lines) {
        long left = amount;
        for (int i = lines - 1; i > 0; i--) {
            target[i] = amount * (MedicalDraft.MOST_LINES - i) / (MedicalDraft.MOST_LINES * lines);
            left -= target[i];
        }
        target[0] = left;
    }
}
