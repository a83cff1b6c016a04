package counterpart.partner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Breaks every key of the example, one at a time, and demands a fault that names it. */
class EveryKeyTest {
    private static final List<String> FILES = List.of(
            "partners/lakeshore.yaml",
            "partners/cascadia.yaml",
            "partnerships/cascadia-lakeshore.yaml",
            "partnerships/cascadia-meridian.yaml");

    /** One key of a file: its path, its line, and where the key and its value stand in the text. */
    private record Spot(String path, int line, int keyFrom, int keyTo, int valueFrom, int valueTo, boolean scalar) {
        String key() {
            return path.substring(path.lastIndexOf('.') + 1);
        }

        /** Without the white space that SnakeYAML counts to the end of a block. */
        Spot trimmed(String text) {
            int length = text.substring(valueFrom, valueTo).stripTrailing().length();
            return new Spot(path, line, keyFrom, keyTo, valueFrom, valueFrom + length, scalar);
        }

        /** Names that their author chooses: feeds, layouts, and a partner's codes. */
        boolean isChosen() {
            return path.matches("(feeds|layouts)\\.[^.]+") || path.contains(".codes.");
        }
    }

    @TempDir
    Path temp;

    @Test
    void a_misspelt_key_is_told_with_its_file_line_and_remedy() {
        int tried = 0;
        for (String file : FILES) {
            ConfigFolder folder = ConfigFolder.copyOfExample(temp.resolve("misspelt"));
            String text = folder.text(file);
            for (Spot spot : spots(text)) {
                if (!spot.isChosen()) {
                    folder.write(file, text.substring(0, spot.keyTo()) + "q" + text.substring(spot.keyTo()));
                    assertTold(folder, file, spot, spot.path() + "q", "Did you mean " + spot.key() + "?");
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(250);
    }

    @Test
    void a_key_without_value_is_told_with_its_file_line_and_remedy() {
        for (String file : FILES) {
            ConfigFolder folder = ConfigFolder.copyOfExample(temp.resolve("empty"));
            String text = folder.text(file);
            for (Spot spot : spots(text)) {
                folder.write(file, text.substring(0, spot.valueFrom()) + "~" + text.substring(spot.valueTo()));
                assertTold(folder, file, spot, spot.path(), "");
            }
        }
    }

    @Test
    void a_list_where_a_single_value_is_wanted_is_told_with_its_file_line_and_remedy() {
        for (String file : FILES) {
            ConfigFolder folder = ConfigFolder.copyOfExample(temp.resolve("list"));
            String text = folder.text(file);
            for (Spot spot : spots(text)) {
                if (spot.scalar()) {
                    folder.write(file, text.substring(0, spot.valueFrom()) + "[[x]]" + text.substring(spot.valueTo()));
                    assertTold(folder, file, spot, spot.path(), "");
                }
            }
        }
    }

    @Test
    void a_key_that_stands_twice_is_told_with_both_lines() {
        for (String file : FILES) {
            ConfigFolder folder = ConfigFolder.copyOfExample(temp.resolve("twice"));
            String text = folder.text(file);
            for (Spot spot : spots(text)) {
                if (isAloneOnItsLine(text, spot)) {
                    int start = text.lastIndexOf('\n', spot.keyFrom()) + 1;
                    String line = text.substring(start, text.indexOf('\n', spot.keyFrom()) + 1);
                    folder.write(file, text.substring(0, start) + line + text.substring(start));
                    assertThat(faultAt(folder, file, spot.line() + 1, spot.path())
                                    .sentence())
                            .contains("the first is in line " + spot.line());
                }
            }
        }
    }

    @Test
    void a_whole_file_of_misspelt_keys_is_told_at_once() {
        ConfigFolder folder = ConfigFolder.copyOfExample(temp.resolve("all"));
        String file = "partners/cascadia.yaml";
        String text = folder.text(file);
        StringBuilder broken = new StringBuilder(text);
        List<Spot> leaves = new ArrayList<>(spots(text).stream()
                .filter(spot -> spot.scalar() && !spot.isChosen())
                // Which fields a record has is not known without these two.
                .filter(spot -> !Set.of("purpose", "table").contains(spot.key()))
                .toList());
        for (int i = leaves.size() - 1; i >= 0; i--) {
            broken.insert(leaves.get(i).keyTo(), "q");
        }
        folder.write(file, broken.toString());

        assertThat(folder.read().faults())
                .extracting(ConfigFault::key)
                .containsAll(leaves.stream().map(spot -> spot.path() + "q").toList())
                .hasSizeGreaterThan(30);
    }

    private static void assertTold(ConfigFolder folder, String file, Spot spot, String key, String remedy) {
        ConfigFault fault = faultAt(folder, file, spot.line(), key);
        assertThat(fault.sentence()).isNotBlank();
        assertThat(fault.remedy()).contains(remedy).matches("(?s).*[.?)]");
    }

    private static ConfigFault faultAt(ConfigFolder folder, String file, int line, String key) {
        List<ConfigFault> faults = folder.read().faults();
        return faults.stream()
                .filter(fault -> fault.file().equals(Path.of(file)))
                .filter(fault -> fault.line() == line && fault.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + ":" + line + " " + key + " is not among " + faults));
    }

    private static boolean isAloneOnItsLine(String text, Spot spot) {
        int start = text.lastIndexOf('\n', spot.keyFrom()) + 1;
        int end = text.indexOf('\n', spot.keyFrom());
        return spot.scalar() && text.substring(start, spot.keyFrom()).isBlank() && spot.valueTo() <= end;
    }

    private static List<Spot> spots(String text) {
        List<Spot> spots = new ArrayList<>();
        collect(new Yaml(new LoaderOptions()).compose(new StringReader(text)), "", spots);
        return spots.stream().map(spot -> spot.trimmed(text)).toList();
    }

    private static void collect(Node node, String path, List<Spot> spots) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                Node key = tuple.getKeyNode();
                Node value = tuple.getValueNode();
                String name = ((ScalarNode) key).getValue();
                String keyPath = path.isEmpty() ? name : path + "." + name;
                // An alias's value stands at its anchor, which is collected there.
                boolean inPlace =
                        value.getStartMark().getIndex() >= key.getEndMark().getIndex();
                if (inPlace && !holdsAnchor(value)) {
                    spots.add(spot(keyPath, key, value));
                }
                if (inPlace) {
                    collect(value, keyPath, spots);
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                collect(sequence.getValue().get(i), path + "[" + i + "]", spots);
            }
        }
    }

    /** Without their anchors the aliases further down would be no YAML. */
    private static boolean holdsAnchor(Node value) {
        if (value.getAnchor() != null) {
            return true;
        }
        if (value instanceof MappingNode mapping) {
            return mapping.getValue().stream().anyMatch(tuple -> holdsAnchor(tuple.getValueNode()));
        }
        return value instanceof SequenceNode sequence
                && sequence.getValue().stream().anyMatch(EveryKeyTest::holdsAnchor);
    }

    private static Spot spot(String path, Node key, Node value) {
        return new Spot(
                path,
                key.getStartMark().getLine() + 1,
                key.getStartMark().getIndex(),
                key.getEndMark().getIndex(),
                value.getStartMark().getIndex(),
                value.getEndMark().getIndex(),
                value instanceof ScalarNode);
    }
}
