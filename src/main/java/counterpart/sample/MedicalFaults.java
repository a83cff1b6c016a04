package counterpart.sample;

import static counterpart.sample.Columns.CH;
import static counterpart.sample.Columns.CL;

import counterpart.model.Money;
import counterpart.sample.PlannedFile.Feed;
import counterpart.sample.Truth.FindingRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Plants faults on claims of their own in a week's medical file; the payer's ledger carries the claims as they are. */
final class MedicalFaults {
    private static final int UNKNOWN_MEMBER = 7_900_000;
    private static final int AFTER_JUNE = (int) LocalDate.of(2026, 7, 1).toEpochDay();
    private static final int YEAR_AND_A_BIT = 367;

    private final Outbox outbox;
    private final Ledgers ledgers;
    private final Measures measures;
    private final Truth truth;
    private final Adjudication claims;
    private final int week;
    private final boolean first;
    private int turn;

    MedicalFaults(
            Outbox outbox,
            Ledgers ledgers,
            Measures measures,
            Truth truth,
            Adjudication claims,
            int week,
            boolean first) {
        this.outbox = outbox;
        this.ledgers = ledgers;
        this.measures = measures;
        this.truth = truth;
        this.claims = claims;
        this.week = week;
        this.first = first;
    }

    void plantFew() throws IOException {
        if (first) {
            warnHeader("M-208", row -> CH.with(row, "billing_npi", "2103475086"));
        } else {
            warn("M-204", 0, plain(), claim -> claim.paidOn = claim.adjudicated - 1, rows -> rows);
        }
    }

    /** @param start first day of service in the files */
    void plantAll(int start) throws IOException {
        keys();
        dates();
        fields();
        amounts();
        members(start);
        codes();
        circumstances();
        warnHeader("M-222", row -> CH.with(row, "carc_list", first ? "CO:45:1.00" : "CO:45:2.00"));
        totalLine();
    }

    /** A line that states the total of the others, and states it wrong. */
    private void totalLine() throws IOException {
        MedicalDraft claim = outpatient();
        FeedWriter out = file(claim);
        finding(out, claim, "M-214", 0, "WARN");
        List<String> rows = new java.util.ArrayList<>(MedicalRows.compose(out.row(), claim));
        String total = rows.get(rows.size() - 1);
        total = CL.with(total, "line_no", Integer.toString(claim.lines + 1));
        total = CL.with(CL.with(total, "revenue_code", "0001"), "proc_code", "");
        total = CL.with(total, "billed", new Money(claim.billedTotal() + (first ? 2 : 10_000)).toString());
        total = CL.with(total, "allowed", new Money(claim.allowedTotal()).toString());
        total = CL.with(total, "paid", new Money(claim.paidTotal()).toString());
        for (String share : List.of("deductible", "copay", "coinsurance", "cob_paid", "noncovered", "carc_list")) {
            total = CL.with(total, share, "");
        }
        rows.add(total);
        write(out, claim, rows);
        out.totals().lines++;
        measures.medical(claim);
        ledgers.same(claim);
    }

    /** A wrong amount that the claim's reasons do not explain either. */
    private void unexplained(FeedWriter out) {
        truth.finding(new FindingRow(out.file().name(), out.line() + 1, "", "M-222", "WARN", false, ""));
    }

    private void keys() throws IOException {
        rejectUnseen("M-201", rows -> rows.stream().map(row -> blankKey(row)).toList());
        MedicalDraft once = brief();
        MedicalRows.write(file(once), once);
        measures.medical(once);
        ledgers.same(once);
        FeedWriter out = file(once);
        finding(out, once, "M-201", 0, "REJECT_ROW");
        MedicalRows.write(out, once);
        truth.rejected(out.file(), 1 + once.lines);
        MedicalDraft childless = brief();
        reject(childless, "M-202", rows -> rows.subList(0, 1));
        file(childless).totals().lines -= childless.lines;
        orphanLine();
        reject(brief(), "M-225", rows -> header(rows, row -> CH.with(row, "frequency_code", first ? "7" : "8")));
    }

