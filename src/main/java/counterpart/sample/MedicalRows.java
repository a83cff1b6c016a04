package counterpart.sample;

import counterpart.model.CheckDigits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes medical claims as the administrator sends them: a header record, then its lines. */
final class MedicalRows {
    /** Claim adjustment reason codes of denials, then that of capitation. */
    static final String[] REASONS = {"16", "197", "50", "29", "27", "96", "18", "24"};

    static final int CAPITATION = REASONS.length - 1;
    private static final int PROVIDERS = 400;
    private static final String[] NPIS = new String[2 * PROVIDERS];
    private static final String[] DIAGNOSES = {
        "E119", "I10", "J069", "M545", "Z0000", "R0789", "K219", "N390", "F419", "S93401A", "L309", "H6690"
    };
    private static final String[] VISITS = {"G0463", "G0438", "G0008", "J3420", "A4253", "Q0091"};
    private static final String[] REVENUE = {"0450", "0300", "0320", "0636"};

    static {
        for (int i = 0; i < NPIS.length; i++) {
            NPIS[i] = CheckDigits.completeNpi("2" + (10_000_000 + i * 1_379));
        }
    }

    private MedicalRows() {}

    static String npi(int index) {
        return NPIS[index];
    }

    static void write(FeedWriter out, MedicalDraft claim) throws IOException {
        header(out.row(), claim);
        out.write();
        count(out, claim);
        for (int line = 0; line < claim.lines; line++) {
            line(out.row(), claim, line);
            out.write();
        }
    }

    /** The header and then its lines as text. */
    static List<String> compose(Row row, MedicalDraft claim) {
        List<String> rows = new ArrayList<>();
        header(row, claim);
        rows.add(row.asText());
        for (int line = 0; line < claim.lines; line++) {
            line(row, claim, line);
            rows.add(row.asText());
        }
        return rows;
    }

    /** Adds a claim with its lines to the totals of its file. */
    static void count(FeedWriter out, MedicalDraft claim) {
        count(out, claim, claim.family.memberNumber(claim.person));
    }

    static void count(FeedWriter out, MedicalDraft claim, int memberNumber) {
        FeedWriter.Totals totals = out.totals();
        totals.details++;
        totals.lines += claim.lines;
        totals.billed += claim.billedTotal();
        totals.allowed += claim.allowedTotal();
        totals.paid += claim.paidTotal();
        totals.memberCost += claim.memberCost();
        if (claim.action == 'R') {
            totals.reversals++;
            totals.reversalPaid += claim.paidTotal();
        }
        out.countMember(memberNumber);
        out.hash(claim.claimId);
    }

    private static void header(Row row, MedicalDraft claim) {
        Family family = claim.family;
        int lines = claim.lines;
        row.start("CH").text(claim.claimId).number(claim.version).text(adjustment(claim.action));
        row.text(claim.action == 'O' ? "1" : claim.action == 'R' ? "8" : "7");
        row.text(claim.action == 'O' ? "" : claim.claimId).text(claim.status);
        row.text(claim.institutional ? "INST" : "PROF").text(family.memberId(0)).text(family.memberId(claim.person));
        row.text("0" + (claim.person + 1)).text(Names.group(family.group()));
        row.text(Names.plan(family.planOn(claim.from))).text("COM").text(NPIS[claim.provider]);
        row.text("93" + (1_000_000 + claim.provider)).text(NPIS[PROVIDERS + claim.provider]);
        row.text(claim.institutional ? NPIS[claim.provider] : "");
        row.text(billType(claim)).text(place(claim));
        row.text(claim.provider % 20 == 0 ? "N" : "Y").text(claim.capitated ? "Y" : "N");
        row.date(claim.from).date(claim.thru);
        if (claim.inpatient) {
            row.date(claim.admission())
                    .date(claim.thru)
                    .text(claim.dischargeStatus)
                    .text(drg(claim));
        } else {
            row.blanks(4);
        }
        row.text(diagnosis(claim)).date(claim.received).date(claim.adjudicated).date(claim.paidOn);
        row.text(claim.paidTotal() == 0 ? "" : "EFT" + claim.paidOn).text("PC" + claim.claimId.substring(2));
        row.money(claim.billedTotal()).money(claim.allowedTotal()).money(claim.paidTotal());
        row.money(MedicalDraft.sum(claim.deductible, lines)).money(MedicalDraft.sum(claim.copay, lines));
        row.money(MedicalDraft.sum(claim.coinsurance, lines)).money(MedicalDraft.sum(claim.cob, lines));
        row.money(claim.denied() || claim.capitated ? claim.billedTotal() : 0)
                .money(0)
                .text(claim.clean ? "Y" : "N");
        row.text(reasons(
                claim,
                claim.billedTotal(),
                claim.allowedTotal(),
                MedicalDraft.sum(claim.deductible, lines),
                MedicalDraft.sum(claim.copay, lines),
                MedicalDraft.sum(claim.coinsurance, lines)));
    }

