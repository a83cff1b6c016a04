package counterpart.receive;

import counterpart.model.FeedId;
import counterpart.model.FileId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people decide about files in custody. Each change is one transaction with its audit event, which names who and
 * why; a change that {@link FileState} does not allow is refused with an {@link IllegalStateException}.
 */
public interface Decisions {
    /**
     * Writes down a decision about the present reading of a file, to be carried out.
     *
     * @throws IllegalStateException when another decision about the file was not carried out yet
     */
    Decision decide(FileId file, Decision.Kind kind, String actor, @Nullable String approvedBy, String reason);

    /** Who asked that the present reading of a file be released, if somebody did. */
    Optional<ReleaseRequest> request(FileId file);

    /**
     * Asks that a held file be released, which another person must confirm. Who asks again takes the place of who asked
     * before.
     *
     * @param person who logged in
     * @param actor the same for the audit
     */
    void ask(FileId file, String person, String actor, String reason);

    /**
     * Confirms what another person asked for: a decision of both to release the file.
     *
     * @throws IllegalStateException when nobody asked, or the same person did
     */
    Decision confirm(FileId file, String person, String actor, String reason);

    Optional<Decision> find(long number);

    /** Decisions that were not carried out yet, oldest first. */
    List<Decision> pending();

    /** Says that a decision was carried out. Saying it again is allowed. */
    void done(long number);

    /** Keeps a file that was not read yet from being read. */
    void hold(FileId file, String actor, String reason);

    /** Lets a file be read that was held before it was read. */
    void letRead(FileId file, String actor, String reason);

    /** Has a file read again from our archive: a new reading with the next epoch. */
    void replay(FileId file, String actor, String reason);

    /**
     * Says that both sides agreed to do without a delivery. It stays what it is, and no measure counts it against anybody.
     *
     * @throws IllegalStateException when no such delivery is expected, or a file answered it
     */
    void excuse(FeedId feed, LocalDate businessDate, String actor, String reason);

    /**
     * Says that a file was taken out of the books, and which file took its place again, if one did. Saying it again is
     * allowed.
     */
    void withdrawn(Decision decision, Optional<FileId> restored);
}
