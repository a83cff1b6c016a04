package counterpart.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVPrinter;

/** Fills of either ledger by month of first adjudication: how many there are, and how many end in an open break. */
final class FillCounts {
    private static final class Month {
        private long fills;
        private long broken;
        private long timing;
    }

    /** A fill with a break that stays open. */
    private record Open(YearMonth month, boolean isTiming) {}

    private final Map<YearMonth, Month> months = new TreeMap<>();
    /** Planted fills alone, whose later transactions may fall into another month. */
    private final Map<String, YearMonth> planted = new HashMap<>();

    private final Map<String, Open> open = new HashMap<>();

    /** Counts a fill, by the first transaction about it that either side adjudicates. */
    void fill(ScriptDraft script) {
        months.computeIfAbsent(month(script), m -> new Month()).fills++;
    }

    /** Counts a fill about which more is to come, and remembers its month. */
    void planted(ScriptDraft script) {
        fill(script);
        planted.put(MeridianRows.fill(script), month(script));
    }

    /** Adds a break that is open when everything is reconciled; a fill that has several counts once. */
    void open(ScriptDraft script, String category) {
        String fill = MeridianRows.fill(script);
        Open one = new Open(planted.getOrDefault(fill, month(script)), category.equals("TIMING"));
        open.merge(fill, one, (a, b) -> new Open(a.month, a.isTiming && b.isTiming));
    }

    /** Prints fills without a break over all but those in TIMING, for the months of the measures. */
    void print(CSVPrinter csv, YearMonth first, YearMonth last) throws IOException {
        for (Open one : open.values()) {
            Month month = months.computeIfAbsent(one.month, m -> new Month());
            month.broken += one.isTiming ? 0 : 1;
            month.timing += one.isTiming ? 1 : 0;
        }
        for (Map.Entry<YearMonth, Month> entry : months.entrySet()) {
            Month m = entry.getValue();
            if (!entry.getKey().isBefore(first) && !entry.getKey().isAfter(last)) {
                csv.printRecord(
                        "pharmacy-match-rate", entry.getKey(), m.fills - m.broken - m.timing, m.fills - m.timing);
            }
        }
    }

    private static YearMonth month(ScriptDraft script) {
        return YearMonth.from(LocalDate.ofEpochDay(script.adjudicated));
    }
}
