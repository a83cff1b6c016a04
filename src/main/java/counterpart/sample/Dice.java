package counterpart.sample;

/**
 * Random numbers by position: the same seed, stream and position always give the same sequence, so any row can be made
 * again without remembering it. The mixing function is that of SplitMix64.
 */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;
    private long state;

    Dice(long seed) {
        this.seed = seed;
    }

    /** Starts the sequence that belongs to a position of a stream. */
    Dice at(Stream stream, long a, long b) {
        state = mix(mix(mix(seed + GOLDEN * (stream.ordinal() + 1)) + a * GOLDEN) ^ (b * 0xD1B54A32D192ED03L));
        return this;
    }

    /** A number from 0 to below the limit. */
    int below(int limit) {
        return (int) (((next() >>> 33) * limit) >>> 31);
    }

    /** A number from first to last, both included. */
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    /** A number from 0 to below 1. */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** An exponentially distributed number. */
    double exponential(double mean) {
        return -mean * Math.log(1 - unit());
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** What a sequence is for. */
    enum Stream {
        FAMILY,
        TENURE,
        MEDICAL,
        PHARMACY,
        LEDGER,
        FAULT,
        ROSTER,
        REFILL,
        CARE,
        CHANGE
    }
}
