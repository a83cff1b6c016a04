package counterpart.partner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemasTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");

    @ParameterizedTest
    @ValueSource(strings = {"partner", "connection", "partnership", "mail", "watch"})
    void a_schema_is_a_json_schema(String name) throws IOException {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

        assertThat(registry.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
                        .validate(text(name), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "connection", "partnership", "mail", "watch"})
    void every_key_says_what_to_write_and_what_it_means_and_every_block_is_closed(String name) throws IOException {
        List<String> lacking = new ArrayList<>();
        collect(JsonMapper.shared().readTree(text(name)), name, lacking);

        assertThat(lacking).isEmpty();
    }

    private static void collect(JsonNode node, String path, List<String> lacking) {
        if (node.path("properties").isObject()
                && !node.path("additionalProperties").isBoolean()) {
            lacking.add(path + " lets unknown keys pass");
        }
        node.path("properties").propertyStream().forEach(property -> {
            JsonNode child = property.getValue();
            boolean explained = child.has("title") && child.has("description");
            if (!explained && !child.has("$ref")) {
                lacking.add(path + "." + property.getKey() + " is not explained");
            }
        });
        node.propertyStream().forEach(child -> collect(child.getValue(), path + "/" + child.getKey(), lacking));
    }

    private static String text(String name) throws IOException {
        return Files.readString(SCHEMAS.resolve(name + ".schema.json"));
    }
}
