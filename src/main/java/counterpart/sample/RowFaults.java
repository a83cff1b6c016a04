package counterpart.sample;

import counterpart.sample.Scenario.Faults;
import java.io.IOException;

/**
 * Plants what single rows can have wrong: each kind once in the second and once in the third fresh week, on claims and
 * people of their own, so that no finding hides another. The other weeks carry the faulty files.
 */
final class RowFaults {
    private static final int FIRST = 1;
    private static final int SECOND = 2;

    private final Scenario scenario;
    private final Population population;
    private final Outbox outbox;
    private final Ledgers ledgers;
    private final Measures measures;
    private final Truth truth;

    RowFaults(
            Scenario scenario, Population population, Outbox outbox, Ledgers ledgers, Measures measures, Truth truth) {
        this.scenario = scenario;
        this.population = population;
        this.outbox = outbox;
        this.ledgers = ledgers;
        this.measures = measures;
        this.truth = truth;
    }

    void plantInEligibility() throws IOException {
        if (scenario.faults() == Faults.NONE) {
            return;
        }
        for (int week = FIRST; week <= SECOND; week++) {
            EligibilityFaults faults =
                    new EligibilityFaults(outbox.fresh(week, PlannedFile.Feed.ELIGIBILITY), truth, population, week);
            if (scenario.faults() == Faults.ALL) {
                faults.plantAll();
            } else {
                faults.plantFew();
            }
        }
    }

    /** Plants in the claims of a week, counted from the start of history. */
    void plantInClaims(int week, Adjudication medical, Dispensing pharmacy) throws IOException {
        int fresh = week - scenario.historyWeeks();
        if (scenario.faults() == Faults.NONE || fresh < FIRST || fresh > SECOND) {
            return;
        }
        boolean first = fresh == FIRST;
        MedicalFaults claims = new MedicalFaults(outbox, ledgers, measures, truth, medical, week, first);
        PharmacyFaults scripts = new PharmacyFaults(outbox, measures, truth, pharmacy, population, week, first);
        if (scenario.faults() == Faults.ALL) {
            claims.plantAll((int) scenario.start().toEpochDay());
            scripts.plantAll();
            new LedgerFaults(outbox, ledgers, measures, truth, medical, week).plantAll();
            new ChainFaults(outbox, ledgers, measures, truth, medical, week).plantAll();
        } else {
            claims.plantFew();
            scripts.plantFew();
        }
    }
}
