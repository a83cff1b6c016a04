package counterpart.crash;

import java.util.Random;

/**
 * A moment at which a command is killed, told by a seed and a number alone.
 *
 * @param where how far the run has come by then, from 0 to 1, measured in what the kind counts
 * @param again whether the run that mends it is killed as well
 * @param whereAgain how far that one has come by then
 */
record Point(long seed, int number, int act, Kind kind, double where, boolean again, double whereAgain) {
    /** What is counted up to the moment. */
    enum Kind {
        TIME,
        SERVER,
        LOG,
        SYSCALL
    }

    /** Those before this number are for every build: of short acts, and without the tracer, which is slow. */
    static final int QUICK = 50;

    private static final int[] SHORT_ACTS = {0, 2, 3};

    static Point of(long seed, int number) {
        Random dice = new Random(seed * 1_000_003 + number);
        dice.nextLong();
        boolean quick = number < QUICK;
        int act = quick ? SHORT_ACTS[number % SHORT_ACTS.length] : number % Act.ALL.size();
        Kind kind = Kind.values()[dice.nextInt(quick ? Kind.SYSCALL.ordinal() : Kind.values().length)];
        return new Point(seed, number, act, kind, dice.nextDouble(), dice.nextInt(3) == 0, dice.nextDouble());
    }

    /** How to repeat it alone. */
    String repeat() {
        return "-Dcrash.seed=" + seed + " -Dcrash.point=" + number;
    }
}
