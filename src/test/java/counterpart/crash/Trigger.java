package counterpart.crash;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what a run does that its surroundings can see, and acts at one of these moments, before anything goes on. */
final class Trigger {
    private static final Runnable NOTHING = () -> {};

    private final AtomicInteger seen = new AtomicInteger();
    private volatile int at;
    private volatile Runnable act = NOTHING;
    private volatile boolean ends;
    private volatile String where = "";

    /** Counts from one again; at the n-th moment does what ends the client, so that nothing goes on after it. */
    void end(int n, Runnable what) {
        arm(n, what, true);
    }

    /** Counts from one again; acts at the n-th moment, after which all goes on. */
    void act(int n, Runnable what) {
        arm(n, what, false);
    }

    private synchronized void arm(int n, Runnable what, boolean isEnd) {
        seen.set(0);
        where = "";
        at = n;
        act = what;
        ends = isEnd;
    }

    /** Counts from one again, and only counts. */
    void disarm() {
        arm(0, NOTHING, false);
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
     * @return whether the client was ended by it
     */
    boolean moment(String what) {
        if (seen.incrementAndGet() != at) {
            return false;
        }
        where = what;
        act.run();
        return ends;
    }
}
