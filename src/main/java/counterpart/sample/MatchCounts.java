package counterpart.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/** Claims of either ledger by month of first adjudication: how many there are, and how many end in an open break. */
final class MatchCounts {
    private static final class Month {
        private long claims;
        private long broken;
        private long timing;
    }

    private final Map<YearMonth, Month> months = new TreeMap<>();

    void claim(MedicalDraft claim) {
        month(claim).claims++;
    }

    void broken(MedicalDraft claim) {
        month(claim).broken++;
    }

    void timing(MedicalDraft claim) {
        month(claim).timing++;
    }

    /** Claims without a break over all but those in TIMING, for the months of the measures. */
    void into(Measures measures) {
        for (Map.Entry<YearMonth, Month> entry : months.entrySet()) {
            Month m = entry.getValue();
            if (measures.covers(entry.getKey())) {
                measures.other(
                        "claims-match-rate", entry.getKey(), m.claims - m.broken - m.timing, m.claims - m.timing);
            }
        }
    }

    private Month month(MedicalDraft claim) {
        return months.computeIfAbsent(YearMonth.from(LocalDate.ofEpochDay(claim.adjudicated)), m -> new Month());
    }
}
