package counterpart.measure;

import static counterpart.measure.DefinitionDraft.measure;

import counterpart.measure.Handling.Source;
import counterpart.measure.MeasureDefinition.Direction;
import counterpart.measure.MeasureDefinition.Unit;
import java.util.List;

/** What is dispensed, how, and whether people keep taking it. */
final class PharmacyMeasures {
    private static final String STANDING =
            "paid scripts, not adjusted for days of supply, that no reversal cancelled; a reversal is paired by the"
                    + " claim id that it names, else by pharmacy, prescription, fill and date of service (without the"
                    + " fill when the reversal has none)";
    private static final String SCRIPTS = "% of scripts dispensed";
    private static final String MONTH_OF_SERVICE = "month of service; scripts";
    private static final String REVERSED = "reversed and rejected transactions";

    private PharmacyMeasures() {}

    static List<MeasureDefinition> all() {
        return List.of(
                genericDispensingRate(),
                costPerScript(),
                specialtyShare(),
                longSupplyShare(),
                adherence("pdc-diabetes", "diabetes drugs"),
                adherence("pdc-ras-antagonists", "RAS antagonists"),
                adherence("pdc-statins", "statins"));
    }

    private static MeasureDefinition genericDispensingRate() {
        return measure("generic-dispensing-rate", "Generic dispensing rate")
                .in(Unit.PERCENT, 1, SCRIPTS)
                .better(Direction.HIGHER_IS_BETTER)
                .over("scripts of the denominator dispensed as a generic", STANDING)
                .leavingOut("compounds; over-the-counter drugs; " + REVERSED)
                .of(MONTH_OF_SERVICE)
                .from(Source.PHARMACY)
                .after("J Manag Care Spec Pharm, on generic dispensing rate and pharmacy expenditures (PMC10437543)")
                .done();
    }

    private static MeasureDefinition costPerScript() {
        return measure("cost-per-script", "Cost per script")
                .in(Unit.DOLLARS, 2, "$ per script, before rebates")
                .better(Direction.LOWER_IS_BETTER)
                .over("ingredient cost, dispensing fee and sales tax of the scripts of the denominator", STANDING)
                .leavingOut(REVERSED)
                .of("month of service; cost of plan and member, gross of rebates")
                .from(Source.PHARMACY)
                .after("Health Care Cost Institute, cost and utilization report: average price of a prescription")
                .done();
    }

    private static MeasureDefinition specialtyShare() {
        return measure("specialty-share", "Specialty share of drug cost")
                .in(Unit.PERCENT, 1, "% of pharmacy dollars paid")
                .over(
                        "plan paid on scripts of the denominator that came through the channel SPECIALTY",
                        "plan paid on paid scripts that no reversal cancelled, gross of rebates")
                .leavingOut(REVERSED)
                .of("month of service; plan paid, gross of rebates")
                .from(Source.PHARMACY)
                .after("IQVIA Institute, \"The Use of Medicines in the U.S.\": specialty share of spending")
                .done();
    }

    private static MeasureDefinition longSupplyShare() {
        return measure("ninety-day-share", "Ninety-day supplies")
                .in(Unit.PERCENT, 1, SCRIPTS)
                .better(Direction.HIGHER_IS_BETTER)
                .over("scripts of the denominator for 84 days or more, from whatever channel", STANDING)
                .leavingOut(REVERSED)
                .of(MONTH_OF_SERVICE)
                .from(Source.PHARMACY)
                .after("house definition after the extended-days' supply of Medicare Part D (84 days or more)")
                .done();
    }

    private static MeasureDefinition adherence(String name, String words) {
        return measure(name, "Adherence to " + words)
                .in(Unit.PERCENT, 1, "% of patients covered on 80% of days")
                .better(Direction.HIGHER_IS_BETTER)
                .over(
                        "persons of the denominator who had a drug of the class on at least 80 % of the days from"
                                + " their first fill to the end of the window or of enrolment; overlapping supplies of"
                                + " one ingredient move on, those of two ingredients do not; the share is not rounded",
                        "persons of 18 years or more at the start of the twelve months, with fills of the class on two"
                                + " dates in them, the first while enrolled and at least 91 days before the end of the"
                                + " window or of enrolment")
                .leavingOut("reversed fills; drugs that the reference table does not name; supply that reaches beyond"
                        + " the end. Hospice, renal disease and insulin are not looked at, so this is not the rated"
                        + " measure of Medicare")
                .of("twelve months to the month end; persons")
                .from(Source.COVERAGE, Source.PHARMACY)
                .overTwelveMonths()
                .after("Pharmacy Quality Alliance, proportion of days covered, as CMS publishes it for Part D ratings")
                .done();
    }
}
