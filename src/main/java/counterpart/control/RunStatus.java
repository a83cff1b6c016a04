package counterpart.control;

import counterpart.model.Home;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the world about the present run: in the store's list of runs, and in {@code status.json}, which is replaced at
 * the start, at the end, at each step and while a step is at work at most every half second.
 */
public final class RunStatus {
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(500);
    private static final int DISK_FAILED = 74;

    private final Home home;
    private final ControlStore store;
    private final RunLog runs;
    private final Clock clock;

    private long run = -1;
    private StatusFile.@Nullable Present present;
    private Instant written = Instant.EPOCH;
    private Map<String, Long> files = Map.of();
    private List<String> needsPerson = List.of();
    private List<String> dueNext = List.of();

    public RunStatus(Home home, ControlStore store, RunLog runs, Clock clock) {
        this.home = home;
        this.store = store;
        this.runs = runs;
        this.clock = clock;
    }

    /** Says that a command starts. What the last run said about files stands until it is said anew. */
    public synchronized void begin(String command) {
        StatusFile.read(home).ifPresent(last -> {
            files = last.files();
            needsPerson = last.needsPerson();
            dueNext = last.dueNext();
        });
        run = runs.begin(command);
        present = new StatusFile.Present(command, ProcessHandle.current().pid(), clock.instant(), "", "", "", 0, 0);
        write();
    }

    /** Says how the files stand, what waits for a person and what is due next; sentences without a member's data. */
    public synchronized void facts(Map<String, Long> filesByState, List<String> waiting, List<String> due) {
        files = Map.copyOf(filesByState);
        needsPerson = List.copyOf(waiting);
        dueNext = List.copyOf(due);
        write();
    }

    /** Says that a step began. */
    public synchronized void step(String job, String step) {
        StatusFile.Present now = present;
        if (now != null) {
            present = new StatusFile.Present(now.command(), now.pid(), now.since(), job, step, "", 0, 0);
            write();
        }
    }

    /** Says how far a step is. */
    public synchronized void progress(String job, String step, String what, long done, long total) {
        StatusFile.Present now = present;
        if (now != null) {
            present = new StatusFile.Present(now.command(), now.pid(), now.since(), job, step, what, done, total);
            // A clock that moved back must not keep it silent until the same time has come again.
            if (Duration.between(written, clock.instant()).abs().compareTo(BETWEEN_WRITES) >= 0) {
                write();
            }
        }
    }

    /**
     * Says how the command ended; answers the exit code, which is 74 when the disk failed to keep what was written,
     * whatever the command thought.
     */
    public synchronized int end(String outcome, int exitCode, String summary) {
        boolean synced = store.synced();
        int code = synced ? exitCode : DISK_FAILED;
        String said = synced ? summary : "the disk failed to keep what was written; have it looked at. " + summary;
        if (run >= 0) {
            runs.end(run, synced ? outcome : "FAILED", code, said);
            run = -1;
        }
        present = null;
        write();
        return code;
    }

    private void write() {
        Map<String, StatusFile.Last> last = new LinkedHashMap<>();
        for (RunLog.Run ended : runs.lastOfEachCommand()) {
            last.put(
                    ended.command(),
                    new StatusFile.Last(
                            ended.started(), ended.ended(), ended.outcome(), ended.exitCode(), ended.summary()));
        }
        written = clock.instant();
        new StatusFile(written, present, last, files, needsPerson, dueNext).write(home);
    }
}
