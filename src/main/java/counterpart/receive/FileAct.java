package counterpart.receive;

import java.util.Set;

/**
 * What can be done to a file, from which states, and what it is afterwards: the whole machine. An act from any other state
 * is refused and changes nothing. Acknowledging a file changes no state; it is a fact beside it.
 */
public enum FileAct {
    /** The calendar's due time and grace are over and no file is there. */
    FALL_DUE(FileState.LATE, FileState.EXPECTED),
    /** The next delivery is due and this one never came. */
    GIVE_UP(FileState.MISSING, FileState.EXPECTED, FileState.LATE),
    /** The bytes are durable here. */
    TAKE(FileState.RECEIVED, FileState.EXPECTED, FileState.LATE, FileState.MISSING),
    /** What seemed to answer a delivery is for another one, as its header says: this one is open again. */
    EXPECT_AGAIN(FileState.EXPECTED, FileState.RECEIVED),
    /** Reading begins; a step may run twice. */
    OPEN(FileState.OPENED, FileState.RECEIVED, FileState.OPENED),
    /** It was believed, or a person released it. */
    LOAD(FileState.LOADED, FileState.OPENED, FileState.HELD),
    /** A rule or a guard wants a person to look. */
    SET_ASIDE(FileState.HELD, FileState.OPENED),
    /** It was not believed, or a person turned it away. */
    REFUSE(FileState.REFUSED, FileState.OPENED, FileState.HELD),
    /** A person keeps it from being read. */
    HOLD(FileState.HELD, FileState.RECEIVED, FileState.OPENED),
    /** A person lets it be read after all. */
    LET_READ(FileState.OPENED, FileState.HELD),
    /** A person has it read again from the archive. */
    REPLAY(FileState.OPENED, FileState.REFUSED, FileState.HELD, FileState.WITHDRAWN),
    /** A later file takes its slot in the books. */
    SUPERSEDE(FileState.SUPERSEDED, FileState.LOADED),
    /** What took its slot was withdrawn. */
    BRING_BACK(FileState.LOADED, FileState.SUPERSEDED),
    /** A person takes it out of the books. */
    WITHDRAW(FileState.WITHDRAWN, FileState.LOADED, FileState.SUPERSEDED);

    private final FileState result;
    private final Set<FileState> from;

    FileAct(FileState result, FileState... from) {
        this.result = result;
        this.from = Set.of(from);
    }

    /** What a file is after it. */
    public FileState result() {
        return result;
    }

    public boolean mayBeDoneTo(FileState state) {
        return from.contains(state);
    }

    /** The act by which a delivery that the calendar promises comes to be so. */
    public static FileAct ofDelivery(FileState next) {
        return switch (next) {
            case EXPECTED -> EXPECT_AGAIN;
            case LATE -> FALL_DUE;
            case MISSING -> GIVE_UP;
            case RECEIVED -> TAKE;
            default ->
                throw new IllegalArgumentException("a delivery is EXPECTED, LATE, MISSING or RECEIVED, not " + next);
        };
    }

    /** The act by which reading ends so. */
    public static FileAct endingIn(FileState end) {
        return switch (end) {
            case LOADED -> LOAD;
            case HELD -> SET_ASIDE;
            case REFUSED -> REFUSE;
            default -> throw new IllegalArgumentException("reading ends in LOADED, HELD or REFUSED, not " + end);
        };
    }
}
