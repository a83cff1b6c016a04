package counterpart.sample;

import counterpart.sample.MeridianFile.Feed;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Plants, on prescriptions of their own, each way in which bills and their reversals can meet, miss or outnumber each
 * other, within a cycle and across cycles, and rows that break an edit.
 */
final class MeridianFaults {
    private static final int HISTORY_DAYS = 126;

    private final MeridianLedgers ledgers;
    private final MeridianPlan plan;
    private final MeridianMeasures measures;
    private final MeridianTruth truth;
    private final Dispensing scripts;
    private final Scenario book;
    private int turn;

    MeridianFaults(
            MeridianLedgers ledgers,
            MeridianPlan plan,
            MeridianMeasures measures,
            MeridianTruth truth,
            Dispensing scripts,
            Scenario book) {
        this.ledgers = ledgers;
        this.plan = plan;
        this.measures = measures;
        this.truth = truth;
        this.scripts = scripts;
        this.book = book;
    }

    void plantFew() throws IOException {
        sameDay();
        laterCycle(true);
        reversalFirst();
        twiceReversed();
        reversalMissing();
        cents(2);
        oneSided(true);
        reject(1, "P-301", "ndc11", "1234");
    }

    /** Everything twice. */
    void plantAll() throws IOException {
        for (int time = 0; time < 2; time++) {
            boolean again = time == 1;
            sameDay();
            laterCycle(again);
            reversalFirst();
            twiceReversed();
            reversalMissing();
            reversalLate();
            billedTwiceRight();
            billedTwiceLeft();
            cents(1);
            cents(2);
            oneSided(true);
            oneSided(false);
            bookedLate();
            matures();
            reopens();
            orphan(again);
            rows(again);
        }
    }

    private void rows(boolean again) throws IOException {
        int cycle = again ? 2 : 1;
        reject(cycle, "P-301", "ndc11", again ? "00000000000" : "1234");
        reject(cycle, "P-303", again ? "qty" : "days", "0");
        reject(cycle, "G-002", "process_date", again ? "31-Nov-2026" : "2026-10-05");
        reject(cycle, "G-003", "tax", again ? "1.50" : "5O");
        reject(cycle, "G-005", "source_code", "X");
        rejectRight(cycle, again ? "Adjudicated" : "FilledOn", "2026-10-05");
        ScriptDraft script = bill(cycle);
        truth.finding(
                ledgers.claims(script).file(), ledgers.claims(script).line() + 1, script.claimId, "P-306", "WARN");
        spoiled(script, "prescriber_npi", "9876543210");
        measures.loaded(script);
        truth.loaded(MeridianTruth.Side.LEFT, script, script.planPaid());
        ledgers.right(script, script.planPaid());
    }

    /** No fault: billed, taken back and billed again on one day. */
    private void sameDay() throws IOException {
        ScriptDraft script = bill(1);
        int day = script.adjudicated;
        ledgers.both(script);
        takeBack(script, day);
        script.rebill(day);
        ledgers.both(script);
    }

    /** No fault: taken back in a later cycle than billed. */
    private void laterCycle(boolean unnamed) throws IOException {
        ScriptDraft script = bill(0);
        ledgers.both(script);
        script.reverse(monday(1));
        ledgers.left(script, !unnamed);
        measures.netted(script);
        ledgers.right(script, script.planPaid());
    }

    /** The reversal is told in one cycle, the bill in the next. */
    private void reversalFirst() throws IOException {
        ScriptDraft script = bill(1);
        int day = script.adjudicated;
        script.reverse(day);
        orphanFindings(script, true);
        ledgers.both(script);
        measures.netted(script);
        ledgers.breakRow(script, "REVERSAL", "TIMING", "1", "1", script.planPaid(), plan.night(1), plan.night(2), "");
        script.rebill(monday(2));
        ledgers.both(script);
    }

