package counterpart.control;

import counterpart.control.RunStatus.Current;
import counterpart.control.RunStatus.Ended;
import counterpart.model.Home;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps {@code status.json} up to date for one run. Readers need no store and no lock: the file is replaced atomically.
 * Progress is written a few times a second at most.
 */
public final class StatusFile {
    private static final Duration OFTEN_ENOUGH = Duration.ofMillis(500);

    private final Home home;
    private final Clock clock;
    private final String command;
    private final Instant started;
    private RunStatus status;
    private long lastWrite;

    private StatusFile(Home home, Clock clock, String command) {
        this.home = home;
        this.clock = clock;
        this.command = command;
        this.started = clock.instant();
        this.status = read(home);
    }

    /** What the installation said last; an empty status when it said nothing yet. */
    public static RunStatus read(Home home) {
        return AtomicJson.read(home.statusFile(), RunStatus.class).orElseGet(RunStatus::empty);
    }

    /** Begins to tell of a run. The caller holds the home's lock. */
    public static StatusFile begin(Home home, Clock clock, String command) {
        StatusFile file = new StatusFile(home, clock, command);
        file.show("starting", "", 0, 0);
        return file;
    }

    /** Tells how far a step is; what comes too soon after the last telling is left out. */
    public synchronized void progress(String step, String what, long done, long total) {
        if (System.nanoTime() - lastWrite >= OFTEN_ENOUGH.toNanos()) {
            show(step, what, done, total);
        }
    }

    /** Tells how the run ended. */
    public synchronized void end(
            int exitCode,
            String outcome,
            String summary,
            Map<String, Long> filesByState,
            List<String> needsYou,
            List<String> nextDue) {
        Map<String, Ended> last = new HashMap<>(status.last());
        last.put(command, new Ended(started, clock.instant(), exitCode, outcome, summary));
        write(new RunStatus(RunStatus.VERSION, clock.instant(), null, last, filesByState, needsYou, nextDue));
    }

    private void show(String step, String what, long done, long total) {
        Current current = new Current(command, ProcessHandle.current().pid(), started, step, what, done, total);
        write(new RunStatus(
                RunStatus.VERSION,
                clock.instant(),
                current,
                status.last(),
                status.filesByState(),
                status.needsYou(),
                status.nextDue()));
    }

    private void write(RunStatus next) {
        status = next;
        lastWrite = System.nanoTime();
        AtomicJson.write(home.statusFile(), next);
    }
}
