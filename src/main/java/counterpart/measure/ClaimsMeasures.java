package counterpart.measure;

import static counterpart.measure.DefinitionDraft.measure;

import counterpart.measure.Handling.Source;
import counterpart.measure.MeasureDefinition.Direction;
import counterpart.measure.MeasureDefinition.Unit;
import java.util.List;

/** How claims are decided. */
final class ClaimsMeasures {
    private static final String FIRST = "medical claims whose first adjudication (version 0) fell in the month";
    private static final String CLEAN = "clean claims whose first adjudication (version 0) fell in the month";
    private static final String CLAIMS_DECIDED = "% of claims first adjudicated";
    private static final String MONTH_DECIDED = "month first adjudicated; claims";
    private static final String ERISA =
            "29 CFR 2560.503-1(f)(2)(iii)(B) for the clock that begins at receipt and for its 30 days";

    private ClaimsMeasures() {}

    static List<MeasureDefinition> all() {
        return List.of(
                denialRate(), lineDenialRate(), turnaround(), within30Days(), cleanClaimRate(), adjustmentRate());
    }

    private static MeasureDefinition denialRate() {
        return measure("denial-rate", "Initial denial rate")
                .in(Unit.PERCENT, 1, CLAIMS_DECIDED)
                .better(Direction.LOWER_IS_BETTER)
                .over(
                        "claims of the denominator on which every line that is not bundled was denied and nothing was"
                                + " paid",
                        FIRST)
                .leavingOut("claims denied only as duplicates (CARC 18) leave numerator and denominator; bundled lines"
                        + " (CARC 97) decide nothing; a partial denial is no denial")
                .of(MONTH_DECIDED)
                .from(Source.MEDICAL)
                .after("CARC list of X12; claim-level denial as in KFF, \"Claims Denials and Appeals in ACA"
                        + " Marketplace Plans\"")
                .done();
    }

    private static MeasureDefinition lineDenialRate() {
        return measure("line-denial-rate", "Line denial rate")
                .in(Unit.PERCENT, 1, "% of lines first adjudicated")
                .better(Direction.LOWER_IS_BETTER)
                .over("lines of the denominator that were denied", "lines of " + FIRST)
                .leavingOut("bundled lines (CARC 97, nothing paid) and lines denied only as duplicates (CARC 18) leave"
                        + " numerator and denominator")
                .of("month first adjudicated; lines")
                .from(Source.MEDICAL)
                .after("CARC list of X12")
                .done();
    }

    private static MeasureDefinition turnaround() {
        return measure("turnaround", "Claim turnaround")
                .in(Unit.DAYS, 1, "mean days from receipt to decision")
                .better(Direction.LOWER_IS_BETTER)
                .over(
                        "calendar days from receipt to first adjudication, the day of receipt being day 0; a claim"
                                + " received on October 5 and adjudicated on November 4 took 30",
                        CLEAN)
                .leavingOut("claims not flagged clean; claims without a date of receipt; claims adjudicated before"
                        + " receipt (M-204). This is the mean; the share within 30 days, which contracts and statutory"
                        + " clocks quote, is another figure")
                .of("month first adjudicated, clean claims")
                .from(Source.MEDICAL)
                .after("29 CFR 2560.503-1(f)(2)(iii)(B) for the clock that begins at receipt")
                .done();
    }

    private static MeasureDefinition within30Days() {
        return measure("turnaround-within-30-days", "Decided within 30 days")
                .in(Unit.PERCENT, 1, "% of clean claims")
                .better(Direction.HIGHER_IS_BETTER)
                .over(
                        "claims of the denominator that were adjudicated at most 30 calendar days after receipt, the"
                                + " day of receipt being day 0",
                        CLEAN)
                .leavingOut("claims not flagged clean; claims without a date of receipt; claims adjudicated before"
                        + " receipt (M-204)")
                .of("month first adjudicated, clean claims; the clock of a self-funded plan, not that of Medicaid"
                        + " (which ends at the check) or Medicare")
                .from(Source.MEDICAL)
                .after(ERISA)
                .done();
    }

    private static MeasureDefinition cleanClaimRate() {
        return measure("clean-claim-rate", "Clean claim rate")
                .in(Unit.PERCENT, 1, CLAIMS_DECIDED)
                .better(Direction.HIGHER_IS_BETTER)
                .over("claims of the denominator that the administrator flags as clean", FIRST)
                .of(MONTH_DECIDED)
                .from(Source.MEDICAL)
                .after("HFMA MAP keys: clean claim rate")
                .done();
    }

    private static MeasureDefinition adjustmentRate() {
        return measure("adjustment-rate", "Claims adjusted")
                .in(Unit.PERCENT, 1, "% of claims first adjudicated")
                .better(Direction.LOWER_IS_BETTER)
                .over(
                        "claims of which a version after the first was adjudicated in the month, each once, whenever"
                                + " they were first decided",
                        FIRST)
                .leavingOut("a version that came twice counts once")
                .of("month of adjustment; claims")
                .from(Source.MEDICAL)
                .after("house definition of rework")
                .done();
    }
}
