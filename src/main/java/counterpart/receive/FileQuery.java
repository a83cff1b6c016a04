package counterpart.receive;

import counterpart.model.FeedName;
import counterpart.model.PartnerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which files an operator wants to see; what is not named is not asked for.
 *
 * @param from arrived at this instant or later
 * @param before arrived before this instant
 * @param atMost of more files the newest
 */
public record FileQuery(
        @Nullable PartnerId partner,
        @Nullable FeedName feed,
        @Nullable FileState state,
        @Nullable Instant from,
        @Nullable Instant before,
        int atMost) {
    public FileQuery {
        if (atMost < 1) {
            throw new IllegalArgumentException("ask for at least one file");
        }
    }
}