    private void twiceReversed() throws IOException {
        ScriptDraft script = bill(1);
        ledgers.both(script);
        takeBack(script, script.adjudicated + 1);
        script.claimId = "RW" + script.claimId.substring(2);
        truth.finding(
                ledgers.claims(script).file(), ledgers.claims(script).line() + 1, script.claimId, "P-308", "WARN");
        ledgers.left(script, true);
        ledgers.breakRow(
                script, "DOUBLE_REVERSAL", "DOUBLE_REVERSAL_LEFT", "2", "1", script.planPaid(), plan.night(1), "", "");
    }

    private void reversalMissing() throws IOException {
        ScriptDraft script = bill(1);
        ledgers.both(script);
        script.reverse(script.adjudicated + 1);
        ledgers.left(script, true);
        measures.netted(script);
        status(script, "");
    }

    private void reversalLate() throws IOException {
        ScriptDraft script = bill(1);
        ledgers.both(script);
        script.reverse(script.adjudicated + 1);
        ledgers.left(script, true);
        measures.netted(script);
        status(script, plan.night(2));
        script.adjudicated = monday(2);
        ledgers.right(script, script.planPaid());
    }

    private void billedTwiceRight() throws IOException {
        ScriptDraft script = bill(1);
        ledgers.both(script);
        again(script);
        ledgers.right(script, script.planPaid());
        ledgers.breakRow(script, "DUPLICATE", "DUPLICATE_RIGHT", "1", "2", script.planPaid(), plan.night(2), "", "");
    }

    private void billedTwiceLeft() throws IOException {
        ScriptDraft script = bill(1);
        ledgers.both(script);
        again(script);
        ledgers.left(script, true);
        ledgers.breakRow(script, "DUPLICATE", "DUPLICATE_LEFT", "2", "1", script.planPaid(), plan.night(2), "", "");
    }

    private void again(ScriptDraft script) {
        script.claimId = "RD" + script.claimId.substring(2);
        script.adjudicated = monday(2);
    }

    private void cents(int cents) throws IOException {
        ScriptDraft script = bill(1);
        ledgers.left(script, true);
        ledgers.right(script, script.planPaid() + cents);
        if (cents > 1) {
            ledgers.paid(script, script.planPaid() + cents, plan.night(1), "");
        }
    }

    private void oneSided(boolean left) throws IOException {
        ScriptDraft script = bill(1);
        if (left) {
            ledgers.left(script, true);
            ledgers.presence(script, "ONE_SIDED_LEFT", "");
        } else {
            ledgers.right(script, script.planPaid());
            ledgers.rightPresence(script, "");
        }
    }

    /** The payer books the bill a cycle late: the break closes itself. */
    private void bookedLate() throws IOException {
        ScriptDraft script = bill(1);
        ledgers.left(script, true);
        ledgers.presence(script, "ONE_SIDED_LEFT", plan.night(2));
        script.adjudicated = monday(2);
        ledgers.right(script, script.planPaid());
    }

    /** Adjudicated after the payer's cut-off, and then never booked. */
    private void matures() throws IOException {
        ScriptDraft script = bill(1);
        script.adjudicated = (int) plan.fresh(Feed.CLAIMS, 1).to().toEpochDay();
        ledgers.left(script, true);
        ledgers.presence(script, "ONE_SIDED_LEFT", "", "TIMING until " + plan.night(2));
    }

    /** The payer books too much, corrects it in the next cycle, and undoes that in the third. */
    private void reopens() throws IOException {
        ScriptDraft script = bill(0);
        long paid = script.planPaid();
        long wrong = paid + 350;
        ledgers.left(script, true);
        ledgers.right(script, wrong);
        ledgers.paid(script, wrong, plan.night(0), plan.night(1));
        ledgers.paid(script, wrong, plan.night(2), "");
        correctRight(script, monday(1), "RX", wrong, paid);
        correctRight(script, monday(2), "RC", paid, wrong);
    }

    private void correctRight(ScriptDraft script, int day, String prefix, long was, long becomes) throws IOException {
        String number = script.claimId.substring(2);
        script.claimId = prefix + number;
        script.reverse(day);
        script.claimId = (prefix.equals("RX") ? "RV" : "RY") + number;
        ledgers.right(script, -was);
        script.rebill(day);
        script.claimId = (prefix.equals("RX") ? "RB" : "RZ") + number;
        ledgers.right(script, becomes);
    }

