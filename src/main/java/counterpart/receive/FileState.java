package counterpart.receive;

import java.util.Arrays;

/** The life of a file, as one closed machine; {@link FileAct} holds its moves. "Acknowledged" is a fact beside the state. */
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

    /** Whether some act makes this state the other. */
    public boolean mayBecome(FileState next) {
        return Arrays.stream(FileAct.values()).anyMatch(act -> act.mayBeDoneTo(this) && act.result() == next);
    }
}
