package counterpart.sample;

import counterpart.model.CheckDigits;
import java.io.IOException;

/** Writes prescriptions as the administrator sends them. */
final class PharmacyRows {
    private static final String[] PHARMACIES = new String[150];

    static {
        for (int i = 0; i < PHARMACIES.length; i++) {
            PHARMACIES[i] = CheckDigits.completeNpi("2" + (70_000_000 + i * 2_111));
        }
    }

    private PharmacyRows() {}

    /** The NPI of one of the pharmacies. */
    static String pharmacy(int number) {
        return PHARMACIES[number];
    }

    static void write(FeedWriter out, ScriptDraft script) throws IOException {
        compose(out.row(), script);
        out.write();
        count(out, script);
    }

    /** Adds a transaction to the totals of its file. */
    static void count(FeedWriter out, ScriptDraft script) {
        FeedWriter.Totals totals = out.totals();
        totals.details++;
        totals.paid += script.planPaid();
        totals.memberCost += script.patientPay();
        if (script.reversal) {
            totals.reversals++;
            totals.reversalPaid += script.planPaid();
        }
        out.countMember(script.family.memberNumber(script.person));
        out.hash(script.claimId);
    }

    static void compose(Row row, ScriptDraft script) {
        Family family = script.family;
        row.start("RX").text(script.claimId).text(script.reversal ? "B2" : "B1").text(script.reversal ? "A" : "P");
        row.text(script.originalClaimId).text(family.memberId(script.person)).text("0" + (script.person + 1));
        row.text(Names.group(family.group()))
                .text(Names.plan(family.planOn(script.service)))
                .text("COM");
        row.text(PHARMACIES[script.pharmacy])
                .text(MedicalRows.npi(script.prescriber))
                .text(script.prescription);
        row.number(script.fill).date(script.service).date(script.adjudicated).date(script.paidOn);
        row.text(script.drug.ndc()).text(script.drug.name()).text(script.drug.brand() ? "B" : "G");
        row.text(script.drug.overTheCounter() ? "Y" : "N").text(channel(script)).text(script.days + ".000");
        row.number(script.days).text(script.compound ? "2" : "1").text("0");
        row.money(script.ingredient)
                .money(script.fee)
                .money(script.tax)
                .money(0)
                .money(0);
        row.money(script.patientPay())
                .money(script.deductible)
                .money(script.copay)
                .money(script.coinsurance);
        row.money(script.otherPayer).money(script.planPaid());
    }

    private static String channel(ScriptDraft script) {
        if (script.drug.specialty()) {
            return "SPECIALTY";
        }
        return script.days == 90 ? "RETAIL90" : "RETAIL30";
    }
}
