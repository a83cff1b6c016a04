package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import counterpart.watch.AlertKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each alert has its section, and each command that the runbook names is one. */
class RunbookTest {
    private static final Path RUNBOOK = Path.of("docs/runbook.md");
    private static final Path SCHEMA = Path.of("src/main/resources/schemas/watch.schema.json");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @ParameterizedTest
    @EnumSource(AlertKind.class)
    void each_alert_has_a_section_that_says_what_to_do(AlertKind kind) throws IOException {
        String heading = "## " + kind.id() + ": " + kind.meaning() + "\n";
        String page = Files.readString(RUNBOOK);

        assertThat(page).containsOnlyOnce(heading);
        String section =
                page.substring(page.indexOf(heading) + heading.length()).split("\n## ")[0];
        assertThat(section)
                .containsSubsequence(
                        "**What it means.**", "**If nobody acts.**", "**What to do.**", "    ./counterpart ");
    }

    @Test
    void no_section_is_about_an_alert_that_does_not_exist() throws IOException {
        List<String> sections = Files.readAllLines(RUNBOOK).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3, 9))
                .toList();
        assertThat(sections)
                .containsExactlyElementsOf(
                        Arrays.stream(AlertKind.values()).map(AlertKind::id).toList());
    }

    @Test
    void the_schema_lists_the_same_numbers() throws IOException {
        JsonNode numbers = JsonMapper.shared()
                .readTree(Files.readString(SCHEMA))
                .path("$defs")
                .path("watch")
                .path("properties")
                .path("alerts")
                .path("properties")
                .path("only")
                .path("items")
                .path("enum");
        assertThat(numbers.valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(
                        Arrays.stream(AlertKind.values()).map(AlertKind::id).toList());
    }

    static Stream<String> commands() throws IOException {
        return Files.readAllLines(RUNBOOK).stream()
                .filter(line -> line.startsWith("    ./counterpart "))
                .map(line -> line.strip().substring("./counterpart ".length()))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_command_of_the_runbook_is_understood(String command) {
        assertThatCode(() -> CommandLineInterface.parser().parseArgs(words(command)))
                .doesNotThrowAnyException();
    }

    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words.toArray(String[]::new);
    }
}
