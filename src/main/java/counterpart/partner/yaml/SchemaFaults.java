package counterpart.partner.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import counterpart.finding.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts a violation of a schema into words: where, what is wrong, what to write instead. */
final class SchemaFaults {
    private static final Set<String> SECRET_KEYS = Set.of("password", "keyPassphrase", "breakKey");
    private static final int LONGEST_SHOWN = 60;

    private final Block root;
    private final Set<String> meantByUnknownKeys = new HashSet<>();

    SchemaFaults(Block root) {
        this.root = root;
    }

    /** @param schema the schema that states the violated keyword */
    void tell(Error error, JsonNode schema) {
        Spot spot = spot(error.getInstanceLocation());
        switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(spot, error.getProperty(), schema);
            case "required" -> missingKey(spot, error.getProperty(), schema);
            case "propertyNames" -> badName(spot, error.getProperty(), schema);
            default -> badValue(spot, error.getKeyword(), schema);
        }
    }

    private void unknownKey(Spot spot, String key, JsonNode schema) {
        List<String> known = new ArrayList<>(schema.path("properties").propertyNames());
        Optional<String> meant = Nearest.to(key, known);
        meant.ifPresent(word -> meantByUnknownKeys.add(YamlTree.join(spot.path(), word)));
        add(spot.child(key), "The key " + quoted(key) + " is not known here.", Nearest.remedy(key, known));
    }

    private void missingKey(Spot spot, String key, JsonNode schema) {
        if (!meantByUnknownKeys.contains(YamlTree.join(spot.path(), key))) {
            String path = YamlTree.join(spot.path(), key);
            String title = title(schema.path("properties").path(key), key);
            add(
                    new Spot(path, spot.line(), null),
                    "The key " + quoted(key) + " is missing.",
                    "Write " + key + ": and " + title + ".");
        }
    }

    private void badName(Spot spot, String name, JsonNode schema) {
        JsonNode names = schema.path("propertyNames").isMissingNode() ? schema : schema.path("propertyNames");
        add(spot.child(name), quoted(name) + " cannot be a name here.", "Write " + title(names, "another name") + ".");
    }

    private void badValue(Spot spot, String keyword, JsonNode schema) {
        String remedy = "Write " + title(schema, "what docs/configuration.md says of it") + ".";
        if (keyword.equals("enum") && spot.value() instanceof YamlValue.Scalar scalar) {
            List<String> known = new ArrayList<>();
            schema.path("enum").forEach(word -> known.add(word.asString()));
            remedy = Nearest.to(scalar.text(), known)
                    .map(word -> "Did you mean " + word + "?")
                    .orElse(remedy);
        }
        add(spot, sentence(spot, keyword), remedy);
    }

    private static String sentence(Spot spot, String keyword) {
        if (spot.value() instanceof YamlValue.Scalar scalar) {
            if (scalar.isNull()) {
                return "The key has no value.";
            }
            if (keyword.equals("type") && scalar.plain()) {
                return spot.shownValue() + " is read as " + kind(scalar) + ".";
            }
            return spot.shownValue() + " cannot stand here.";
        }
        return switch (keyword) {
            case "uniqueItems" -> "The list names something twice.";
            case "minItems", "minProperties" -> "There are too few entries.";
            case "maxItems", "maxProperties" -> "There are too many entries.";
            default ->
                spot.value() instanceof YamlValue.Sequence ? "A list cannot stand here." : "A block cannot stand here.";
        };
    }

    private static String kind(YamlValue.Scalar scalar) {
        JsonNode json = YamlJson.of(scalar);
        return json.isNumber() ? "a number" : json.isBoolean() ? "true or false" : "a text";
    }

    private static String title(JsonNode schema, String otherwise) {
        return schema.path("title").asString(otherwise);
    }

    private static String quoted(String text) {
        String bounded = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
        return "'" + bounded.replaceAll("\\p{Cntrl}", "?") + "'";
    }

    private void add(Spot spot, String sentence, String remedy) {
        root.faults().add(new ConfigFault(root.shown(), spot.line(), spot.path(), sentence, remedy));
    }

    /** A place in the file. */
    private record Spot(String path, int line, @Nullable YamlValue value) {
        Spot child(String key) {
            if (value instanceof YamlValue.Mapping mapping) {
                YamlValue.Entry entry = mapping.entries().get(key);
                if (entry != null) {
                    return new Spot(YamlTree.join(path, key), entry.line(), entry.value());
                }
            }
            return new Spot(YamlTree.join(path, key), line, null);
        }

        Spot item(int index) {
            if (value instanceof YamlValue.Sequence sequence) {
                YamlValue item = sequence.items().get(index);
                return new Spot(path + "[" + index + "]", item.line(), item);
            }
            return this;
        }

        /** The value in quotes, unless it is or may be a secret. */
        String shownValue() {
            String key = path.substring(path.lastIndexOf('.') + 1);
            if (value instanceof YamlValue.Scalar scalar && !SECRET_KEYS.contains(key)) {
                return quoted(scalar.text());
            }
            return "The value";
        }
    }

    private Spot spot(NodePath location) {
        Spot spot = new Spot("", root.mapping().line(), root.mapping());
        for (int i = 0; i < location.getNameCount(); i++) {
            spot = location.getElement(i) instanceof Integer index ? spot.item(index) : spot.child(location.getName(i));
        }
        return spot;
    }
}
