package counterpart.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The off-target measures that have no attention card, so that every one is named on page 1.
 *
 * @param opening ends with a blank
 */
public record AlsoOff(String opening, List<Miss> misses) {
    /**
     * One of them.
     *
     * @param words its title and value
     * @param value unrounded
     */
    public record Miss(String measure, String words, String value) {}

    public AlsoOff {
        misses = List.copyOf(misses);
        if (misses.isEmpty()) {
            throw new IllegalArgumentException("no measure is named, so there is nothing to say");
        }
    }

    /** All of it as one sentence. */
    Sentence sentence() {
        Map<String, String> inputs = new LinkedHashMap<>();
        misses.forEach(miss -> inputs.put(miss.measure(), miss.value()));
        String words = misses.stream().map(Miss::words).collect(Collectors.joining("; "));
        return Sentence.of("A0", opening + words + ".", inputs);
    }
}
