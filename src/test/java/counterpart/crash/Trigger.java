package counterpart.crash;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what a run does that its surroundings can see, and acts at one of these moments, before anything goes on. */
final class Trigger {
    private static final Runnable NOTHING = () -> {};

    private final AtomicInteger seen = new AtomicInteger();
    private volatile int at;
    private volatile Runnable act = NOTHING;
    private volatile String where = "";

    /** Counts from one again; acts at the n-th moment. */
    synchronized void arm(int n, Runnable what) {
        seen.set(0);
        where = "";
        at = n;
        act = what;
    }

    /** Counts from one again, and only counts. */
    void disarm() {
        arm(0, NOTHING);
    }

    /** How many moments there were since it was armed. */
    int seen() {
        return seen.get();
    }

    /** What happened at the moment at which it acted; empty when it did not. */
    String where() {
        return where;
    }

    /**
     * Says that a moment has come.
     *
     * @return whether this was the one
     */
    boolean moment(String what) {
        if (seen.incrementAndGet() != at) {
            return false;
        }
        where = what;
        act.run();
        return true;
    }
}
