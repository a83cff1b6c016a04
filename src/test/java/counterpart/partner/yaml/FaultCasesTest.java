package counterpart.partner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * Every fault that configuration can have, in the words that its author reads. After a change on purpose run it with
 * {@code -Dtest.jvm.args=-Dgolden.update=true} and read the difference.
 */
class FaultCasesTest {
    private static final Path CASES = Path.of("src/test/resources/partner/fault-cases.yaml");
    private static final Path GOLDEN = Path.of("src/test/resources/partner/fault-cases.golden.txt");

    @TempDir
    Path temp;

    @Test
    void each_case_gives_exactly_the_faults_of_the_golden_file() throws IOException {
        StringBuilder told = new StringBuilder();
        int number = 0;
        for (Map<String, String> testCase : cases()) {
            ConfigFolder folder = ConfigFolder.copyOfExample(temp.resolve("case" + number++));
            String file = Objects.requireNonNull(testCase.get("file"));
            String whole = testCase.get("write");
            if (whole != null) {
                folder.write(file, whole);
            } else {
                folder.changeFirst(
                        file, Objects.requireNonNull(testCase.get("from")), Objects.requireNonNull(testCase.get("to")));
            }
            List<String> faults = folder.faults();
            assertThat(faults).as(testCase.get("case")).isNotEmpty().doesNotHaveDuplicates();
            told.append(testCase.get("case")).append('\n');
            faults.forEach(fault -> told.append("    ").append(fault).append('\n'));
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, told);
        }
        assertThat(told.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void no_fault_repeats_a_secret() throws IOException {
        assertThat(Files.readString(GOLDEN)).doesNotContain("swordfish", "4711", "only-for-the-demo");
    }

    private static List<Map<String, String>> cases() throws IOException {
        try (Reader reader = Files.newBufferedReader(CASES)) {
            return new Yaml().load(reader);
        }
    }
}
