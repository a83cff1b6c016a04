package counterpart.partner.yaml;

import counterpart.partner.FileLayout;
import counterpart.partner.FileLayout.Dialect;
import counterpart.partner.FileLayout.FieldMapping;
import counterpart.partner.FileLayout.Purpose;
import counterpart.partner.FileLayout.RecordLayout;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a {@link FileLayout} of a block that has passed every check. */
final class LayoutBinder {
    private static final String NONE = "none";
    private static final String DEFAULT_QUOTE = "\"";

    private LayoutBinder() {}

    static FileLayout layout(String name, Block block) {
        List<RecordLayout> records =
                block.blocks("records").stream().map(LayoutBinder::record).toList();
        return new FileLayout(name, dialect(block), records);
    }

    private static Dialect dialect(Block block) {
        String delimiter = block.need("delimiter");
        return new Dialect(
                delimiter.equals("tab") ? '\t' : delimiter.charAt(0),
                quote(block.text("quote").orElse(DEFAULT_QUOTE)),
                Charset.forName(block.text("encoding").orElse("UTF-8")),
                block.isTrue("headed"),
                block.need("dates"),
                Set.copyOf(block.texts("openDates")));
    }

    private static @Nullable Character quote(String text) {
        return text.equals(NONE) ? null : Character.valueOf(text.charAt(0));
    }

    private static RecordLayout record(Block block) {
        Map<String, FieldMapping> mappings = new HashMap<>();
        Block map = block.needBlock("map");
        map.keys().forEach(field -> mappings.put(field, mapping(field, map)));
        List<String> columns = block.texts("columns");
        return new RecordLayout(
                block.text("type").orElse(null),
                Purpose.valueOf(block.need("purpose")),
                block.text("table").flatMap(RecordChecks::table).orElse(null),
                columns.isEmpty() ? mappedColumns(map, mappings) : columns,
                mappings);
    }

    /** The columns that a headed file must have when the layout does not list them: those that are mapped, once each. */
    private static List<String> mappedColumns(Block map, Map<String, FieldMapping> mappings) {
        Set<String> columns = new LinkedHashSet<>();
        for (String field : map.keys()) {
            FieldMapping mapping = mappings.get(field);
            if (mapping != null && mapping.column() != null) {
                columns.add(mapping.column());
            }
        }
        return List.copyOf(columns);
    }

    private static FieldMapping mapping(String field, Block map) {
        if (map.text(field).isPresent()) {
            return new FieldMapping(field, map.need(field), null, null, 0, Map.of(), false);
        }
        Block block = map.needBlock(field);
        return new FieldMapping(
                field,
                block.text("from").orElse(null),
                block.text("constant").orElse(null),
                block.text("date").orElse(null),
                block.number("impliedDecimals", 0),
                block.textsByKey("codes"),
                block.isTrue("required"));
    }
}
