package counterpart.receive;

import java.time.Duration;

/** Waits between two looks at a partner's directory. */
@FunctionalInterface
public interface Waiter {
    /** @throws InterruptedException when the run is told to stop */
    void await(Duration time) throws InterruptedException;
}
