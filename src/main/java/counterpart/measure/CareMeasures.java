package counterpart.measure;

import static counterpart.measure.DefinitionDraft.measure;

import counterpart.measure.Handling.Source;
import counterpart.measure.MeasureDefinition.Direction;
import counterpart.measure.MeasureDefinition.Unit;
import java.util.List;

/** Hospital and emergency care. */
final class CareMeasures {
    private static final int FOLLOW_UP_DAYS = 30;
    private static final int FEWEST_INDEX_STAYS = 30;
    private static final String STAY =
            "a stay is the claims of bill type 11x of a member, denied and reversed ones left out, joined when the"
                    + " next begins on the day of discharge or the day after, so that interim bills and transfers are"
                    + " one; maternity and newborn stays count";
    private static final String PER_THOUSAND = "a year per 1,000 members";
    private static final String MEMBER_MONTHS =
            "months of members with medical coverage; the value is 12,000 times the ratio";

    private CareMeasures() {}

    static List<MeasureDefinition> all() {
        return List.of(admissions(), lengthOfStay(), readmissions(), emergencyVisits());
    }

    private static MeasureDefinition admissions() {
        return measure("admissions-per-1000", "Hospital admissions")
                .in(Unit.PER_THOUSAND, 1, PER_THOUSAND)
                .better(Direction.LOWER_IS_BETTER)
                .over("stays that began in the month; " + STAY, MEMBER_MONTHS)
                .leavingOut("bill type 12x and all other claims")
                .of("month of admission; stays, completed for claims to come, scored after the run-out")
                .completedBy("lag_admissions")
                .after("AHRQ HCUP, inpatient stays; stays joined as in CMS's hospital-wide readmission measure")
                .done();
    }

    private static MeasureDefinition lengthOfStay() {
        return measure("length-of-stay", "Length of stay")
                .in(Unit.DAYS, 1, "mean days from admission to discharge")
                .better(Direction.LOWER_IS_BETTER)
                .over("days from admission to discharge, at least 1, of the stays of the denominator", STAY)
                .leavingOut("stays that have not ended (discharge status 30)")
                .of("month of admission; stays, as reported, scored after the run-out")
                .from(Source.MEDICAL)
                .waiting()
                .after("AHRQ HCUP, average length of stay")
                .done();
    }

    private static MeasureDefinition readmissions() {
        return measure("readmission-30-day", "Readmission within 30 days")
                .in(Unit.PERCENT, 1, "% of discharges")
                .better(Direction.LOWER_IS_BETTER)
                .over(
                        "stays of the denominator after which the member's next stay, for whatever cause, began 2 to"
                                + " 30 days after discharge; a readmission may itself be in the denominator",
                        STAY + "; of them those not of one day, ended alive (discharge status not 20, 40, 41, 42 or"
                                + " 30), of members from 18 to 64 at discharge, covered from discharge through day 30")
                .leavingOut("maternity and newborn stays, told by diagnosis (O, P, Z38) or MS-DRG (765-770, 774-798,"
                        + " 805-807, 817-819, 831-833); planned stays are not left out, and there is no risk"
                        + " adjustment")
                .of("month of discharge; stays, scored from 30 of them, when 30 days and the run-out have passed")
                .waiting()
                .followedFor(FOLLOW_UP_DAYS)
                .scoredFrom(FEWEST_INDEX_STAYS)
                .after(
                        "observed rate after CMS's hospital-wide readmission measure; not the risk-adjusted rate of HEDIS")
                .done();
    }

    private static MeasureDefinition emergencyVisits() {
        return measure("ed-visits-per-1000", "Emergency visits")
                .in(Unit.PER_THOUSAND, 1, PER_THOUSAND)
                .better(Direction.LOWER_IS_BETTER)
                .over(
                        "emergency visits, at most one for a member and date: institutional claims with a line of revenue"
                                + " code 0450 to 0459 or 0981 by the day on which they began; claims with a line of"
                                + " procedure 99281 to 99285 when no institutional visit lies within a day of it",
                        MEMBER_MONTHS)
                .leavingOut("visits that a stay follows on the day or the next; denied and reversed claims and lines;"
                        + " place of service 23 alone makes no visit")
                .of("month of the visit; visits, completed for claims to come, scored after the run-out")
                .completedBy("lag_emergency_visits")
                .after("AHRQ HCUP, treat-and-release emergency department visits")
                .done();
    }
}
