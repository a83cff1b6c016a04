package counterpart.validate.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import counterpart.partner.FileLayout.Dialect;
import counterpart.validate.RecordReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files of the public corpus csv-spectrum; skipped unless {@code -Dcorpora} names the folder of corpora. */
class CsvSpectrumTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8"
            })
    void reads_what_the_corpus_expects(String name) throws IOException {
        Path corpus = Path.of(System.getProperty("corpora", ""), "csv-spectrum");
        assumeTrue(Files.isDirectory(corpus), "no csv-spectrum: name the folder of corpora with -Dcorpora");
        List<?> expected = JsonMapper.builder()
                .build()
                .readValue(corpus.resolve("json/" + name + ".json").toFile(), List.class);
        assertThat(read(bytes(corpus.resolve("csvs/" + name + ".csv"), name.endsWith("_crlf"))))
                .isEqualTo(expected);
    }

    /** Copies of the corpus may have lost their carriage returns on the way through version control. */
    private static byte[] bytes(Path file, boolean carriageReturns) throws IOException {
        String text = Files.readString(file);
        String meant = carriageReturns && text.indexOf('\r') < 0 ? text.replace("\n", "\r\n") : text;
        return meant.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Map<String, String>> read(byte[] file) throws IOException {
        Dialect commas = new Dialect(',', '"', StandardCharsets.UTF_8, true, "yyyyMMdd", Set.of());
        List<Map<String, String>> rows = new ArrayList<>();
        try (RecordReader reader = new CsvReaders().open(new ByteArrayInputStream(file), commas)) {
            assertThat(reader.next()).isTrue();
            List<String> names = fields(reader);
            while (reader.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                List<String> fields = fields(reader);
                for (int i = 0; i < names.size(); i++) {
                    row.put(names.get(i), fields.get(i));
                }
                rows.add(row);
            }
            assertThat(reader.fault()).isEmpty();
        }
        return rows;
    }

    private static List<String> fields(RecordReader reader) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < reader.width(); i++) {
            fields.add(reader.field(i));
        }
        return fields;
    }
}
