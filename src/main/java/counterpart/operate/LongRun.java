package counterpart.operate;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Looks at the clock while a run works, and tells once that four fifths of the time it may take are over. */
final class LongRun implements AutoCloseable {
    private static final int TOLD_AT_PERCENT = 80;

    private final ScheduledThreadPoolExecutor clock;

    private LongRun(ScheduledThreadPoolExecutor clock) {
        this.clock = clock;
    }

    /** @param tell fails with nothing; runs in a thread of its own */
    static LongRun watch(Duration mayTake, Runnable tell) {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "long-run");
            thread.setDaemon(true);
            return thread;
        });
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        clock.schedule(tell, mayTake.toMillis() * TOLD_AT_PERCENT / 100, TimeUnit.MILLISECONDS);
        return new LongRun(clock);
    }

    /** The run has ended; a telling that has begun comes to its end. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            clock.awaitTermination(2, TimeUnit.MINUTES); // longer than a mail server and a webhook may take
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
