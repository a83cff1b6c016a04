package counterpart.sample;

import counterpart.sample.PlannedFile.Feed;
import counterpart.sample.Truth.FindingRow;
import java.io.IOException;

/**
 * Plants chains of versions that do not hold together: a reversal of nothing, one of another amount, and one too many. Both
 * ledgers have them, so the two sides agree, and both files are told of.
 */
final class ChainFaults {
    /** Beyond the numbers of all other planted claims. */
    private static final int FIRST_TURN = 300;

    private final Outbox outbox;
    private final Ledgers ledgers;
    private final Measures measures;
    private final Truth truth;
    private final Adjudication claims;
    private final int week;
    private int turn = FIRST_TURN;

    ChainFaults(Outbox outbox, Ledgers ledgers, Measures measures, Truth truth, Adjudication claims, int week) {
        this.outbox = outbox;
        this.ledgers = ledgers;
        this.measures = measures;
        this.truth = truth;
        this.claims = claims;
        this.week = week;
    }

    void plantAll() throws IOException {
        MedicalDraft lone = claim();
        lone.reverse(lone.adjudicated);
        tell(lone, "M-226");
        left(lone);
        ledgers.same(lone);

        MedicalDraft unequal = stated();
        unequal.reverse(unequal.adjudicated + 1);
        unequal.allowed[0] += 100;
        unequal.paid[0] += 100;
        tell(unequal, "M-228");
        both(unequal);

        MedicalDraft twice = stated();
        twice.reverse(twice.adjudicated + 1);
        both(twice);
        twice.version = 2;
        tell(twice, "M-227");
        both(twice);
    }

    private MedicalDraft stated() throws IOException {
        MedicalDraft claim = claim();
        left(claim);
        ledgers.same(claim);
        return claim;
    }

    /** Adjudicated on a Monday, so that its reversal falls into the same files on both sides. */
    private MedicalDraft claim() {
        return claims.extra(week, turn++, MedicalFaults::isPlain);
    }

    private void both(MedicalDraft claim) throws IOException {
        left(claim);
        LedgerRows.write(outbox.holding(Feed.LEDGER, claim.adjudicated), claim);
    }

    private void left(MedicalDraft claim) throws IOException {
        MedicalRows.write(outbox.holding(Feed.MEDICAL, claim.adjudicated), claim);
        measures.medical(claim);
    }

    private void tell(MedicalDraft claim, String code) throws IOException {
        FeedWriter left = outbox.holding(Feed.MEDICAL, claim.adjudicated);
        truth.finding(new FindingRow(left.file().name(), left.line() + 1, claim.claimId, code, "WARN", true, ""));
        FeedWriter right = outbox.holding(Feed.LEDGER, claim.adjudicated);
        truth.finding(new FindingRow(right.file().name(), right.line() + 1, "", code, "WARN", false, ""));
    }
}
