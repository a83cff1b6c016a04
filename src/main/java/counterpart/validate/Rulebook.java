package counterpart.validate;

import counterpart.model.BookRow;
import counterpart.model.BookTable;
import counterpart.model.ClaimLine;
import counterpart.model.CoverageSpan;
import counterpart.model.MedicalClaim;
import counterpart.model.PharmacyClaim;
import counterpart.partner.EditCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All rules about one row, by table, and with them the list of every check that a file goes through. */
public final class Rulebook {
    static final List<Rule<CoverageSpan>> COVERAGE = List.of(
            new E101PlaceholderId(),
            new E103BirthDate(),
            new E104SocialSecurityNumber(),
            new E106TerminationBeforeEffective(),
            new E107EffectiveFarAhead(),
            new E108RetroactiveChange(),
            new E114ChildOverAge(),
            new E115AdditionAlreadyOver(),
            new E118ZipCode(),
            new E121SsnAsMemberId(),
            new E122ActiveAfterDeath(),
            new G001TerminationWithoutEnd());

    static final List<Rule<MedicalClaim>> MEDICAL = List.of(
            new M203ClaimDates(),
            new M204DateOrder(),
            new M208BillingProvider(),
            new M209Diagnosis(),
            new M211BillTypeOrPlace(),
            new M212PlaceOfService(),
            new M217StayWithoutDates(),
            new M218StayWithoutDrg(),
            new M219PaidAmounts(),
            new M220AllowedAboveBilled(),
            new M222AdjustmentBalance(),
            new M223AdjustmentReasons(),
            new M224DeniedButPaid(),
            new M225OriginalReference(),
            new M231LateFiling(),
            new M232HighCost(),
            new M233CapitatedButPaid());

    static final List<Rule<ClaimLine>> LINES = List.of(
            new M203LineDates(), new M213RevenueCode(), new M215ProcedureCode(), new M216Modifier(), new M230Units());

    static final List<Rule<PharmacyClaim>> PHARMACY = List.of(
            new P301DrugCode(),
            new P303QuantityAndDays(),
            new P304SupplyOutOfRange(),
            new P305DispenseAsWritten(),
            new P306PharmacyAndPrescriber(),
            new P309Pricing(),
            new P310PatientPay(),
            new P315DateOrder());

    private Rulebook() {}

    /** The rules of a table, in the order of their codes. */
    public static List<? extends Rule<? extends BookRow>> rulesOf(BookTable table) {
        return switch (table) {
            case COVERAGE_SPAN -> COVERAGE;
            case MEDICAL_CLAIM -> MEDICAL;
            case CLAIM_LINE -> LINES;
            case PHARMACY_CLAIM -> PHARMACY;
        };
    }

    /** Every edit with the severities that may be agreed for it; none where without the edit nothing could be kept. */
    public static EditCatalogue catalogue() {
        Map<String, Set<String>> severities = new HashMap<>();
        for (Edit edit : edits()) {
            severities.put(edit.code().value(), EditBounds.of(edit));
        }
        return new EditCatalogue(severities);
    }

    /** Every check that a file, its fields and its rows go through, one for each way to fail, sorted by code. */
    public static List<Edit> edits() {
        Stream<Edit> rules =
                Stream.of(BookTable.values()).flatMap(t -> rulesOf(t).stream()).map(Rule::edit);
        return Stream.concat(Stream.concat(Edits.all().stream(), LayoutEdits.all().stream()), rules)
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
    }
}
