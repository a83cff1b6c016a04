package counterpart.measure;

import counterpart.measure.MeasureDefinition.Direction;
import counterpart.measure.MeasureDefinition.Unit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue of measures. Each is one definition here and one file {@code sql/measure/<name>.sql} that answers its
 * numerator and denominator by month.
 */
public final class Measures {
    public static final String MEMBER_MONTHS = "member-months";
    public static final String FILE_TIMELINESS = "file-timeliness";
    public static final String CLAIMS_MATCH_RATE = "claims-match-rate";

    /** Counts of files and breaks say nothing about a person's health, so they are never hidden. */
    private static final Set<String> SAY_NOTHING_OF_PEOPLE = Set.of(FILE_TIMELINESS, CLAIMS_MATCH_RATE);

    private static final String TUVA =
            "Tuva Health, \"Basic PMPM\" and \"Member months\" (thetuvaproject.com, knowledge base)";

    private static final Map<String, MeasureDefinition> ALL = Collections.unmodifiableMap(List.of(
                    memberMonths(),
                    medicalPmpm("paid", "plan paid"),
                    medicalPmpm("allowed", "allowed"),
                    pharmacyPmpm(),
                    genericDispensingRate(),
                    denialRate(),
                    turnaround(),
                    fileTimeliness(),
                    claimsMatchRate())
            .stream()
            .collect(Collectors.toMap(MeasureDefinition::name, Function.identity(), (a, b) -> a, LinkedHashMap::new)));

    private Measures() {}

    /** All definitions, in the order of the documentation. */
    public static List<MeasureDefinition> all() {
        return List.copyOf(ALL.values());
    }

    /** The names that a partnership may set targets for. */
    public static Set<String> names() {
        return ALL.keySet();
    }

    public static Optional<MeasureDefinition> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** @throws IllegalArgumentException when there is no such measure */
    public static MeasureDefinition get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no measure is called '" + name + "'; the measures are " + String.join(", ", names())));
    }

    /** Whether the measure's numerator or denominator counts people, claims or scripts, so that few must be hidden. */
    static boolean countsPeopleOrClaims(MeasureDefinition measure) {
        return !SAY_NOTHING_OF_PEOPLE.contains(measure.name());
    }

    private static MeasureDefinition memberMonths() {
        return new MeasureDefinition(
                MEMBER_MONTHS,
                "Member months",
                "members covered in the month",
                Unit.COUNT,
                0,
                Direction.NEITHER,
                "distinct persons covered in the month under any coverage type: on any day of it, or on its first or"
                        + " fifteenth day, as the partnership sets (memberMonths)",
                "1; the measure is a count",
                "spans that never took effect (terminated before they began); a person under two plans counts once",
                "month covered; from the newest full eligibility file",
                false,
                TUVA);
    }

    private static MeasureDefinition medicalPmpm(String amount, String words) {
        return new MeasureDefinition(
                "medical-pmpm-" + amount,
                "Medical cost " + amount,
                "$ per member per month",
                Unit.DOLLARS,
                2,
                Direction.LOWER_IS_BETTER,
                "dollars " + words + " on medical claims, net of reversals and adjustments, by the month in which the"
                        + " service began; claims of members without coverage count too",
                "members with medical coverage in the month",
                "claims whose last version is denied; a version that came twice counts once",
                "month of service; " + words + ", not completed by an estimate, scored after the run-out",
                true,
                TUVA);
    }

    private static MeasureDefinition pharmacyPmpm() {
        return new MeasureDefinition(
                "pharmacy-pmpm",
                "Pharmacy cost",
                "$ per member per month, before rebates",
                Unit.DOLLARS,
                2,
                Direction.LOWER_IS_BETTER,
                "plan paid on all approved prescription transactions, reversals negative, by service month; gross of"
                        + " rebates",
                "members with pharmacy coverage in the month",
                "rejected transactions; a transaction that came twice counts once",
                "month of service; plan paid, gross of rebates, not completed by an estimate, scored after the run-out",
                true,
                TUVA);
    }

    private static MeasureDefinition genericDispensingRate() {
        return new MeasureDefinition(
                "generic-dispensing-rate",
                "Generic dispensing rate",
                "% of scripts dispensed",
                Unit.PERCENT,
                1,
                Direction.HIGHER_IS_BETTER,
                "scripts of the denominator dispensed as a generic",
                "paid scripts, not adjusted for days of supply, that no reversal cancelled; a reversal is paired by the"
                        + " claim id that it names, else by pharmacy, prescription, fill and date of service (without"
                        + " the fill when the reversal has none)",
                "compounds; over-the-counter drugs; reversed and rejected transactions",
                "month of service; scripts",
                false,
                "J Manag Care Spec Pharm, on generic dispensing rate and pharmacy expenditures (PMC10437543)");
    }

    private static MeasureDefinition denialRate() {
        return new MeasureDefinition(
                "denial-rate",
                "Initial denial rate",
                "% of claims first adjudicated",
                Unit.PERCENT,
                1,
                Direction.LOWER_IS_BETTER,
                "claims of the denominator on which every line that is not bundled was denied and nothing was paid",
                "medical claims whose first adjudication (version 0) fell in the month",
                "claims denied only as duplicates (CARC 18) leave numerator and denominator; bundled lines (CARC 97)"
                        + " decide nothing; a partial denial is no denial",
                "month first adjudicated; claims",
                false,
                "CARC list of X12; claim-level denial as in KFF, \"Claims Denials and Appeals in ACA Marketplace"
                        + " Plans\"");
    }

    private static MeasureDefinition turnaround() {
        return new MeasureDefinition(
                "turnaround",
                "Claim turnaround",
                "mean days from receipt to decision",
                Unit.DAYS,
                1,
                Direction.LOWER_IS_BETTER,
                "calendar days from receipt to first adjudication, the day of receipt being day 0; a claim received on"
                        + " October 5 and adjudicated on November 4 took 30",
                "clean claims whose first adjudication (version 0) fell in the month",
                "claims not flagged clean; claims without a date of receipt; claims adjudicated before receipt"
                        + " (M-204). This is the mean; the share within 30 days, which contracts and statutory clocks"
                        + " quote, is another figure",
                "month first adjudicated, clean claims",
                false,
                "29 CFR 2560.503-1(f)(2)(iii)(B) for the clock that begins at receipt");
    }

    private static MeasureDefinition fileTimeliness() {
        return new MeasureDefinition(
                FILE_TIMELINESS,
                "File timeliness",
                "% of expected files on time",
                Unit.PERCENT,
                1,
                Direction.HIGHER_IS_BETTER,
                "expected deliveries whose first file came by the due time and its grace",
                "deliveries that were due in the month from either side; a missing file counts as late",
                "history files; files that nobody expected; deliveries that are not due yet",
                "month due; of the delivery, whenever its file came",
                false,
                "the two sides' agreed due times");
    }

    private static MeasureDefinition claimsMatchRate() {
        return new MeasureDefinition(
                CLAIMS_MATCH_RATE,
                "Claims match rate",
                "% of claims equal in both ledgers",
                Unit.PERCENT,
                1,
                Direction.HIGHER_IS_BETTER,
                "claims of the denominator without an open break",
                "claims in either side's ledger by the month of their first adjudication, less those that are only a"
                        + " matter of timing",
                "TIMING: one-sided claims that no file of the other side covers yet",
                "month first adjudicated; as the two ledgers stand at the last reconciliation",
                false,
                "Counterpart's claims-ledger reconciliation (R5)");
    }
}
