package counterpart.report;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Words of a page together with the rule that wrote them and the values that it used.
 *
 * @param rule the rule's short name, for example {@code A2}
 * @param measure the measure that it speaks of; none when it speaks of several or of the exchange
 * @param head the finding, set in bold
 * @param detail what stands behind it; may be empty
 * @param inputs the values it was made from, unrounded, by name
 */
public record Sentence(
        String rule,
        @Nullable String measure,
        @Nullable YearMonth month,
        String head,
        String detail,
        Map<String, String> inputs) {
    public Sentence {
        // By name, so that another process writes the same facts.
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        if (head.isBlank()) {
            throw new IllegalArgumentException("rule " + rule + " wrote no words");
        }
    }

    /** A sentence about no single measure. */
    public static Sentence of(String rule, String text, Map<String, String> inputs) {
        return new Sentence(rule, null, null, text, "", inputs);
    }

    /** Head and detail as they are read. */
    public String text() {
        return detail.isEmpty() ? head : head + " " + detail;
    }
}
