package counterpart.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The rows of the manager's extract, of the payer's pharmacy ledger, and of the eligibility between them. */
final class MeridianRows {
    /** The columns of the manager's detail record, by name. */
    static final List<String> DETAIL = List.of(("rec claim_ref tran member person carrier_group benefit pharmacy_npi"
                    + " prescriber_npi rx_no fill_no fill_date process_date pay_date ndc11 label source_code otc"
                    + " channel qty days compound daw ingredient fee tax patient deductible copay other_payer plan")
            .split(" "));

    static final List<String> LEDGER = List.of(
            "Authorization,Action,MemberNumber,Pharmacy,RxNumber,Fill,FilledOn,Adjudicated,PaidOn,NDC,PatientPaid,PlanPaid"
                    .split(","));

    static final List<String> ELIGIBILITY =
            List.of(("MemberNumber,Person,SubscriberNumber,Relationship,LastName,FirstName,BirthDate,Sex,State,"
                            + "PostalCode,Group,Benefit,Effective,Terminated")
                    .split(","));

    private static final DateTimeFormatter SPELT = DateTimeFormatter.ofPattern("dd-MMM-uuuu", Locale.US);
    private static final int FIRST_NUMBER = 4_000_000;
    /** The families of this book are others than those of the administrator's. */
    private static final int FIRST_NAME = 17_000;

    private MeridianRows() {}

    static String memberId(Family family, int person) {
        return "CHP" + (FIRST_NUMBER + family.number()) + "-0" + (person + 1);
    }

    /** What both ledgers know a fill by: pharmacy, prescription, fill and day. */
    static String fill(ScriptDraft script) {
        return PharmacyRows.pharmacy(script.pharmacy) + "/" + script.prescription + "/" + script.fill + "/"
                + LocalDate.ofEpochDay(script.service);
    }

    static String heading(MeridianFile file) {
        return switch (file.feed()) {
            case CLAIMS ->
                String.join(
                        ";",
                        "H",
                        "PDX-3",
                        file.batch(),
                        "MERIDIAN",
                        "CASCADIA",
                        "PHARMACY",
                        file.history() ? "HISTORY" : "CYCLE",
                        SPELT.format(file.from()),
                        SPELT.format(file.to()),
                        Integer.toString(file.sequence()),
                        "LIVE");
            case ELIGIBILITY -> String.join(",", ELIGIBILITY);
            case LEDGER -> String.join(",", LEDGER);
        };
    }

    /** @param fillNamed whether the row states its fill number; a reversal may leave it out */
    static void claim(Row row, ScriptDraft script, boolean fillNamed) {
        Family family = script.family;
        row.start("D").text(script.claimId).text(script.reversal ? "REV" : "PAY");
        row.text(memberId(family, script.person)).text("0" + (script.person + 1));
        row.text("CH" + (100 + family.group())).text("RX-" + (char) ('A' + family.planOn(script.service)));
        row.text(PharmacyRows.pharmacy(script.pharmacy))
                .text(MedicalRows.npi(script.prescriber))
                .text(script.prescription);
        row.text(fillNamed ? Integer.toString(script.fill) : "");
        row.text(spelt(script.service)).text(spelt(script.adjudicated)).text(spelt(script.paidOn));
        row.text(script.drug.ndc()).text(script.drug.name());
        row.text(script.drug.brand() ? (script.drug.specialty() ? "M" : "O") : "Y");
        row.text(script.drug.overTheCounter() ? "Y" : "N").text(script.days == 90 ? "R90" : "R30");
        row.number(script.days)
                .number(script.days)
                .text(script.compound ? "2" : "1")
                .text("0");
        row.number(script.ingredient).number(script.fee).number(script.tax);
        row.number(script.patientPay()).number(script.deductible).number(script.copay);
        row.number(script.otherPayer).number(script.planPaid());
    }

    static void ledger(Row row, ScriptDraft script, long planPaid) {
        row.start().text(script.claimId).text(script.reversal ? "R" : "P");
        row.text(memberId(script.family, script.person)).text(PharmacyRows.pharmacy(script.pharmacy));
        row.text(script.prescription).number(script.fill);
        row.slashedDate(script.service).slashedDate(script.adjudicated).slashedDate(script.paidOn);
        row.text(script.drug.ndc()).number(script.patientPay()).number(planPaid);
    }

    static void span(Row row, Family family, int person, int plan, int first, int last) {
        row.start().text(memberId(family, person)).text("0" + (person + 1)).text(memberId(family, 0));
        row.text(relationship(family, person)).text(Names.last(FIRST_NAME + family.number()));
        row.text(Names.first(family.females()[person], family.firstNames()[person]));
        row.slashedDate(family.births()[person]).text(family.females()[person] ? "2" : "1");
        row.text("WA").number(family.zip() + 1_000L).text("CH" + (100 + family.group()));
        row.text("RX-" + (char) ('A' + plan)).slashedDate(first);
        if (last == Family.OPEN) {
            row.blank();
        } else {
            row.slashedDate(last);
        }
    }

    /** A row with another value in a column. */
    static String with(String row, List<String> columns, String name, String value) {
        String delimiter = columns.equals(DETAIL) ? ";" : ",";
        String[] fields = row.split(delimiter, -1);
        if (fields.length != columns.size() || !columns.contains(name)) {
            throw new IllegalStateException("the row has no column " + name);
        }
        fields[columns.indexOf(name)] = value;
        return String.join(delimiter, fields);
    }

    private static String relationship(Family family, int person) {
        return switch (family.relationship(person)) {
            case "18" -> "E";
            case "01" -> "S";
            default -> "C";
        };
    }

    private static String spelt(int day) {
        return SPELT.format(LocalDate.ofEpochDay(day));
    }
}
