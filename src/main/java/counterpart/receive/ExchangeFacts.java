package counterpart.receive;

import counterpart.model.FeedId;
import counterpart.model.FileId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the scorecard may know about files: when they were due, when they came, how they fared. No member's data. */
public interface ExchangeFacts {
    /**
     * One expected delivery, or a delivery that nobody expected.
     *
     * @param businessDate the day on which it was due, or came when it was not expected
     * @param outcome the file's state, or EXPECTED, LATE or MISSING when there is none
     * @param history whether it is a history file, which no exchange measure counts
     * @param firstOriginal whether this is the first file that answered the expectation
     * @param reasonCode rule code for which the file was held or refused
     * @param excused whether both sides agreed to do without it; then it is neither late nor missing to any measure
     */
    record Fact(
            FeedId feed,
            LocalDate businessDate,
            @Nullable Instant dueAt,
            @Nullable Instant arrivedAt,
            @Nullable FileId file,
            FileState outcome,
            boolean late,
            boolean history,
            boolean firstOriginal,
            long rowsRead,
            long rowsAccepted,
            long rowsRejected,
            @Nullable String reasonCode,
            boolean excused) {
        /** Whether a delivery is owed that is not there and that nobody excused. */
        public boolean isOwed() {
            return file == null && !excused && (outcome == FileState.LATE || outcome == FileState.MISSING);
        }
    }

    /** The facts whose business date lies in the two days and between them. */
    List<Fact> between(LocalDate first, LocalDate last);
}
