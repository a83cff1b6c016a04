package counterpart.receive;

import counterpart.model.FeedId;
import counterpart.model.FileId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that a feed's calendar promises.
 *
 * @param state EXPECTED, LATE or MISSING while nothing answers it, RECEIVED afterwards
 * @param file the first file that answers it
 */
public record Expectation(
        FeedId feed,
        LocalDate businessDate,
        Instant dueAt,
        Instant lateAt,
        FileState state,
        @Nullable FileId file,
        @Nullable Instant arrivedAt) {
    public Expectation {
        if ((state == FileState.RECEIVED) != (file != null) || (file == null) != (arrivedAt == null)) {
            throw new IllegalArgumentException("an expectation names a file exactly when it is answered");
        }
    }

    static Expectation open(FeedId feed, DueDates.Due due) {
        return new Expectation(feed, due.businessDate(), due.dueAt(), due.lateAt(), FileState.EXPECTED, null, null);
    }

    /** Whether its file came after due time and grace, or has not come although they are over. */
    public boolean late() {
        return arrivedAt != null ? arrivedAt.isAfter(lateAt) : state != FileState.EXPECTED;
    }

    Expectation answeredBy(FileId id, Instant at) {
        return new Expectation(feed, businessDate, dueAt, lateAt, FileState.RECEIVED, id, at);
    }

    Expectation unanswered(FileState without) {
        return new Expectation(feed, businessDate, dueAt, lateAt, without, null, null);
    }
}
