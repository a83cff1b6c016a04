package counterpart.control.batch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a step took in and what became of it. A step whose sums differ fails, and so does its job. */
public record Counts(long in, Map<String, Long> out) {
    public Counts {
        out = Collections.unmodifiableMap(new LinkedHashMap<>(out));
    }

    /** For a step that handles no counted things. */
    public static Counts none() {
        return new Counts(0, Map.of());
    }

    public boolean balance() {
        return in == out.values().stream().mapToLong(Long::longValue).sum();
    }
}
