package counterpart.control.batch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells whoever listens (the status file, the console) which step is at work and how far it is. */
public final class ProgressBus {
    /** Hears of steps. A listener must be quick, and must not fail. */
    public interface Listener {
        void stepBegan(String job, String step);

        /** @param total 0 when it is not known */
        void told(String job, String step, String what, long done, long total);

        /** @param outcome {@code COMPLETED}, {@code FAILED} or {@code STOPPED} */
        void stepEnded(String job, String step, String outcome, Counts counts);
    }

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    public void subscribe(Listener listener) {
        listeners.add(listener);
    }

    void stepBegan(String job, String step) {
        listeners.forEach(listener -> listener.stepBegan(job, step));
    }

    void told(String job, String step, String what, long done, long total) {
        listeners.forEach(listener -> listener.told(job, step, what, done, total));
    }

    void stepEnded(String job, String step, String outcome, Counts counts) {
        listeners.forEach(listener -> listener.stepEnded(job, step, outcome, counts));
    }
}
