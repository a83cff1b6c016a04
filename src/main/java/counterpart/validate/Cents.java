package counterpart.validate;

import org.jspecify.annotations.Nullable;

/** Sums of amounts in cents of which some may be absent. */
final class Cents {
    /** Two amounts that differ by no more than this are equal: one cent. */
    static final long TOLERANCE = 1;

    private Cents() {}

    /** The sum; an absent amount counts nothing. */
    static long sum(@Nullable Long... amounts) {
        long sum = 0;
        for (Long amount : amounts) {
            sum += amount == null ? 0 : amount;
        }
        return sum;
    }
}
