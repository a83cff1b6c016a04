package counterpart.receive;

import counterpart.model.FileId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a file. It stands before it is carried out, so that a process that dies meanwhile forgets
 * nothing.
 *
 * @param epoch the reading of the file that was decided about
 * @param approvedBy who confirmed what the actor had asked for, where the guard demands two
 * @param done whether it was carried out
 */
public record Decision(
        long number,
        FileId file,
        int epoch,
        Kind kind,
        String actor,
        @Nullable String approvedBy,
        String reason,
        Instant at,
        boolean done) {
    /** Who answers for it: one, or both where two are demanded. */
    public String actors() {
        return approvedBy == null ? actor : actor + " and " + approvedBy;
    }

    /** What can be decided. */
    public enum Kind {
        /** A held file is loaded as it is. */
        RELEASE,
        /** A held file is turned away. */
        REFUSE,
        /** A loaded file is taken out of the books, as if it had never come. */
        WITHDRAW
    }
}
