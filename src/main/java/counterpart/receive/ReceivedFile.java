package counterpart.receive;

import counterpart.model.FeedId;
import counterpart.model.FileId;
import counterpart.model.LoadId;
import counterpart.model.Sha256;
import java.time.Instant;

/**
 * A file in our custody. It is known by its content; its name is only what the partner called it.
 *
 * @param epoch 1, and one more for each replay
 * @param receivedSha digest of the bytes as they came
 * @param clearSha digest of the unpacked bytes, which is the file's identity within its feed; equal to
 *     {@code receivedSha} when it was not packed or cannot be unpacked
 * @param arrivedAt when the partner's server says that it was complete
 * @param takenAt when it became durable here
 */
public record ReceivedFile(
        FileId id,
        FeedId feed,
        int epoch,
        String remoteName,
        Sha256 receivedSha,
        Sha256 clearSha,
        long bytes,
        Instant arrivedAt,
        Instant takenAt,
        FileState state) {
    /** The name of the load that this reading of the file makes. */
    public LoadId loadId() {
        return new LoadId(id + "-" + epoch);
    }
}
