package counterpart.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an installation says of itself in {@code status.json}; no member's data.
 *
 * @param current the run that is at work; none between runs. Whether it is alive, its lock tells
 * @param last how the last run of each command ended
 * @param filesByState how many files are in each state of custody
 * @param needsYou what waits for a person, in sentences
 * @param nextDue what is due next, in sentences
 */
public record RunStatus(
        int version,
        Instant writtenAt,
        @Nullable Current current,
        Map<String, Ended> last,
        Map<String, Long> filesByState,
        List<String> needsYou,
        List<String> nextDue) {
    /** The form of the file; it rises when a reader would misunderstand it. */
    public static final int VERSION = 1;

    /**
     * A run at work.
     *
     * @param total 0 when it is not known
     */
    public record Current(String command, long pid, Instant since, String step, String what, long done, long total) {}

    /** A run that ended. */
    public record Ended(Instant started, Instant ended, int exitCode, String outcome, String summary) {}

    public RunStatus {
        last = Map.copyOf(last);
        filesByState = Map.copyOf(filesByState);
        needsYou = List.copyOf(needsYou);
        nextDue = List.copyOf(nextDue);
    }

    static RunStatus empty() {
        return new RunStatus(VERSION, Instant.EPOCH, null, Map.of(), Map.of(), List.of(), List.of());
    }
}
