package counterpart.receive;

import counterpart.model.FeedId;
import counterpart.model.FileId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The custody ledger: which files are in our keeping, in which state, and why. Each change is one transaction with its
 * audit event; a change from a state that the file is not in, or that {@link FileState} does not allow, is refused with
 * an {@link IllegalStateException}.
 */
public interface Custody {
    Optional<ReceivedFile> find(FileId id);

    /** Files that are RECEIVED or OPENED, oldest arrival first, then by name: the order in which they are read. */
    List<ReceivedFile> awaitingIntake();

    /** Says that reading began. Saying it again is allowed: a step may run twice. */
    void open(FileId id);

    /**
     * Says how reading ended. Saying the same again is allowed.
     *
     * @param actor who did it: {@code counterpart} for the night, else an operator
     */
    void settle(FileId id, Settlement settlement, String actor);

    /** Says that another file took this file's slot in the books. */
    void supersede(FileId id, FileId by);

    /** Says that the partner has our answer; {@code remotePath} is where. */
    void acknowledged(FileId id, String remotePath, Instant at);

    /** How the reading of a file ended, when it did. */
    Optional<Settlement> settlement(FileId id);

    /** What the control file beside a file states, when it came with one. */
    Optional<ControlFile> controlFile(FileId id);

    /** The last settled files of a feed that were loaded, newest arrival first. */
    List<PastFile> lastLoaded(FeedId feed, int atMost);

    /**
     * The id of another file of the feed whose header carries this file id, when there is one. A corrected file may bear
     * the id of one that was refused or withdrawn.
     */
    Optional<FileId> findByHeaderFileId(FeedId feed, String headerFileId, FileId other);

    /** All files, newest first, at most so many. */
    List<PastFile> latest(int atMost);

    /** A feed's deliveries of content that we already had and that the partner has no answer to yet, oldest first. */
    List<DuplicateDelivery> unansweredDuplicates(FeedId feed);

    /** Says that the partner has our answer to a duplicate; {@code remotePath} is where. Saying it again is allowed. */
    void duplicateAnswered(long number, String remotePath, Instant at);

    /** The names under which a feed delivered content that we already had, before an instant. */
    List<String> duplicateNames(FeedId feed, Instant before);

    /** A file with how its reading ended, if it did. */
    record PastFile(ReceivedFile file, Optional<Settlement> settlement) {}
}
