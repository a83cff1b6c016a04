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

    static Point of(long seed, int number, int acts, boolean syscalls) {
        Random dice = new Random(seed * 1_000_003 + number);
        dice.nextLong();
        Kind[] kinds = Kind.values();
        Kind kind = kinds[dice.nextInt(syscalls ? kinds.length : kinds.length - 1)];
        return new Point(seed, number, number % acts, kind, dice.nextDouble(), dice.nextInt(3) == 0, dice.nextDouble());
    }

    /** How to repeat it alone. */
    String repeat() {
        return "-Dcrash.seed=" + seed + " -Dcrash.point=" + number;
    }
}
