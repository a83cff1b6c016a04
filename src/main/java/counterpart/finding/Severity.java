package counterpart.finding;

/** What a finding does, worst first. */
public enum Severity {
    /** The whole file is refused; nothing of it is loaded. */
    REJECT_FILE,
    /** The whole file waits for an operator; nothing of it is loaded until then. */
    HOLD_FILE,
    /** The row is left out and kept with its reason; the rest is loaded. */
    REJECT_ROW,
    /** The row is loaded and flagged. */
    WARN,
    /** Said for the record. */
    INFO,
    /** Found, counted and shown, but set aside by a waiver until its end. */
    WAIVED;

    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
