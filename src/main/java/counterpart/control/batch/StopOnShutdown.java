package counterpart.control.batch;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Stops running jobs before anything else of the application goes away: on a signal the step at work is asked to stop and
 * waited for, so that the next run continues without repair.
 */
final class StopOnShutdown implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(StopOnShutdown.class);

    private final LaunchGate gate;
    private final StopSignal stop;
    private final Duration patience;
    private volatile boolean started;

    /** @param patience longest wait for a step to stop; the service manager must wait longer before it kills */
    StopOnShutdown(LaunchGate gate, StopSignal stop, Duration patience) {
        this.gate = gate;
        this.stop = stop;
        this.patience = patience;
    }

    @Override
    public void start() {
        started = true;
    }

    @Override
    public void stop() {
        stop.request();
        try {
            if (!gate.awaitIdle(patience)) {
                log.warn("stopped=false waitedSeconds={} next=the next start repairs the job", patience.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            started = false;
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** The highest phase is stopped first, before the pool of connections. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
