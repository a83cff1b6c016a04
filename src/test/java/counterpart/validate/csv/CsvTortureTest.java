package counterpart.validate.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import counterpart.finding.Finding;
import counterpart.partner.FileLayout.Dialect;
import counterpart.validate.RecordReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Public collections of difficult CSV files: each is read to the same records as Commons CSV reads, or to a finding that
 * names the line; nothing is thrown. Skipped unless {@code -Dcorpora} names the folder of corpora.
 */
class CsvTortureTest {
    private static final String DELIMITERS = ",;|\t";

    @TestFactory
    Stream<DynamicTest> every_file_is_read_as_the_twin_reads_it_or_told() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : List.of("csv-frictionless", "csv-duckdb", "csvw-w3c", "blns", "csv-spectrum")) {
            Path corpus = Path.of(System.getProperty("corpora", ""), name);
            if (Files.isDirectory(corpus)) {
                List<Path> files = files(corpus);
                assertThat(files).as(name).isNotEmpty();
                files.forEach(file -> tests.add(
                        DynamicTest.dynamicTest(name + "/" + corpus.relativize(file), () -> readsAsTheTwin(file))));
            } else {
                tests.add(DynamicTest.dynamicTest(name, () -> corpus(name)));
            }
        }
        return tests.stream();
    }

    private static void readsAsTheTwin(Path file) throws IOException {
        byte[] bytes = bytes(file);
        char delimiter = delimiter(bytes);
        for (Character quote : new Character[] {'"', '\''}) {
            assertThat(Twin.disagreement(bytes, dialect(delimiter, quote))).isEmpty();
        }
        assertThat(Twin.disagreement(bytes, dialect(delimiter, null))).isEmpty();
        fault(bytes, dialect(delimiter, '"'))
                .ifPresent(fault -> assertThat(fault.sentence()).containsPattern("[Ll]ine [0-9]+"));
    }

    /** The tests that need no metadata: their records as the collection expects them, blank cells left out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "test001", "test002", "test003", "test005", "test006", "test007", "test008", "test009", "test010",
                "test040", "test041", "test042", "test043", "test044", "test045"
            })
    void csv_on_the_web_gives_the_expected_records(String name) throws IOException {
        Path tests = corpus("csvw-w3c").resolve("tests");
        JsonNode document =
                JsonMapper.shared().readTree(tests.resolve(name + ".json").toFile());
        List<Map<String, String>> expected = new ArrayList<>();
        JsonNode rows =
                document.isArray() ? document : document.path("tables").path(0).path("row");
        rows.forEach(row -> {
            if (document.isArray()) {
                expected.add(cells(row));
            } else {
                row.path("describes").forEach(description -> expected.add(cells(description)));
            }
        });

        assertThat(records(Files.readAllBytes(tests.resolve(name + ".csv")), dialect(',', '"')))
                .isNotEmpty()
                .isEqualTo(expected);
    }

    private static Map<String, String> cells(JsonNode row) {
        Map<String, String> cells = new LinkedHashMap<>();
        row.propertyStream()
                .filter(cell -> !cell.getKey().equals("@id"))
                .forEach(cell -> cells.put(cell.getKey(), cell.getValue().asString()));
        return cells;
    }

    @Test
    void a_naughty_string_comes_back_as_it_was_or_is_told_with_its_line() throws IOException {
        Path file = corpus("blns").resolve("blns.json");
        int back = 0;
        int told = 0;
        for (JsonNode node : JsonMapper.shared().readTree(file.toFile())) {
            String text = node.asString();
            String csv = "id,name\r\n1,\"" + text.replace("\"", "\"\"") + "\"\r\n2,x\r\n";
            byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
            List<Map<String, String>> records = records(bytes, dialect(',', '"'));
            Optional<Finding> fault = fault(bytes, dialect(',', '"'));
            if (fault.isPresent()) {
                told++;
                assertThat(fault.get().code().value()).isEqualTo("F-015");
                assertThat(fault.get().sentence()).contains("Line 2 holds the control character U+");
            } else {
                back++;
                String kept = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
                assertThat(records.get(0).getOrDefault("name", "")).isEqualTo(kept);
                assertThat(records).hasSize(2);
            }
        }
        assertThat(back).isGreaterThan(480);
        assertThat(told).isBetween(1, 20);
    }

    private static Path corpus(String name) {
        Path corpus = Path.of(System.getProperty("corpora", ""), name);
        assumeTrue(Files.isDirectory(corpus), "no " + name + ": name the folder of corpora with -Dcorpora");
        return corpus;
    }

    /** Texts, compressed or not; what is a workbook, an archive or a description is no CSV file. */
    private static List<Path> files(Path corpus) throws IOException {
        try (Stream<Path> all = Files.walk(corpus)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*[.](csv|tsv|txt|csv[.]gz)"))
                    .filter(file -> !file.toString().matches(".*(MANIFEST[.]csv|LICENSE.*)"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static char delimiter(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String first = text.lines().findFirst().orElse("");
        char best = ',';
        long most = 0;
        for (char candidate : DELIMITERS.toCharArray()) {
            long count = first.chars().filter(c -> c == candidate).count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private static Dialect dialect(char delimiter, @Nullable Character quote) {
        return new Dialect(delimiter, quote, StandardCharsets.UTF_8, false, "yyyyMMdd", Set.of());
    }

    private static Optional<Finding> fault(byte[] bytes, Dialect dialect) throws IOException {
        try (RecordReader reader = new CsvReaders().open(new ByteArrayInputStream(bytes), dialect)) {
            while (reader.next()) {
                // to the end
                continue;
            }
            return reader.fault();
        }
    }

    /** The records of a headed text by name, blank cells left out. */
    private static List<Map<String, String>> records(byte[] bytes, Dialect dialect) throws IOException {
        List<Map<String, String>> records = new ArrayList<>();
        try (RecordReader reader = new CsvReaders().open(new ByteArrayInputStream(bytes), dialect)) {
            List<String> names = new ArrayList<>();
            while (reader.next()) {
                Map<String, String> record = new LinkedHashMap<>();
                for (int i = 0; i < reader.width(); i++) {
                    if (names.size() <= i) {
                        names.add(reader.field(i));
                    } else if (!reader.field(i).isEmpty()) {
                        record.put(names.get(i), reader.field(i));
                    }
                }
                if (reader.line() > 1) {
                    records.add(record);
                }
            }
        }
        return records;
    }
}
