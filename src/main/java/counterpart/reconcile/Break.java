package counterpart.reconcile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A difference with a history. It keeps its id as long as it is about the same attribute of the same entity, whatever
 * its category, side or amount; when it comes back after it was closed, a new episode begins.
 *
 * @param what the difference as it was last seen
 * @param episode 1 at first, one more for each time that it came back
 * @param firstSeen as-of day on which the present episode began
 * @param lastSeen as-of day on which it was last there
 * @param closedOn as-of day on which it was first gone; none while it is open
 */
public record Break(
        String id,
        Difference what,
        Status status,
        int episode,
        LocalDate firstSeen,
        LocalDate lastSeen,
        @Nullable LocalDate closedOn) {
    /** Whether the difference is there. */
    public enum Status {
        OPEN,
        CLOSED
    }

    public Break {
        if ((status == Status.CLOSED) != (closedOn != null)) {
            throw new IllegalArgumentException("a break has a day of closing when it is closed, and only then");
        }
        if (episode < 1 || lastSeen.isBefore(firstSeen)) {
            throw new IllegalArgumentException("a break's episodes count from 1 and end after they begin");
        }
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Days since the present episode began, to the given day or to its closing. */
    public long ageDays(LocalDate asOf) {
        return ChronoUnit.DAYS.between(firstSeen, closedOn == null ? asOf : closedOn);
    }
}
