package counterpart.operate;

import counterpart.control.batch.StopSignal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * On a signal to end (SIGTERM, SIGINT) asks the step at work to stop, and keeps the process alive until the command has
 * said how far it came and has closed the stores. Java would end the process under it.
 */
final class SignalWatch {
    private static final Logger log = LoggerFactory.getLogger(SignalWatch.class);
    /** Longer than the slowest block of rows or upload between two tellings of progress; service managers wait longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private final StopSignal stop;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "signal-watch");

    private SignalWatch(StopSignal stop) {
        this.stop = stop;
    }

    static SignalWatch begin(StopSignal stop) {
        SignalWatch watch = new SignalWatch(stop);
        Runtime.getRuntime().addShutdownHook(watch.hook);
        return watch;
    }

    /** Says that the command has closed everything. */
    void end() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The signal is why it ends.
            log.info("stopped=true");
        }
    }

    private void stop() {
        stop.request();
        try {
            if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("stopped=false waitedSeconds={} next=the next start repairs the job", PATIENCE.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
