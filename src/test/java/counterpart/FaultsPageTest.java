package counterpart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/faults.md} names tests; each of them is there, and each fault has one. */
class FaultsPageTest {
    private static final Path PAGE = Path.of("docs", "faults.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))\\.([a-z_0-9]+)`");

    @Test
    void each_fault_has_an_answer_a_code_and_a_test() throws IOException {
        List<String> rows = rows();
        assertThat(rows).hasSizeGreaterThan(60);
        for (String row : rows) {
            String[] cells = row.split("\\|", -1);
            assertThat(cells).as(row).hasSize(6);
            assertThat(List.of(cells).subList(1, 5)).as(row).noneMatch(String::isBlank);
            assertThat(NAMED.matcher(cells[4]).find()).as(row).isTrue();
        }
    }

    @Test
    void each_test_that_is_named_exists() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        List<String> gone = new ArrayList<>();
        Matcher named = NAMED.matcher(Files.readString(PAGE));
        while (named.find()) {
            String text = tests.getOrDefault(named.group(1), "");
            if (!text.contains(" void " + named.group(2) + "(")) {
                gone.add(named.group());
            }
        }
        assertThat(gone).isEmpty();
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| "))
                .filter(line -> !line.startsWith("| what goes wrong"))
                .toList();
    }
}
