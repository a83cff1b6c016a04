package counterpart.partner.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns SnakeYAML's nodes into {@link YamlValue}s; refuses double keys, tags, and aliases that grow or loop. */
final class YamlTree {
    private static final int MAX_VALUES = 20_000;
    private static final int MAX_DEPTH = 40;
    private static final Set<Tag> PLAIN_TAGS = Set.of(
            Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.BINARY);

    /** The tree cannot be used as a whole. */
    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final Path shown;
    private final Faults faults;
    private int values;

    YamlTree(Path shown, Faults faults) {
        this.shown = shown;
        this.faults = faults;
    }

    Optional<YamlValue.Mapping> mapping(Node root) {
        try {
            if (convert(root, "", 0) instanceof YamlValue.Mapping mapping) {
                return Optional.of(mapping);
            }
            fault(
                    root,
                    "",
                    "The file does not consist of keys and values.",
                    "Write key: value lines as in docs/configuration.md.");
        } catch (Unusable e) {
            fault(root, "", "Aliases make the file loop or grow without bound.", "Write the values out.");
        }
        return Optional.empty();
    }

    private YamlValue convert(Node node, String path, int depth) throws Unusable {
        if (++values > MAX_VALUES || depth > MAX_DEPTH) {
            throw new Unusable();
        }
        if (!PLAIN_TAGS.contains(node.getTag()) && node.getTag() != null) {
            fault(node, path, "The tag " + node.getTag() + " is not used here.", "Remove it.");
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, path, depth);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlValue> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(convert(item, path + "[" + items.size() + "]", depth + 1));
            }
            return new YamlValue.Sequence(List.copyOf(items), line(node));
        }
        if (node instanceof ScalarNode scalar) {
            return new YamlValue.Scalar(scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, line(node));
        }
        throw new Unusable();
    }

    private YamlValue.Mapping mapping(MappingNode node, String path, int depth) throws Unusable {
        Map<String, YamlValue.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            String key = key(tuple.getKeyNode(), path);
            if (key == null) {
                continue;
            }
            String keyPath = join(path, key);
            YamlValue.Entry first = entries.get(key);
            if (first != null) {
                fault(
                        tuple.getKeyNode(),
                        keyPath,
                        "The key stands here for the second time; the first is in line " + first.line() + ".",
                        "Remove one of the two.");
                continue;
            }
            YamlValue value = convert(tuple.getValueNode(), keyPath, depth + 1);
            entries.put(key, new YamlValue.Entry(line(tuple.getKeyNode()), value));
        }
        return new YamlValue.Mapping(entries, line(node));
    }

    private @Nullable String key(Node node, String path) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        fault(node, join(path, "?"), "A key is a list or a block.", "Write a single word before the colon.");
        return null;
    }

    /** The path of a key within a block. */
    static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private void fault(Node node, String path, String sentence, String remedy) {
        faults.add(new ConfigFault(shown, line(node), path, sentence, remedy));
    }

    private static int line(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }
}
