package counterpart.partner.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A block of a configuration file as checks and binders look at it. Looking never fails: a key that is missing or of
 * another shape is simply not there, because the schema has told it already. Only {@code need...} insists; it is for
 * configuration that has passed every check.
 *
 * @param file the file itself
 * @param shown its name as faults tell it
 * @param path path of this block's own key; empty at the top
 */
record Block(Path file, Path shown, String path, YamlValue.Mapping mapping, Faults faults) {
    Set<String> keys() {
        return mapping.entries().keySet();
    }

    boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    /** The text of a scalar that says something. */
    Optional<String> text(String key) {
        return mapping.find(key).flatMap(Block::text);
    }

    /** The texts of a list of scalars. */
    List<String> texts(String key) {
        return items(key).stream().flatMap(item -> text(item).stream()).toList();
    }

    /** The texts of a list of scalars, or the one text that stands in the place of a list. */
    List<String> oneOrMore(String key) {
        return text(key).map(List::of).orElseGet(() -> texts(key));
    }

    Optional<Block> block(String key) {
        return mapping.find(key)
                .filter(YamlValue.Mapping.class::isInstance)
                .map(value -> within(pathOf(key), (YamlValue.Mapping) value));
    }

    /** The blocks of a list. */
    List<Block> blocks(String key) {
        List<Block> blocks = new ArrayList<>();
        List<YamlValue> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof YamlValue.Mapping item) {
                blocks.add(within(pathOf(key) + "[" + i + "]", item));
            }
        }
        return blocks;
    }

    /** The blocks under the keys of a block, in the order of the file. */
    Map<String, Block> named(String key) {
        Map<String, Block> named = new LinkedHashMap<>();
        block(key)
                .ifPresent(parent ->
                        parent.keys().forEach(name -> parent.block(name).ifPresent(child -> named.put(name, child))));
        return named;
    }

    /** The texts under the keys of a block, in the order of the file. */
    Map<String, String> textsByKey(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        block(key)
                .ifPresent(parent -> parent.mapping().entries().forEach((name, entry) -> {
                    if (entry.value() instanceof YamlValue.Scalar scalar) {
                        texts.put(name, scalar.text());
                    }
                }));
        return texts;
    }

    String need(String key) {
        return text(key).orElseThrow(() -> unchecked(key));
    }

    Block needBlock(String key) {
        return block(key).orElseThrow(() -> unchecked(key));
    }

    int number(String key, int otherwise) {
        return text(key).map(Integer::parseInt).orElse(otherwise);
    }

    boolean isTrue(String key) {
        return text(key).map("true"::equals).orElse(false);
    }

    String pathOf(String key) {
        return YamlTree.join(path, key);
    }

    /** The key's line, or the block's when the key is missing. */
    int lineOf(String key) {
        return Optional.ofNullable(mapping.entries().get(key))
                .map(YamlValue.Entry::line)
                .orElse(mapping.line());
    }

    void fault(String key, String sentence, String remedy) {
        faults.add(new ConfigFault(shown, lineOf(key), pathOf(key), sentence, remedy));
    }

    /** A fault of one item of a list. */
    void faultOfItem(String key, int index, String sentence, String remedy) {
        faults.add(new ConfigFault(
                shown, items(key).get(index).line(), pathOf(key) + "[" + index + "]", sentence, remedy));
    }

    private List<YamlValue> items(String key) {
        return mapping.find(key)
                .filter(YamlValue.Sequence.class::isInstance)
                .map(value -> ((YamlValue.Sequence) value).items())
                .orElse(List.of());
    }

    private static Optional<String> text(YamlValue value) {
        return value instanceof YamlValue.Scalar scalar && !scalar.isNull()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    private Block within(String childPath, YamlValue.Mapping child) {
        return new Block(file, shown, childPath, child, faults);
    }

    private IllegalStateException unchecked(String key) {
        return new IllegalStateException(shown + " has no " + pathOf(key) + " although it passed every check");
    }
}
