package counterpart.partner.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML tree as JSON, for the schema. Plain words are read as YAML 1.2 does: {@code yes} and {@code 06:00} and
 * {@code 00000000} stay texts; only true, false and decimal numbers without leading zeros are something else.
 */
final class YamlJson {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,30})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,30})\\.[0-9]{1,30}");
    private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

    private YamlJson() {}

    static JsonNode of(YamlValue value) {
        if (value instanceof YamlValue.Mapping mapping) {
            ObjectNode object = FACTORY.objectNode();
            mapping.entries().forEach((key, entry) -> object.set(key, of(entry.value())));
            return object;
        }
        if (value instanceof YamlValue.Sequence sequence) {
            ArrayNode array = FACTORY.arrayNode();
            sequence.items().forEach(item -> array.add(of(item)));
            return array;
        }
        return scalar((YamlValue.Scalar) value);
    }

    private static JsonNode scalar(YamlValue.Scalar scalar) {
        String text = scalar.text();
        if (scalar.isNull()) {
            return FACTORY.nullNode();
        }
        if (scalar.plain() && (text.equals("true") || text.equals("false"))) {
            return FACTORY.booleanNode(text.equals("true"));
        }
        if (scalar.plain() && WHOLE.matcher(text).matches()) {
            return FACTORY.numberNode(new BigInteger(text));
        }
        if (scalar.plain() && DECIMAL.matcher(text).matches()) {
            return FACTORY.numberNode(new BigDecimal(text));
        }
        return FACTORY.stringNode(text);
    }
}
