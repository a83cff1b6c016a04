package counterpart.partner;

import java.time.Duration;
import java.util.Optional;

/** How to know that a partner has finished writing a file. */
public sealed interface Completeness {
    /** The name of the second file that says that this one is complete, where a feed has such files. */
    default Optional<String> companionOf(String name) {
        return Optional.empty();
    }

    /** A second file of the same name with this suffix appears when the first is complete, for example {@code .done}. */
    record Marker(String suffix) implements Completeness {
        @Override
        public Optional<String> companionOf(String name) {
            return Optional.of(name + suffix);
        }
    }

    /** A marker, for example {@code .ctl}, that also states what the file must be: its bytes, digest, records, amount. */
    record Control(String suffix) implements Completeness {
        @Override
        public Optional<String> companionOf(String name) {
            return Optional.of(name + suffix);
        }
    }

    /** Size and time stay equal over this many looks, this far apart. */
    record Stable(int looks, Duration apart) implements Completeness {
        public Stable {
            if (looks < 2) {
                throw new IllegalArgumentException("a file is known to be stable from two looks on");
            }
        }
    }
}
