package counterpart.partner.yaml;

import counterpart.partner.FieldMapping;
import counterpart.partner.FieldMapping.DayOfMonth;
import counterpart.partner.FieldMapping.Shape;
import counterpart.partner.TextTemplate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes the {@link FieldMapping} of one field of a map that has passed every check. */
final class MappingBinder {
    private MappingBinder() {}

    static FieldMapping mapping(String field, Block map, Places.Place place) {
        if (map.text(field).isPresent()) {
            return new FieldMapping(
                    field, place.fill(map.need(field)), null, List.of(), 0, Map.of(), false, Shape.PLAIN);
        }
        Block block = map.needBlock(field);
        return new FieldMapping(
                field,
                block.text("from").map(place::fill).orElse(null),
                block.text("constant").map(place::fill).orElse(null),
                block.oneOrMore("date"),
                block.number("impliedDecimals", 0),
                block.textsByKey("codes"),
                block.isTrue("required"),
                shape(block, place));
    }

    private static Shape shape(Block block, Places.Place place) {
        List<String> alternatives =
                block.texts("from").stream().map(place::fill).toList();
        return new Shape(
                alternatives.isEmpty()
                        ? block.text("text")
                                .map(place::fill)
                                .map(TextTemplate::new)
                                .orElse(null)
                        : TextTemplate.firstOf(alternatives),
                block.text("pattern").map(Pattern::compile).orElse(null),
                block.text("default").orElse(null),
                block.text("month")
                        .map(day -> day.equals("last") ? DayOfMonth.LAST : DayOfMonth.FIRST)
                        .orElse(null),
                block.isTrue("round"));
    }
}