    /** A reversal whose bill never comes: it waits, and after ninety days it is an orphan. */
    private void orphan(boolean old) throws IOException {
        int day = (int) book.historyEnd().toEpochDay() - HISTORY_DAYS + 1;
        boolean reaches = day > book.start().toEpochDay() + 7;
        if (old && !reaches) {
            return;
        }
        ScriptDraft script = old ? of(day) : bill(1);
        script.reverse(script.adjudicated);
        orphanFindings(script, false);
        ledgers.left(script, true);
        String category = old ? "ORPHAN_REVERSAL" : "TIMING";
        ledgers.breakRow(script, "REVERSAL", category, "1", "", script.planPaid(), ledgers.night(script), "", "");
    }

    private void orphanFindings(ScriptDraft script, boolean right) throws IOException {
        truth.finding(
                ledgers.claims(script).file(), ledgers.claims(script).line() + 1, script.claimId, "P-307", "WARN");
        if (right) {
            truth.finding(
                    ledgers.ledger(script).file(), ledgers.ledger(script).line() + 1, script.claimId, "P-307", "WARN");
        }
    }

    private void status(ScriptDraft reversal, String closed) {
        ledgers.breakRow(
                reversal, "STATUS", "STATUS_DIFF", "REVERSED", "PAID", reversal.planPaid(), plan.night(1), closed, "");
    }

    private void takeBack(ScriptDraft script, int day) throws IOException {
        script.reverse(day);
        ledgers.both(script);
        measures.netted(script);
    }

    private void reject(int cycle, String code, String column, String value) throws IOException {
        ScriptDraft script = bill(cycle);
        MeridianWriter out = ledgers.claims(script);
        truth.finding(out.file(), out.line() + 1, script.claimId, code, "REJECT_ROW");
        spoiled(script, column, value);
        ledgers.right(script, script.planPaid());
        ledgers.rightPresence(script, "REJECTED:" + code);
    }

    private void rejectRight(int cycle, String column, String value) throws IOException {
        ScriptDraft script = bill(cycle);
        ledgers.left(script, true);
        MeridianWriter out = ledgers.ledger(script);
        MeridianRows.ledger(out.row(), script, script.planPaid());
        truth.finding(out.file(), out.line() + 1, script.claimId, "G-002", "REJECT_ROW");
        out.write(MeridianRows.with(out.row().asText(), MeridianRows.LEDGER, column, value), script, script.planPaid());
        ledgers.presence(script, "ONE_SIDED_LEFT", "", "REJECTED:G-002");
    }

    private void spoiled(ScriptDraft script, String column, String value) throws IOException {
        MeridianWriter out = ledgers.claims(script);
        MeridianRows.claim(out.row(), script, true);
        out.write(MeridianRows.with(out.row().asText(), MeridianRows.DETAIL, column, value), script, script.planPaid());
    }

    private ScriptDraft bill(int cycle) {
        return of(monday(cycle));
    }

    /** A bill of its own, adjudicated on a Monday. */
    private ScriptDraft of(int monday) {
        int week = book.historyWeeks() + (int) ((monday - book.historyEnd().toEpochDay() - 1) / 7);
        int from = monday - HISTORY_DAYS;
        ScriptDraft script = scripts.extra(
                week,
                turn++,
                s -> s.family.last() == Family.OPEN
                        && s.family.first() < from
                        && !s.compound
                        && !s.drug.brand()
                        && s.otherPayer == 0
                        && s.planPaid() > 0);
        measures.fills().planted(script);
        return script;
    }

    /** The first Monday of a cycle that both sides count to it. */
    private int monday(int cycle) {
        LocalDate second = plan.fresh(Feed.CLAIMS, cycle).from().plusDays(1);
        return (int) second.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)).toEpochDay();
    }
}