    private void orphanLine() throws IOException {
        MedicalDraft claim = plain();
        FeedWriter out = file(claim);
        List<String> rows = MedicalRows.compose(out.row(), claim);
        finding(out, claim, "M-202", 0, "REJECT_ROW");
        out.writeLine(rows.get(1));
        out.totals().lines++;
        truth.rejected(out.file(), 1);
    }

    private void dates() throws IOException {
        reject(
                brief(),
                "M-203",
                rows -> header(
                        rows, row -> CH.with(row, first ? "thru_date" : "from_date", first ? "20260101" : "20270115")));
        reject(brief(), "M-203", rows -> header(rows, row -> CH.with(row, "from_date", first ? "" : "20130101")));
        warn("M-204", 0, plain(), claim -> claim.paidOn = claim.adjudicated - 1, rows -> rows);
    }

    private void fields() throws IOException {
        reject(brief(), "G-002", rows -> header(rows, row -> CH.with(row, "received_date", "20261032")));
        reject(brief(), "G-003", rows -> header(rows, row -> CH.with(row, "noncovered", first ? "1,000.00" : "$5.00")));
        reject(brief(), "G-005", rows -> header(rows, row -> CH.with(row, "claim_status", "PENDED")));
        rejectUnseen("F-016", rows -> header(rows, row -> row + "|X"));
    }

    private void amounts() throws IOException {
        warnHeader("M-208", row -> CH.with(row, "billing_npi", first ? "2103475086" : "3234567893"));
        MedicalDraft tooLittle = shared();
        unexplained(file(tooLittle));
        warn("M-219", 0, tooLittle, claim -> claim.allowed[0] -= 500, rows -> rows);
        MedicalDraft odd = plain();
        FeedWriter out = file(odd);
        finding(out, odd, "M-221", 0, "WARN");
        unexplained(out);
        String billed = new Money(odd.billedTotal() + 100).toString();
        write(out, odd, header(MedicalRows.compose(out.row(), odd), row -> CH.with(row, "billed", billed)));
        out.totals().billed += 100;
        measures.medical(odd);
        ledgers.same(odd);
        MedicalDraft denied = claims.extra(week, turn++, claim -> claim.denied() && !claim.deniedAsDuplicate());
        denied.paid[0] = 5_000;
        FeedWriter target = file(denied);
        finding(target, denied, "M-224", 0, "WARN");
        unexplained(target);
        write(target, denied, MedicalRows.compose(target.row(), denied));
        measures.medical(denied);
        ledgers.unpaidRight(denied);
        warn("M-230", 1, plain(), claim -> {}, rows -> line(rows, row -> CL.with(row, "units", first ? "0" : "-1")));
    }

    private void members(int start) throws IOException {
        MedicalDraft stranger = plain();
        FeedWriter out = file(stranger);
        finding(out, stranger, "M-206", 0, "WARN");
        String unknown = first ? "M9999901-01" : "M9999902-01";
        for (String row : header(MedicalRows.compose(out.row(), stranger), r -> CH.with(r, "member_id", unknown))) {
            out.writeLine(row);
        }
        MedicalRows.count(out, stranger, UNKNOWN_MEMBER + (first ? 1 : 2));
        measures.medical(stranger);
        ledgers.same(stranger);
        MedicalDraft early = claims.extra(
                week,
                turn++,
                claim -> isPlain(claim) && claim.family.first() > start + 40 && claim.family.first() < claim.from);
        int covered = early.family.first();
        early.from = covered - 10;
        early.thru = covered - 10;
        FeedWriter target = file(early);
        finding(target, early, "M-207", 0, "WARN");
        write(target, early, MedicalRows.compose(target.row(), early));
        measures.medical(early);
        early.from = covered;
        early.thru = covered;
        ledgers.same(early);
    }

