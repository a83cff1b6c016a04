package counterpart.sample;

import java.io.IOException;

/** Writes the payer's ledger: one row for each version of a claim, amounts in cents. */
final class LedgerRows {
    static final String HEADING = "ClaimNumber,Version,Action,Type,Member,Group,Plan,ServiceFrom,ServiceTo,Received,"
            + "Adjudicated,PaidOn,Status,Billed,Allowed,PlanPaid";

    private LedgerRows() {}

    static void write(FeedWriter out, MedicalDraft claim) throws IOException {
        write(out, claim, claim.allowedTotal(), claim.paidTotal(), claim.status);
    }

    /** Writes a version with what the payer believes of it. */
    static void write(FeedWriter out, MedicalDraft claim, long allowed, long paid, String status) throws IOException {
        compose(out.row(), claim, allowed, paid, status);
        out.write();
        out.totals().details++;
        out.totals().paid += paid;
    }

    static void compose(Row row, MedicalDraft claim, long allowed, long paid, String status) {
        Family family = claim.family;
        row.start().text(claim.claimId).number(claim.version).text(String.valueOf(claim.action));
        row.text(claim.institutional ? "I" : "P").text(family.memberId(claim.person));
        row.text(Names.group(family.group())).text(Names.plan(family.planOn(claim.from)));
        row.slashedDate(claim.from).slashedDate(claim.thru).slashedDate(claim.received);
        row.slashedDate(claim.adjudicated).slashedDate(claim.paidOn);
        row.text(status.equals("PAID") ? "01" : status.equals("DENIED") ? "02" : "03");
        row.number(claim.billedTotal()).number(allowed).number(paid);
    }
}
