package counterpart.receive;

import counterpart.model.FileId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the custody ledger knows of one file.
 *
 * @param settlement how its present reading ended, when it did
 * @param supersededBy the file that took its slot in the books
 * @param supersedes files whose slot it took
 * @param deliveries each time that its content lay on the partner's server, oldest first
 */
public record FileStory(
        ReceivedFile file,
        Optional<Settlement> settlement,
        @Nullable FileId supersededBy,
        List<FileId> supersedes,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedPath,
        List<Delivered> deliveries) {
    public FileStory {
        supersedes = List.copyOf(supersedes);
        deliveries = List.copyOf(deliveries);
    }

    /**
     * The file's content as it once lay on the partner's server.
     *
     * @param fate {@code TAKEN}, or {@code DUPLICATE} when we had it already
     */
    public record Delivered(String name, String fate, Instant seenAt) {}
}
