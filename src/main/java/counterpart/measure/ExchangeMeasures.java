package counterpart.measure;

import static counterpart.measure.DefinitionDraft.measure;

import counterpart.measure.Handling.Source;
import counterpart.measure.MeasureDefinition.Direction;
import counterpart.measure.MeasureDefinition.Unit;
import java.util.List;

/** How well the two sides' files come in, and how well their books agree. */
final class ExchangeMeasures {
    private static final String OPEN =
            "breaks of every reconciliation that were open at the month's end, matters of timing left out; a break is"
                    + " as old as its present episode";

    private ExchangeMeasures() {}

    static List<MeasureDefinition> all() {
        return List.of(
                fileTimeliness(),
                firstTimeAcceptance(),
                recordAcceptance(),
                claimsMatchRate(),
                pharmacyMatchRate(),
                rosterMatchRate(),
                openBreakAge(),
                oldestOpenBreak());
    }

    private static MeasureDefinition fileTimeliness() {
        return measure(Measures.FILE_TIMELINESS, "File timeliness")
                .in(Unit.PERCENT, 1, "% of expected files on time")
                .better(Direction.HIGHER_IS_BETTER)
                .over(
                        "expected deliveries whose first file came by the due time and its grace",
                        "deliveries that were due in the month from either side; a missing file counts as late")
                .leavingOut("history files; files that nobody expected; deliveries that are not due yet")
                .of("month due; of the delivery, whenever its file came")
                .from(Source.EXCHANGE)
                .sayingNothingOfPeople()
                .after("the two sides' agreed due times")
                .done();
    }

    private static MeasureDefinition firstTimeAcceptance() {
        return measure("first-time-acceptance", "First-time acceptance")
                .in(Unit.PERCENT, 1, "% of deliveries")
                .better(Direction.HIGHER_IS_BETTER)
                .over(
                        "deliveries of the denominator whose first file was loaded, with or without rejected rows,"
                                + " neither held nor refused",
                        "deliveries of either side, due in the month or unexpected in it, of which a file came; the"
                                + " same file again is no delivery, and a resend belongs to the delivery of the first")
                .leavingOut("history files; deliveries of which no file came, which timeliness counts")
                .of("month due; of the delivery, whenever its file came")
                .from(Source.EXCHANGE)
                .sayingNothingOfPeople()
                .after("the two sides' agreed rules of acceptance (docs/rules.md)")
                .done();
    }

    private static MeasureDefinition recordAcceptance() {
        return measure("record-acceptance", "Record acceptance")
                .in(Unit.PERCENT, 2, "% of rows of loaded files")
                .better(Direction.HIGHER_IS_BETTER)
                .over(
                        "rows of the denominator that no edit rejected",
                        "detail rows of the files that were loaded, of deliveries due in the month or unexpected in it")
                .leavingOut("history files; files that were held or refused, whose rows were never taken in")
                .of("month due; rows")
                .from(Source.EXCHANGE)
                .sayingNothingOfPeople()
                .after("the two sides' agreed rules of acceptance (docs/rules.md)")
                .done();
    }

    private static MeasureDefinition claimsMatchRate() {
        return measure(Measures.CLAIMS_MATCH_RATE, "Claims match rate")
                .in(Unit.PERCENT, 1, "% of claims equal in both ledgers")
                .better(Direction.HIGHER_IS_BETTER)
                .over(
                        "claims of the denominator without an open break",
                        "claims in either side's ledger by the month of their first adjudication, less those that are"
                                + " only a matter of timing")
                .leavingOut("TIMING: one-sided claims that no file of the other side covers yet")
                .of("month first adjudicated; as the two ledgers stand at the last reconciliation")
                .from(Source.LEDGERS)
                .sayingNothingOfPeople()
                .after("Counterpart's claims-ledger reconciliation (R5)")
                .done();
    }

    private static MeasureDefinition pharmacyMatchRate() {
        return measure(Measures.PHARMACY_MATCH_RATE, "Pharmacy claims match rate")
                .in(Unit.PERCENT, 1, "% of fills equal in both pharmacy ledgers")
                .better(Direction.HIGHER_IS_BETTER)
                .over(
                        "fills of the denominator without an open break",
                        "fills (pharmacy, prescription, fill number and day of service) in either side's ledger by the"
                                + " month of their first adjudication, reversed ones too, less those that are only a"
                                + " matter of timing")
                .leavingOut("TIMING: fills of one side that no file of the other side covers yet, and reversals that"
                        + " still wait for their billing")
                .of("month first adjudicated; as the two ledgers stand at the last reconciliation")
                .from(Source.PHARMACY_LEDGERS)
                .sayingNothingOfPeople()
                .after("Counterpart's pharmacy-ledger reconciliation (R6)")
                .done();
    }

    private static MeasureDefinition rosterMatchRate() {
        return measure(Measures.ROSTER_MATCH_RATE, "Roster match rate")
                .in(Unit.PERCENT, 1, "% of members equal in both rosters")
                .better(Direction.HIGHER_IS_BETTER)
                .over(
                        "members of the denominator of whom nothing that is compared differs",
                        "members whom either side's roster covers on the common day of the last reconciliation, less"
                                + " those that are only a matter of timing; a group in which nobody can be told apart"
                                + " counts as one")
                .leavingOut("TIMING: members that a newer file of one side explains")
                .of("report month; as the two rosters stand at the last reconciliation")
                .from(Source.ROSTERS)
                .sayingNothingOfPeople()
                .after("Counterpart's roster reconciliation (R2)")
                .done();
    }

    private static MeasureDefinition openBreakAge() {
        return measure("open-break-age", "Age of open breaks")
                .in(Unit.DAYS, 0, "median days since they opened")
                .better(Direction.LOWER_IS_BETTER)
                .over("median age in days of the " + OPEN, "1; none open is age 0")
                .leavingOut("TIMING; breaks that were closed by the month's end")
                .of("month end; breaks, by the category in which they stand at the last reconciliation")
                .from(Source.LEDGERS)
                .sayingNothingOfPeople()
                .after("Counterpart's break ledger")
                .done();
    }

    private static MeasureDefinition oldestOpenBreak() {
        return measure("oldest-open-break", "Oldest open break")
                .in(Unit.DAYS, 0, "days since it opened")
                .better(Direction.LOWER_IS_BETTER)
                .over("greatest age in days of the " + OPEN, "1; none open is age 0")
                .leavingOut("TIMING; breaks that were closed by the month's end")
                .of("month end; breaks, by the category in which they stand at the last reconciliation")
                .from(Source.LEDGERS)
                .sayingNothingOfPeople()
                .uncharted()
                .after("Counterpart's break ledger")
                .done();
    }
}
