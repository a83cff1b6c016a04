package counterpart.receive;

import counterpart.model.ControlTotals;
import counterpart.model.FileHeader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the reading of a file ended, without any member's data.
 *
 * @param state LOADED, HELD or REFUSED
 * @param reasonCode rule code of the worst finding about the file as a whole, when it was held or refused
 * @param rowsRead detail rows in the file; always {@code accepted + rejected}
 * @param rowsWarned accepted rows that carry a warning
 * @param declared what the trailer declares; none when the feed has no trailer
 * @param computed the same over the rows read
 * @param findingsByCode how many findings of each rule
 * @param furtherReasons what else would have held or refused it by itself, the worst first
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
        Map<String, Long> findingsByCode,
        List<Reason> furtherReasons) {
    /** What holds or refuses a file: the rule and what it saw. */
    public record Reason(String code, String sentence) {
        @Override
        public String toString() {
            return code + " " + sentence;
        }
    }

    public Settlement {
        findingsByCode = Map.copyOf(findingsByCode);
        furtherReasons = List.copyOf(furtherReasons);
        if (rowsRead != rowsAccepted + rowsRejected) {
            throw new IllegalArgumentException(
                    "rows read " + rowsRead + " are not accepted " + rowsAccepted + " plus rejected " + rowsRejected);
        }
    }

    /** All that holds or refuses it, the worst first; none when it was loaded, or when a person decided. */
    public List<Reason> reasons() {
        if (reasonCode == null || reason == null) {
            return furtherReasons;
        }
        return Stream.concat(Stream.of(new Reason(reasonCode, reason)), furtherReasons.stream())
                .toList();
    }
}
