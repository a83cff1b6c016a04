package counterpart.measure;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the months of a measure are judged, as opposed to what it means.
 *
 * @param sources what must be in the books before a month has a value
 * @param lookBackMonths months before the month itself that a value is made of; 11 for a window of twelve
 * @param followUpDays days after the month that a value is made of, before the run-out begins
 * @param lag the SQL file that answers how fast its amounts came in, by which young months are completed; none when it
 *     is shown as reported
 * @param isCharted whether its months are independent enough for an XmR chart; rolling windows are not
 * @param countsPeople whether people, claims or scripts stand behind it, so that few must be hidden
 * @param fewestScored least denominator that is scored; 0 when any is
 */
public record Handling(
        Set<Source> sources,
        int lookBackMonths,
        int followUpDays,
        @Nullable String lag,
        boolean isCharted,
        boolean countsPeople,
        int fewestScored) {
    /** What a measure is computed from. */
    public enum Source {
        COVERAGE,
        MEDICAL,
        PHARMACY,
        /** Both sides' claims ledgers, or pharmacy ledgers where there are no others, held against each other. */
        LEDGERS,
        /** Both sides' rosters, held against each other. */
        ROSTERS,
        /** Both sides' pharmacy ledgers, held against each other. */
        PHARMACY_LEDGERS,
        /** What is known about the files themselves. */
        EXCHANGE
    }

    public Handling {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a measure is computed from something");
        }
        // In their own order: the digest of a scorecard, by which the next process knows its data, is made of this.
        sources = Collections.unmodifiableSet(EnumSet.copyOf(sources));
        if (lookBackMonths < 0 || followUpDays < 0 || fewestScored < 0) {
            throw new IllegalArgumentException("months, days and counts of a measure are not negative");
        }
    }

    /** The handling of a measure of claims that needs nothing special. */
    static Handling plain() {
        return new Handling(EnumSet.of(Source.COVERAGE, Source.MEDICAL), 0, 0, null, true, true, 0);
    }
}
