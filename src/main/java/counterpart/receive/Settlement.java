package counterpart.receive;

import counterpart.model.ControlTotals;
import counterpart.model.FileHeader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the reading of a file ended, without any member's data.
 *
 * @param state LOADED, HELD or REFUSED
 * @param reasonCode rule code of the first finding about the file as a whole, when it was held or refused
 * @param rowsRead detail rows in the file; always {@code accepted + rejected}
 * @param rowsWarned accepted rows that carry a warning
 * @param declared what the trailer declares; none when the feed has no trailer
 * @param computed the same over the rows read
 * @param findingsByCode how many findings of each rule
 */
public record Settlement(
        FileState state,
        @Nullable String reasonCode,
        @Nullable String reason,
        long rowsRead,
        long rowsAccepted,
        long rowsRejected,
        long rowsWarned,
        FileHeader header,
        @Nullable ControlTotals declared,
        ControlTotals computed,
        Map<String, Long> findingsByCode) {
    public Settlement {
        findingsByCode = Map.copyOf(findingsByCode);
        if (rowsRead != rowsAccepted + rowsRejected) {
            throw new IllegalArgumentException(
                    "rows read " + rowsRead + " are not accepted " + rowsAccepted + " plus rejected " + rowsRejected);
        }
    }
}
