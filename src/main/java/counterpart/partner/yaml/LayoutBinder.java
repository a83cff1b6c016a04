package counterpart.partner.yaml;

import counterpart.partner.FieldMapping;
import counterpart.partner.FileLayout;
import counterpart.partner.FileLayout.AmountLevel;
import counterpart.partner.FileLayout.AmountSign;
import counterpart.partner.FileLayout.Condition;
import counterpart.partner.FileLayout.Dialect;
import counterpart.partner.FileLayout.Purpose;
import counterpart.partner.FileLayout.RecordLayout;
import counterpart.partner.FileLayout.RepeatedClaim;
import counterpart.partner.FileLayout.Selection;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a {@link FileLayout} of a block that has passed every check. */
final class LayoutBinder {
    private static final String NONE = "none";
    private static final String DEFAULT_QUOTE = "\"";

    private LayoutBinder() {}

    static FileLayout layout(String name, Block block) {
        List<RecordLayout> records = block.blocks("records").stream()
                .flatMap(record -> Places.of(record).stream().map(place -> record(record, place)))
                .toList();
        return new FileLayout(name, dialect(block), records);
    }

    private static Dialect dialect(Block block) {
        String delimiter = block.need("delimiter");
        return new Dialect(
                delimiter.equals("tab") ? '\t' : delimiter.charAt(0),
                quote(block.text("quote").orElse(DEFAULT_QUOTE)),
                Charset.forName(block.text("encoding").orElse("UTF-8")),
                block.isTrue("headed"),
                block.oneOrMore("dates"),
                Set.copyOf(block.texts("openDates")));
    }

    private static @Nullable Character quote(String text) {
        return text.equals(NONE) ? null : Character.valueOf(text.charAt(0));
    }

    /** One record for each place that repeated columns have in a row. */
    private static RecordLayout record(Block block, Places.Place place) {
        Map<String, FieldMapping> mappings = mappings(block.block("map"), place);
        RepeatedClaim claim =
                block.block("claim").map(c -> claim(c, mappings, place)).orElse(null);
        List<String> columns = block.texts("columns");
        return new RecordLayout(
                block.text("type").orElse(null),
                Purpose.valueOf(block.need("purpose")),
                block.text("table").flatMap(RecordChecks::table).orElse(null),
                columns.isEmpty() ? mappedColumns(mappings) : columns,
                mappings,
                new Selection(conditions(block, "when", place), conditions(block, "present", place)),
                claim,
                block.text("amountSign").filter("byType"::equals).isPresent() ? AmountSign.BY_TYPE : AmountSign.SIGNED);
    }

    private static Map<String, FieldMapping> mappings(Optional<Block> map, Places.Place place) {
        Map<String, FieldMapping> mappings = new HashMap<>();
        map.ifPresent(block ->
                block.keys().forEach(field -> mappings.put(field, MappingBinder.mapping(field, block, place))));
        return mappings;
    }

    /** What the claim's own map leaves out is what the line says of it. */
    private static RepeatedClaim claim(Block block, Map<String, FieldMapping> line, Places.Place place) {
        AmountLevel level = block.need("amountLevel").equals("claim") ? AmountLevel.CLAIM : AmountLevel.LINE;
        Map<String, FieldMapping> mappings = mappings(block.block("map"), place);
        for (String field : ClaimChecks.sharedWithLine(level)) {
            FieldMapping own = line.get(field);
            if (own != null) {
                mappings.putIfAbsent(field, own);
            }
        }
        return new RepeatedClaim(level, mappings);
    }

    private static List<Condition> conditions(Block block, String key, Places.Place place) {
        List<Condition> conditions = new ArrayList<>();
        block.block(key)
                .ifPresent(columns -> columns.keys().forEach(column -> {
                    boolean negated = columns.block(column).isPresent();
                    List<String> texts = negated ? columns.needBlock(column).texts("not") : columns.oneOrMore(column);
                    Set<String> filled = texts.stream().map(place::fill).collect(Collectors.toSet());
                    conditions.add(new Condition(place.fill(column), filled, negated));
                }));
        return conditions;
    }

    /** The columns that a headed file must have when the layout does not list them: those that are mapped, once each. */
    private static List<String> mappedColumns(Map<String, FieldMapping> mappings) {
        Set<String> columns = new LinkedHashSet<>();
        mappings.keySet().stream().sorted().forEach(field -> {
            FieldMapping mapping = mappings.get(field);
            if (mapping != null) {
                columns.addAll(mapping.columns());
            }
        });
        return List.copyOf(columns);
    }
}
