package counterpart.receive.jdbc;

import counterpart.model.FileId;
import counterpart.partner.RemoteFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file as it lay on a partner's server.
 *
 * @param number its number among the sightings
 * @param arrivedAt when it was complete there; none while it is not
 * @param marker name of its marker file, when it has one
 * @param file the file in our custody with its content, once that is known
 */
public record Sighted(
        long number,
        RemoteFile remote,
        @Nullable Instant arrivedAt,
        @Nullable String marker,
        Fate fate,
        @Nullable FileId file) {
    /** What became of a file that was seen. */
    public enum Fate {
        /** The partner is not known to have finished it. */
        WAITING,
        /** Complete, and to be taken. */
        READY,
        /** In our custody. */
        TAKEN,
        /** Its content was in our custody already (F-011). */
        DUPLICATE,
        /** Larger than we take (F-001). */
        TOO_LARGE,
        /** Its name or kind belongs to no feed of the partner (F-001). */
        UNKNOWN,
        /** A link, folder or device under the name of one of the feed's files (F-001). */
        NOT_A_FILE;

        /** Whether it is decided for good. */
        public boolean isFinal() {
            return this == TAKEN || this == DUPLICATE || this == TOO_LARGE;
        }
    }
}
