package counterpart.receive;

import java.util.Map;
import java.util.Set;

/** The life of a file, as one closed machine. "Acknowledged" is a fact beside the state. */
public enum FileState {
    /** Due, and not yet due time. No bytes. */
    EXPECTED,
    /** Past due time and grace. No bytes. */
    LATE,
    /** Given up for its delivery. No bytes. */
    MISSING,
    /** In our custody: bytes durable, not yet read. */
    RECEIVED,
    /** Being read. */
    OPENED,
    /** Not believed; nothing of it is in the books. */
    REFUSED,
    /** Waits for a person; nothing of it counts. */
    HELD,
    /** In the books. */
    LOADED,
    /** Was in the books; a later file took its slot. */
    SUPERSEDED,
    /** Was in the books; an operator took it out. */
    WITHDRAWN;

    private static final Map<FileState, Set<FileState>> NEXT = Map.of(
            EXPECTED, Set.of(LATE, RECEIVED),
            LATE, Set.of(MISSING, RECEIVED),
            MISSING, Set.of(RECEIVED),
            RECEIVED, Set.of(OPENED, HELD),
            OPENED, Set.of(OPENED, REFUSED, HELD, LOADED),
            HELD, Set.of(LOADED, REFUSED, OPENED),
            REFUSED, Set.of(OPENED),
            LOADED, Set.of(SUPERSEDED, WITHDRAWN),
            SUPERSEDED, Set.of(LOADED, WITHDRAWN),
            WITHDRAWN, Set.of(OPENED));

    /** Whether a file may go from this state to the other. */
    public boolean mayBecome(FileState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
