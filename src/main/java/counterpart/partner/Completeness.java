package counterpart.partner;

import java.time.Duration;

/** How to know that a partner has finished writing a file. */
public sealed interface Completeness {
    /** A second file of the same name with this suffix appears when the first is complete, for example {@code .done}. */
    record Marker(String suffix) implements Completeness {}

    /** Size and time stay equal over this many looks, this far apart. */
    record Stable(int looks, Duration apart) implements Completeness {
        public Stable {
            if (looks < 2) {
                throw new IllegalArgumentException("a file is known to be stable from two looks on");
            }
        }
    }
}
