package counterpart.control;

import counterpart.model.Home;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code status.json} holds: enough to answer an operator without opening a store. No member's data.
 *
 * @param present the run at work; nothing between runs. A process that was killed leaves it: whoever reads it asks
 *     {@link HomeLock#owner} whether somebody is there
 * @param lastRuns how the last run of each command ended, by command
 * @param files counts of files by state
 * @param needsPerson one sentence each for what waits for a decision
 * @param dueNext one sentence each for what is expected next
 */
public record StatusFile(
        Instant written,
        @Nullable Present present,
        Map<String, Last> lastRuns,
        Map<String, Long> files,
        List<String> needsPerson,
        List<String> dueNext) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * The run at work.
     *
     * @param step the step at work, empty before the first
     * @param total 0 when it is not known
     */
    public record Present(
            String command, long pid, Instant since, String job, String step, String what, long done, long total) {}

    /** A run that ended, or was killed. */
    public record Last(
            Instant started,
            @Nullable Instant ended,
            String outcome,
            @Nullable Integer exitCode,
            String summary) {}

    public StatusFile {
        lastRuns = new TreeMap<>(lastRuns);
        files = new TreeMap<>(files);
        needsPerson = List.copyOf(needsPerson);
        dueNext = List.copyOf(dueNext);
    }

    /** What the last or present run said; nothing when no run ever started here. */
    public static Optional<StatusFile> read(Home home) {
        return Files.exists(home.statusFile())
                ? Optional.of(JSON.readValue(home.statusFile().toFile(), StatusFile.class))
                : Optional.empty();
    }

    void write(Home home) {
        AtomicFile.replace(
                home.statusFile(), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }
}
