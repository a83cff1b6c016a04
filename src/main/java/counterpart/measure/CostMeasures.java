package counterpart.measure;

import static counterpart.measure.DefinitionDraft.measure;

import counterpart.measure.Handling.Source;
import counterpart.measure.MeasureDefinition.Direction;
import counterpart.measure.MeasureDefinition.Unit;
import java.util.List;

/** Membership, and what it costs. */
final class CostMeasures {
    private static final String TUVA =
            "Tuva Health, \"Basic PMPM\" and \"Member months\" (thetuvaproject.com, knowledge base)";
    private static final String BY_SERVICE =
            ", net of reversals and adjustments, by the month in which the service began; claims of members without"
                    + " coverage count too";
    private static final String NO_DENIED =
            "claims whose last version is denied; a version that came twice counts once";
    private static final String MEDICAL_MEMBERS = "members with medical coverage in the month";
    private static final String PER_MEMBER = "$ per member per month";
    private static final String MEDICAL_ALLOWED_LAG = "lag_medical_allowed";

    private CostMeasures() {}

    static List<MeasureDefinition> all() {
        return List.of(
                memberMonths(),
                medicalPmpm("paid", "plan paid", "lag_medical_paid"),
                medicalPmpm("allowed", "allowed", MEDICAL_ALLOWED_LAG),
                pharmacyPmpm(),
                totalPmpm(),
                yearPmpm(),
                yearPmpmWithoutLargeClaims(),
                memberCostShare());
    }

    private static MeasureDefinition memberMonths() {
        return measure(Measures.MEMBER_MONTHS, "Member months")
                .in(Unit.COUNT, 0, "members covered in the month")
                .over(
                        "distinct persons covered in the month under any coverage type: on any day of it, or on its"
                                + " first or fifteenth day, as the partnership sets (memberMonths)",
                        "1; the measure is a count")
                .leavingOut("spans that never took effect (terminated before they began); a person under two plans"
                        + " counts once")
                .of("month covered; from the newest full eligibility file with the changes after it")
                .from(Source.COVERAGE)
                .after(TUVA)
                .done();
    }

    private static MeasureDefinition medicalPmpm(String amount, String words, String lag) {
        return measure("medical-pmpm-" + amount, "Medical cost " + amount)
                .in(Unit.DOLLARS, 2, PER_MEMBER)
                .better(Direction.LOWER_IS_BETTER)
                .over("dollars " + words + " on medical claims" + BY_SERVICE, MEDICAL_MEMBERS)
                .leavingOut(NO_DENIED)
                .of("month of service; " + words + ", completed for claims to come, scored after the run-out")
                .completedBy(lag)
                .after(TUVA)
                .done();
    }

    private static MeasureDefinition pharmacyPmpm() {
        return measure("pharmacy-pmpm", "Pharmacy cost")
                .in(Unit.DOLLARS, 2, PER_MEMBER + ", before rebates")
                .better(Direction.LOWER_IS_BETTER)
                .over(
                        "plan paid on all approved prescription transactions, reversals negative, by service month;"
                                + " gross of rebates",
                        "members with pharmacy coverage in the month")
                .leavingOut("rejected transactions; a transaction that came twice counts once")
                .of("month of service; plan paid, gross of rebates, completed for claims and returns to come, scored"
                        + " after the run-out")
                .from(Source.COVERAGE, Source.PHARMACY)
                .completedBy("lag_pharmacy_paid")
                .after(TUVA)
                .done();
    }

    private static MeasureDefinition totalPmpm() {
        return measure("total-pmpm", "Total cost paid")
                .in(Unit.DOLLARS, 2, PER_MEMBER + ", before rebates")
                .better(Direction.LOWER_IS_BETTER)
                .over(
                        "dollars plan paid on medical claims and prescriptions together, as in the two measures of"
                                + " their own",
                        "members with medical or pharmacy coverage in the month, each once; so the total is not the"
                                + " sum of the two costs, whose denominators differ")
                .leavingOut("what the two measures of their own leave out")
                .of("month of service; plan paid, gross of rebates, completed for claims to come, scored after the"
                        + " run-out")
                .from(Source.COVERAGE, Source.MEDICAL, Source.PHARMACY)
                .completedBy("lag_total_paid")
                .after(TUVA)
                .done();
    }

    private static MeasureDefinition yearPmpm() {
        return measure("medical-pmpm-year", "Medical cost over a year")
                .in(Unit.DOLLARS, 2, PER_MEMBER + " over twelve months")
                .better(Direction.LOWER_IS_BETTER)
                .over(
                        "dollars allowed on medical claims of the twelve months to the month" + BY_SERVICE,
                        "member months with medical coverage in the twelve months")
                .leavingOut(NO_DENIED)
                .of("twelve months of service; allowed, as reported, scored after the run-out")
                .waiting()
                .overTwelveMonths()
                .after(TUVA)
                .done();
    }

    private static MeasureDefinition yearPmpmWithoutLargeClaims() {
        return measure("medical-pmpm-year-without-large-claims", "Medical cost without large claims")
                .in(Unit.DOLLARS, 2, PER_MEMBER + " over twelve months")
                .better(Direction.LOWER_IS_BETTER)
                .over(
                        "as medical cost over a year, without claims of which more than $100,000 is allowed after"
                                + " adjustments; the distance between the two is the effect of large claims",
                        "member months with medical coverage in the twelve months")
                .leavingOut("each large claim as a whole; claims whose last version is denied. Hidden where 1 to 10"
                        + " members have a large claim, since the distance would be theirs")
                .of("twelve months of service; allowed, as reported, scored after the run-out")
                .waiting()
                .overTwelveMonths()
                .after("agreed practice of showing cost with and without large claims")
                .done();
    }

    private static MeasureDefinition memberCostShare() {
        return measure("member-cost-share", "Member cost share")
                .in(Unit.PERCENT, 1, "% of medical dollars allowed")
                .over(
                        "deductible, copay and coinsurance of medical claims, net of reversals and adjustments, by the"
                                + " month in which the service began",
                        "dollars allowed on the same claims")
                .leavingOut(NO_DENIED)
                .of("month of service; share of allowed, as reported, scored after the run-out")
                .from(Source.MEDICAL)
                .waiting()
                .after("Health Care Cost Institute, cost and utilization report: out-of-pocket share of spending")
                .done();
    }
}
