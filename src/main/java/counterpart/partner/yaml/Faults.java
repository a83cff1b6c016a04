package counterpart.partner.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects faults. A place has one fault only: the first one told about a key, so that a wrong value is not reported
 * again by the checks that depend on it.
 */
final class Faults {
    private record Place(Path file, String key) {}

    private final List<ConfigFault> found = new ArrayList<>();
    private final Set<Place> places = new HashSet<>();

    void add(ConfigFault fault) {
        if (fault.key().isEmpty() || places.add(new Place(fault.file(), fault.key()))) {
            found.add(fault);
        }
    }

    List<ConfigFault> inOrder() {
        return found.stream()
                .sorted(Comparator.comparing((ConfigFault fault) -> fault.file().toString())
                        .thenComparingInt(ConfigFault::line)
                        .thenComparing(ConfigFault::key))
                .toList();
    }
}
