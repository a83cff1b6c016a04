package counterpart.partner.yaml;

import counterpart.model.BookTable;
import counterpart.model.ControlTotals;
import counterpart.model.Fields;
import counterpart.model.FileHeader;
import counterpart.partner.CodeLists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of docs/configuration.md, made from the schemas and from the fields of the books. */
final class DocTables {
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final Map<String, String> CHOSEN = Map.of("feeds", "feed", "layouts", "layout", "map", "field");

    private DocTables() {}

    static Map<String, String> all() {
        Map<String, String> tables = new TreeMap<>();
        tables.put("partner keys", keys("partner.schema.json"));
        tables.put("partnership keys", keys("partnership.schema.json"));
        tables.put("watch keys", keys("watch.schema.json"));
        tables.put("fields", fields());
        return tables;
    }

    private static String keys(String schema) {
        List<String> rows = new ArrayList<>();
        walk(document(schema), document(schema), "", rows);
        return "| key | required | what it is | what to write |\n|---|---|---|---|\n" + String.join("\n", rows) + "\n";
    }

    private static void walk(JsonNode document, JsonNode schema, String path, List<String> rows) {
        Set<String> required = Set.copyOf(texts(schema.path("required")));
        schema.path("properties").propertyStream().forEach(property -> {
            JsonNode child = resolve(document, property.getValue());
            String childPath = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            String need = required.contains(property.getKey())
                    ? "yes"
                    : child.has("default")
                            ? "default " + code(child.path("default").asString())
                            : "";
            rows.add("| `" + childPath + "` | " + need + " | "
                    + cell(child.path("description").asString()) + " | "
                    + cell(child.path("title").asString()) + " |");
            walk(document, child, childPath, rows);
            if (child.path("items").has("properties") || child.path("items").has("$ref")) {
                walk(document, resolve(document, child.path("items")), childPath + "[]", rows);
            }
            String chosen = CHOSEN.get(property.getKey());
            if (chosen != null && child.path("additionalProperties").isObject()) {
                JsonNode named = resolve(document, child.path("additionalProperties"));
                walk(document, named, childPath + ".<" + chosen + ">", rows);
            }
        });
    }

    private static JsonNode resolve(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (reference.isEmpty()) {
            return schema;
        }
        int hash = reference.indexOf('#');
        JsonNode target = hash == 0 ? document : document(reference.substring(0, hash));
        return target.at(reference.substring(hash + 1));
    }

    private static JsonNode document(String name) {
        try {
            return JsonMapper.shared().readTree(Files.readString(SCHEMAS.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asString()));
        return texts;
    }

    private static String fields() {
        StringBuilder text = new StringBuilder();
        for (BookTable table : BookTable.values()) {
            append(text, "`" + table.sqlName() + "`", Fields.of(table));
        }
        append(text, "A header (purpose: HEADER)", Fields.of(FileHeader.class));
        append(text, "A trailer (purpose: TRAILER)", Fields.of(ControlTotals.class));
        return text.toString();
    }

    private static void append(StringBuilder text, String title, Fields fields) {
        text.append("### ").append(title).append("\n\n| field | kind | must be filled | codes |\n|---|---|---|---|\n");
        for (Fields.Field field : fields.all()) {
            String codes = CodeLists.of(field.name())
                    .map(known -> code(String.join(" ", known)))
                    .orElse("");
            text.append("| `").append(field.name()).append("` | ");
            text.append(kind(field.type())).append(" | ").append(field.required() ? "**yes**" : "");
            text.append(" | ").append(codes).append(" |\n");
        }
        text.append('\n');
    }

    private static String kind(Fields.Type type) {
        return switch (type) {
            case TEXT -> "text";
            case DATE -> "date";
            case MONEY -> "money";
            case WHOLE_NUMBER -> "whole number";
            case QUANTITY -> "quantity";
            case YES_NO -> "yes or no";
        };
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    /** A bar would end the cell of the table, and a tag outside of code would not show. */
    private static String cell(String text) {
        StringBuilder cell = new StringBuilder();
        boolean inCode = false;
        for (char c : text.toCharArray()) {
            inCode ^= c == '`';
            if (c == '|' || (c == '<' && !inCode)) {
                cell.append('\\');
            }
            cell.append(c);
        }
        return cell.toString();
    }
}
