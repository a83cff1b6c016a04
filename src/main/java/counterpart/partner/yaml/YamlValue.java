package counterpart.partner.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a YAML file with the line on which it stands, from 1. */
sealed interface YamlValue {
    int line();

    /**
     * @param text as it stands in the file
     * @param plain whether it is written without quotes
     */
    record Scalar(String text, boolean plain, int line) implements YamlValue {
        boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    record Sequence(List<YamlValue> items, int line) implements YamlValue {}

    /** Keys in the order of the file. */
    record Mapping(Map<String, Entry> entries, int line) implements YamlValue {
        Optional<YamlValue> find(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }
    }

    /** A key's line and its value. */
    record Entry(int line, YamlValue value) {}
}
