package counterpart.sample;

import counterpart.sample.Measures.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** True figures of how medical claims are decided and shared, beyond denials and days. */
final class ClaimTruth {
    private static final long LARGE = 10_000_000;

    private final MonthAxis axis;
    private final long[] firstVersions;
    private final long[] lines;
    private final long[] deniedLines;
    private final long[] clean;
    private final long[] cleanTimed;
    private final long[] within30Days;
    private final long[] adjusted;
    private final long[] memberCost;
    private final long[] allowed;
    /** Claims that were ever large: what is left of them, and the month of service. */
    private final Map<String, long[]> large = new HashMap<>();

    ClaimTruth(MonthAxis axis) {
        this.axis = axis;
        firstVersions = new long[axis.count()];
        lines = new long[axis.count()];
        deniedLines = new long[axis.count()];
        clean = new long[axis.count()];
        cleanTimed = new long[axis.count()];
        within30Days = new long[axis.count()];
        adjusted = new long[axis.count()];
        memberCost = new long[axis.count()];
        allowed = new long[axis.count()];
    }

    /** Takes one loaded version of a claim. */
    void medical(MedicalDraft claim) {
        int service = axis.of(claim.from);
        if (service >= 0 && !claim.denied()) {
            memberCost[service] += claim.memberCost();
            allowed[service] += claim.allowedTotal();
            if (claim.allowedTotal() > LARGE || large.containsKey(claim.claimId)) {
                large.computeIfAbsent(claim.claimId, id -> new long[] {0, service})[0] += claim.allowedTotal();
            }
        }
        int decided = axis.of(claim.adjudicated);
        if (decided < 0) {
            return;
        }
        // A claim that is taken back twice in a month was adjusted once.
        if (claim.action == 'R' && claim.version == 1) {
            adjusted[decided]++;
        }
        if (claim.version == 0) {
            first(claim, decided);
        }
    }

    private void first(MedicalDraft claim, int decided) {
        firstVersions[decided]++;
        if (!claim.deniedAsDuplicate()) {
            lines[decided] += claim.lines;
            deniedLines[decided] += claim.denied() ? claim.lines : 0;
        }
        if (claim.clean) {
            clean[decided]++;
            cleanTimed[decided]++;
            within30Days[decided] += claim.adjudicated - claim.received <= 30 ? 1 : 0;
        }
    }

    List<Value> values(long[] medicalMembers) {
        List<Value> values = new ArrayList<>();
        for (int m = 0; m < axis.count(); m++) {
            values.add(count("line-denial-rate", m, deniedLines[m], lines[m]));
            values.add(count("turnaround-within-30-days", m, within30Days[m], cleanTimed[m]));
            values.add(count("clean-claim-rate", m, clean[m], firstVersions[m]));
            values.add(count("adjustment-rate", m, adjusted[m], firstVersions[m]));
            values.add(new Value(
                    "member-cost-share",
                    axis.at(m),
                    BigDecimal.valueOf(memberCost[m], 2),
                    BigDecimal.valueOf(allowed[m], 2)));
        }
        for (int m = 11; m < axis.count(); m++) {
            year(values, m, medicalMembers);
        }
        return values;
    }

    private void year(List<Value> values, int month, long[] medicalMembers) {
        long cents = 0;
        long members = 0;
        for (int m = month - 11; m <= month; m++) {
            cents += allowed[m];
            members += medicalMembers[m];
        }
        long largeCents = 0;
        for (long[] claim : large.values()) {
            boolean isWithin = claim[1] >= month - 11 && claim[1] <= month;
            largeCents += isWithin && claim[0] > LARGE ? claim[0] : 0;
        }
        values.add(new Value("medical-pmpm-year", axis.at(month), BigDecimal.valueOf(cents, 2), members));
        values.add(new Value(
                "medical-pmpm-year-without-large-claims",
                axis.at(month),
                BigDecimal.valueOf(cents - largeCents, 2),
                members));
    }

    private Value count(String measure, int month, long numerator, long denominator) {
        return new Value(measure, axis.at(month), BigDecimal.valueOf(numerator), denominator);
    }
}
