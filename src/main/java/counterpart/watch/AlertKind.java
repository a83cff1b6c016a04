package counterpart.watch;

import java.util.Arrays;
import java.util.Optional;

/** What a person is told of. Each kind has a number that never changes and a section of that number in docs/runbook.md. */
public enum AlertKind {
    FILE_HELD("CP-A01", "a file is held"),
    FILE_REFUSED("CP-A02", "a file is refused"),
    FILE_LATE("CP-A03", "a file is late"),
    FILE_MISSING("CP-A04", "a file is missing"),
    RUN_FAILED("CP-A05", "a run failed"),
    SERVER_UNREACHABLE("CP-A06", "a partner's server cannot be reached"),
    LOGIN_REFUSED("CP-A07", "a partner's server refuses us, or is not the one we know"),
    EDITION_HELD("CP-A08", "an edition did not pass its inspection"),
    DELIVERY_FAILED("CP-A09", "an edition did not reach a recipient"),
    DELIVERY_UNCERTAIN("CP-A10", "an edition may not have reached a recipient"),
    DISK_LOW("CP-A11", "the disk is almost full"),
    MISSED_RUN("CP-A12", "a night was not run"),
    RUN_LONG("CP-A13", "a run takes long");

    private final String id;
    private final String meaning;

    AlertKind(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    /** Its number, for example {@code CP-A01}. */
    public String id() {
        return id;
    }

    /** What it says, without a subject. */
    public String meaning() {
        return meaning;
    }

    /** The kind of this number, when there is one. */
    public static Optional<AlertKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