    /** Codes that cannot be, on claims that were paid all the same. */
    private void codes() throws IOException {
        warnHeader("M-209", row -> CH.with(row, "dx_principal", first ? "J06.9" : ""));
        warn(
                "M-211",
                0,
                outpatient(),
                claim -> {},
                rows -> header(rows, row -> CH.with(row, "bill_type", first ? "" : "0901")));
        warnHeader("M-212", row -> CH.with(row, "pos", first ? "30" : "7"));
        warn(
                "M-213",
                1,
                outpatient(),
                c -> {},
                rows -> line(
                        rows,
                        // Without its zero: the code is wrong, and still says what care it was.
                        row -> CL.with(
                                row, "revenue_code", CL.get(row, "revenue_code").substring(1))));
        warn(
                "M-215",
                1,
                plain(),
                c -> {},
                rows -> line(rows, row -> CL.with(row, "proc_code", first ? "9921" : "Z9999")));
        warn("M-216", 1, plain(), c -> {}, rows -> line(rows, row -> CL.with(row, "mod1", first ? "L" : "59-")));
        warn(
                "M-217",
                0,
                inpatient(),
                c -> {},
                rows -> header(rows, row -> CH.with(row, first ? "admit_date" : "discharge_status", "")));
        warn("M-218", 0, inpatient(), c -> {}, rows -> header(rows, row -> CH.with(row, "drg", first ? "" : "47")));
        warnHeader("M-223", row -> CH.with(row, "carc_list", first ? "XX:45:10.00" : "CO:4567:10.00"));
        warnHeader("M-233", row -> CH.with(row, "capitated_flag", "Y"));
    }

    /** What the claim says of the member's life and of other claims. */
    private void circumstances() throws IOException {
        MedicalDraft above = plain();
        long billed = above.allowedTotal() - 2;
        long lessBilled = above.billedTotal() - billed;
        above.billed[0] -= lessBilled;
        warn("M-220", 0, above, c -> {}, rows -> rows);
        boolean woman = !first;
        MedicalDraft other = claims.extra(
                week, turn++, claim -> isPlain(claim) && claim.family.females()[claim.person] == woman);
        warn(
                "M-210",
                0,
                other,
                c -> {},
                rows -> header(rows, row -> CH.with(row, "dx_principal", woman ? "N401" : "O80")));
        MedicalDraft late = claims.extra(week, turn++, claim -> isPlain(claim) && claim.from > AFTER_JUNE);
        late.family = EligibilityFaults.deceased(first ? 1 : 2);
        late.person = 0;
        warn("M-205", 0, late, c -> {}, rows -> rows);
        MedicalDraft once = brief();
        MedicalRows.write(file(once), once);
        measures.medical(once);
        ledgers.same(once);
        once.claimId = "LD" + once.claimId.substring(2);
        warn("M-229", 0, once, c -> {}, rows -> rows);
        old();
    }

    /** A claim of care more than a year before it was received; the payer's ledger has it with plausible dates. */
    private void old() throws IOException {
        MedicalDraft claim =
                claims.extra(week, turn++, c -> isPlain(c) && c.family.covers(c.received - YEAR_AND_A_BIT));
        int from = claim.from;
        int thru = claim.thru;
        claim.from = claim.received - YEAR_AND_A_BIT;
        claim.thru = claim.from;
        FeedWriter out = file(claim);
        finding(out, claim, "M-231", 0, "WARN");
        write(out, claim, MedicalRows.compose(out.row(), claim));
        measures.medical(claim);
        claim.from = from;
        claim.thru = thru;
        ledgers.same(claim);
    }

    private MedicalDraft outpatient() {
        return claims.extra(week, turn++, claim -> isPaid(claim) && claim.institutional && !claim.inpatient);
    }

