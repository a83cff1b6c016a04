package counterpart.partner;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The codes that the books use, by field. A layout's crosswalk leads to these; a code of a field that is not listed
 * here is kept as the partner writes it.
 */
public final class CodeLists {
    private static final Map<String, Set<String>> BY_FIELD = Map.ofEntries(
            Map.entry("relationship", Set.of("SELF", "SPOUSE", "CHILD", "OTHER")),
            Map.entry("gender", Set.of("M", "F", "U")),
            Map.entry("coverage_type", Set.of("MED", "RX", "DEN", "VIS")),
            Map.entry("adjustment_type", Set.of("ORIGINAL", "REVERSAL", "ADJUSTMENT")),
            Map.entry("claim_status", Set.of("PAID", "DENIED", "REVERSED")),
            Map.entry("line_status", Set.of("PAID", "DENIED", "REVERSED")),
            Map.entry("claim_type", Set.of("PROF", "INST")),
            Map.entry("transaction_code", Set.of("B1", "B2")),
            Map.entry("brand_generic", Set.of("B", "G")),
            Map.entry("file_type", Set.of("ELIG", "MCLM", "RXCLM")),
            Map.entry("mode", Set.of("FULL", "CHG", "HIST")),
            Map.entry("submission_type", Set.of("O", "R", "C")),
            Map.entry("environment", Set.of("P", "T")));

    private CodeLists() {}

    /** The codes of a field, if the books know them all. */
    public static Optional<Set<String>> of(String field) {
        return Optional.ofNullable(BY_FIELD.get(field)).map(TreeSet::new);
    }

    /** Every list by the name of its field, in order. */
    public static Map<String, Set<String>> all() {
        Map<String, Set<String>> all = new TreeMap<>();
        BY_FIELD.forEach((field, codes) -> all.put(field, new TreeSet<>(codes)));
        return all;
    }
}
