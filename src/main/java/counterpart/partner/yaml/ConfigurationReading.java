package counterpart.partner.yaml;

import counterpart.partner.Configuration;
import java.util.List;
import java.util.function.Function;

/** What came of reading the configuration: all of it, or all its faults. */
public sealed interface ConfigurationReading {
    /** Every file was read and every check passed. */
    record Complete(Configuration configuration) implements ConfigurationReading {}

    /** At least one fault, in the order of files and lines. */
    record Faulty(List<ConfigFault> faults) implements ConfigurationReading {
        public Faulty {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("a faulty configuration has a fault");
            }
        }
    }

    /** The faults; none when the configuration is complete. */
    default List<ConfigFault> faults() {
        return fold(complete -> List.of(), Faulty::faults);
    }

    /** Handles both sides. */
    default <R> R fold(Function<Complete, R> onComplete, Function<Faulty, R> onFaulty) {
        if (this instanceof Complete complete) {
            return onComplete.apply(complete);
        }
        return onFaulty.apply((Faulty) this);
    }
}