    /** A stay of one day; the few true ones need not begin on a Monday. */
    private MedicalDraft inpatient() {
        MedicalDraft claim = outpatient();
        claim.inpatient = true;
        return claim;
    }

    private void warnHeader(String code, UnaryOperator<String> change) throws IOException {
        warn(code, 0, plain(), claim -> {}, rows -> header(rows, change));
    }

    /** Plants a warning; the payer's ledger has the claim with plausible dates. */
    private void warn(
            String code, int line, MedicalDraft claim, Consumer<MedicalDraft> change, UnaryOperator<List<String>> text)
            throws IOException {
        int paidOn = claim.paidOn;
        change.accept(claim);
        FeedWriter out = file(claim);
        finding(out, claim, code, line, "WARN");
        write(out, claim, text.apply(MedicalRows.compose(out.row(), claim)));
        measures.medical(claim);
        claim.paidOn = paidOn;
        ledgers.same(claim);
    }

    private void reject(MedicalDraft claim, String code, UnaryOperator<List<String>> text) throws IOException {
        rejectRows(claim, code, text);
        ledgers.lostLeft(claim, code);
    }

    /** Plants a rejection that hides the claim's id, so that the payer's ledger must not have it. */
    private void rejectUnseen(String code, UnaryOperator<List<String>> text) throws IOException {
        rejectRows(brief(), code, text);
    }

    private void rejectRows(MedicalDraft claim, String code, UnaryOperator<List<String>> text) throws IOException {
        FeedWriter out = file(claim);
        finding(out, claim, code, 0, "REJECT_ROW");
        List<String> rows = text.apply(MedicalRows.compose(out.row(), claim));
        write(out, claim, rows);
        truth.rejected(out.file(), rows.size());
    }

    private static void write(FeedWriter out, MedicalDraft claim, List<String> rows) throws IOException {
        for (String row : rows) {
            out.writeLine(row);
        }
        MedicalRows.count(out, claim);
    }

    private void finding(FeedWriter out, MedicalDraft claim, String code, int line, String severity) {
        truth.finding(
                new FindingRow(out.file().name(), out.line() + 1 + line, claim.claimId, code, severity, true, ""));
    }

    private FeedWriter file(MedicalDraft claim) throws IOException {
        return outbox.holding(Feed.MEDICAL, claim.adjudicated);
    }

    private MedicalDraft plain() {
        return claims.extra(week, turn++, MedicalFaults::isPlain);
    }

    /** A claim of one line: its rejection costs few rows, so that all of them stay below the limit for the file. */
    private MedicalDraft brief() {
        return claims.extra(week, turn++, claim -> isPlain(claim) && claim.lines == 1);
    }

    /** A claim of which the plan paid less than was allowed, by so much that the payer's row stays plausible. */
    private MedicalDraft shared() {
        return claims.extra(week, turn++, claim -> isPlain(claim) && claim.allowedTotal() - claim.paidTotal() > 1_000);
    }

    /** An office visit that was paid, on which one thing can be wrong at a time. */
    static boolean isPlain(MedicalDraft claim) {
        return isPaid(claim) && !claim.institutional;
    }

    private static boolean isPaid(MedicalDraft claim) {
        return !claim.denied() && !claim.capitated && claim.paidTotal() > 1_000;
    }

    private static List<String> header(List<String> rows, UnaryOperator<String> change) {
        return changed(rows, 0, change);
    }

    private static List<String> line(List<String> rows, UnaryOperator<String> change) {
        return changed(rows, 1, change);
    }

    private static List<String> changed(List<String> rows, int index, UnaryOperator<String> change) {
        List<String> changed = new java.util.ArrayList<>(rows);
        changed.set(index, change.apply(rows.get(index)));
        return changed;
    }

    private static String blankKey(String row) {
        return row.startsWith("CH|") ? CH.with(row, "claim_id", "") : CL.with(row, "claim_id", "");
    }
}