    private static void line(Row row, MedicalDraft claim, int line) {
        row.start("CL").text(claim.claimId).number(claim.version).number(line + 1L);
        row.text(claim.status).date(claim.from).date(claim.thru);
        row.text(revenue(claim, line));
        row.text(procedure(claim, line)).blank().text("1").text(place(claim));
        row.money(claim.billed[line]).money(claim.allowed[line]).money(claim.paid[line]);
        row.money(claim.deductible[line]).money(claim.copay[line]).money(claim.coinsurance[line]);
        row.money(claim.cob[line]).money(claim.denied() || claim.capitated ? claim.billed[line] : 0);
        row.text(reasons(
                claim,
                claim.billed[line],
                claim.allowed[line],
                claim.deductible[line],
                claim.copay[line],
                claim.coinsurance[line]));
    }

    static String adjustment(char action) {
        return action == 'O' ? "ORIGINAL" : action == 'R' ? "REVERSAL" : "ADJUSTMENT";
    }

    static String billType(MedicalDraft claim) {
        if (!claim.billType.isEmpty()) {
            return claim.billType;
        }
        return claim.institutional ? claim.inpatient ? "0111" : "0131" : "";
    }

    static String revenue(MedicalDraft claim, int line) {
        if (!claim.revenue.isEmpty()) {
            return claim.revenue;
        }
        return claim.institutional ? REVENUE[(claim.provider + line) % REVENUE.length] : "";
    }

    static String procedure(MedicalDraft claim, int line) {
        return claim.procedure.isEmpty() ? VISITS[(claim.provider + line) % VISITS.length] : claim.procedure;
    }

    private static String place(MedicalDraft claim) {
        if (!claim.place.isEmpty()) {
            return claim.place;
        }
        return claim.institutional ? "" : "11";
    }

    private static String drg(MedicalDraft claim) {
        return claim.drg.isEmpty() ? Integer.toString(100 + claim.provider % 800) : claim.drg;
    }

    private static String diagnosis(MedicalDraft claim) {
        if (!claim.diagnosis.isEmpty()) {
            return claim.diagnosis;
        }
        return DIAGNOSES[(claim.provider + claim.from) % DIAGNOSES.length];
    }

    private static String reasons(
            MedicalDraft claim, long billed, long allowed, long deductible, long copay, long coinsurance) {
        StringBuilder text = new StringBuilder();
        if (claim.denied() || claim.capitated) {
            return append(text, "CO:" + REASONS[claim.reason], billed).toString();
        }
        append(text, "CO:45", billed - allowed);
        append(text, "PR:1", deductible);
        append(text, "PR:2", coinsurance);
        return append(text, "PR:3", copay).toString();
    }

    private static StringBuilder append(StringBuilder text, String code, long cents) {
        if (cents != 0) {
            if (!text.isEmpty()) {
                text.append('^');
            }
            text.append(code).append(':');
            if (cents < 0) {
                text.append('-');
            }
            long rest = Math.abs(cents);
            text.append(rest / 100)
                    .append('.')
                    .append((char) ('0' + rest / 10 % 10))
                    .append((char) ('0' + rest % 10));
        }
        return text;
    }
}
