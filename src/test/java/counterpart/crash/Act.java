package counterpart.crash;

import java.time.Instant;
import java.util.List;

/**
 * A command that is killed and started again.
 *
 * @param words the command line
 * @param arrived what lies on the partners' servers when it begins: all that came up to then
 */
record Act(List<String> words, Instant arrived) {
    /** What comes before all acts, and is not disturbed. */
    static final Act BEFORE = nightly("2026-10-26", "2026-10-27T00:00:00Z");

    /** Three nights, with files that load, are refused and are duplicates, and the month after them. */
    static final List<Act> ALL = List.of(
            nightly("2026-10-27", "2026-10-28T00:00:00Z"),
            nightly("2026-11-02", "2026-11-03T00:00:00Z"),
            nightly("2026-11-05", "2026-11-06T00:00:00Z"),
            new Act(List.of("monthly", "--month", "2026-10"), Instant.parse("2026-11-10T00:00:00Z")));

    boolean isMonth() {
        return words.get(0).equals("monthly");
    }

    private static Act nightly(String date, String arrived) {
        return new Act(List.of("nightly", "--date", date), Instant.parse(arrived));
    }
}
