package counterpart.sample;

import counterpart.sample.PlannedFile.Feed;
import counterpart.sample.Truth.FindingRow;
import java.io.IOException;

/** Plants faults in the payer's ledger; the administrator's file has the claims as they are. */
final class LedgerFaults {
    private static final int FIRST_TURN = 100;
    private static final int SERVICE_FROM = 7;
    private static final int ADJUDICATED = 10;
    private static final int STATUS = 12;
    private static final int BILLED = 13;

    private final Outbox outbox;
    private final Ledgers ledgers;
    private final Measures measures;
    private final Truth truth;
    private final Adjudication claims;
    private final int week;
    private int turn = FIRST_TURN;

    LedgerFaults(Outbox outbox, Ledgers ledgers, Measures measures, Truth truth, Adjudication claims, int week) {
        this.outbox = outbox;
        this.ledgers = ledgers;
        this.measures = measures;
        this.truth = truth;
        this.claims = claims;
        this.week = week;
    }

    void plantAll() throws IOException {
        reject("M-203", SERVICE_FROM, "");
        reject("G-002", ADJUDICATED, "31/12/2026");
        reject("G-003", BILLED, "125.00");
        reject("G-005", STATUS, "09");
        twice();
        ragged();
    }

    private void reject(String code, int column, String value) throws IOException {
        MedicalDraft claim = next();
        MedicalRows.write(outbox.holding(Feed.MEDICAL, claim.adjudicated), claim);
        measures.medical(claim);
        FeedWriter ledger = ledger(claim);
        String[] fields = text(ledger, claim).split(",", -1);
        fields[column] = value;
        plant(ledger, claim, code, String.join(",", fields));
        ledgers.lostRight(claim, code);
    }

    private void twice() throws IOException {
        MedicalDraft claim = next();
        MedicalRows.write(outbox.holding(Feed.MEDICAL, claim.adjudicated), claim);
        measures.medical(claim);
        ledgers.same(claim);
        FeedWriter ledger = ledger(claim);
        plant(ledger, claim, "M-201", text(ledger, claim));
    }

    /** The row of a claim that only the payer knows: it cannot be read, so it makes no break. */
    private void ragged() throws IOException {
        MedicalDraft claim = next();
        FeedWriter ledger = ledger(claim);
        plant(ledger, claim, "F-016", text(ledger, claim) + ",X");
    }

    private void plant(FeedWriter ledger, MedicalDraft claim, String code, String row) throws IOException {
        truth.finding(
                new FindingRow(ledger.file().name(), ledger.line() + 1, claim.claimId, code, "REJECT_ROW", true, ""));
        ledger.writeLine(row);
        ledger.totals().details++;
        truth.rejected(ledger.file(), 1);
    }

    private static String text(FeedWriter ledger, MedicalDraft claim) {
        LedgerRows.compose(ledger.row(), claim, claim.allowedTotal(), claim.paidTotal(), claim.status);
        return ledger.row().asText();
    }

    private FeedWriter ledger(MedicalDraft claim) throws IOException {
        return outbox.holding(Feed.LEDGER, claim.adjudicated);
    }

    private MedicalDraft next() {
        return claims.extra(week, turn++, MedicalFaults::isPlain);
    }
}
