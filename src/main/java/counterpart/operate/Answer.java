package counterpart.operate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command has to say, for a person and for a program.
 *
 * @param kind what the JSON document is
 */
record Answer(String kind, Map<String, @Nullable Object> json, String text, ExitCode exitCode) {
    Answer(String kind, Map<String, @Nullable Object> json, String text) {
        this(kind, json, text, ExitCode.DONE);
    }

    /** A list, and what is said when it is empty. */
    static Answer of(String kind, Listing listing, String none) {
        return new Answer(
                kind,
                Json.object(kind, listing.json()),
                listing.isEmpty() ? none : listing.table().toString());
    }
}
