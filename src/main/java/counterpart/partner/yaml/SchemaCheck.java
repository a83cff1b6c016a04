package counterpart.partner.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks the form of a file against its JSON Schema and tells each fault in the file's own terms. */
final class SchemaCheck {
    /** The kinds of file. */
    enum Kind {
        PARTNER,
        CONNECTION,
        PARTNERSHIP,
        MAIL,
        WATCH;

        private String file() {
            return name().toLowerCase(java.util.Locale.ROOT) + ".schema.json";
        }
    }

    private static final String BASE = "https://counterpart.invalid/schemas/";

    private final Map<String, JsonNode> documents = new LinkedHashMap<>();
    private final SchemaRegistry registry;

    SchemaCheck() {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonMapper mapper = JsonMapper.shared();
        for (Kind kind : Kind.values()) {
            String text = resource("/schemas/" + kind.file());
            texts.put(BASE + kind.file(), text);
            documents.put(BASE + kind.file(), mapper.readTree(text));
        }
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
    }

    void check(Kind kind, Block root) {
        Schema schema = registry.getSchema(SchemaLocation.of(BASE + kind.file()));
        List<Error> unknownFirst = new ArrayList<>(schema.validate(YamlJson.of(root.mapping())));
        // Unknown keys come first: a misspelt key is one fault, not also a missing key.
        unknownFirst.sort((a, b) -> Boolean.compare(isUnknownKey(b), isUnknownKey(a)));
        SchemaFaults faults = new SchemaFaults(root);
        for (Error error : unknownFirst) {
            faults.tell(error, schemaOf(error));
        }
    }

    private static boolean isUnknownKey(Error error) {
        return error.getKeyword().equals("additionalProperties");
    }

    /** The schema that states the violated keyword, with its title and its properties. */
    private JsonNode schemaOf(Error error) {
        SchemaLocation location = error.getSchemaLocation();
        JsonNode node = documents.get(String.valueOf(location.getAbsoluteIri()));
        if (node == null) {
            throw new IllegalStateException("no schema document " + location.getAbsoluteIri());
        }
        NodePath path = location.getFragment();
        // The last element is the keyword itself.
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            JsonNode child = path.getElement(i) instanceof Integer index ? node.get(index) : node.get(path.getName(i));
            if (child == null) {
                throw new IllegalStateException("the schema has no " + location);
            }
            node = child;
        }
        return node;
    }

    private static String resource(String name) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The program lacks its resource " + name + ". Build it again: mvn package");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
