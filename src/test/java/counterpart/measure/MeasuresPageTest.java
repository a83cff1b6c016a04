package counterpart.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeasuresPageTest {
    private static final Path PAGE = Path.of("docs/measures.md");

    /** Run with {@code -Dregenerate=true} to write the page anew. */
    @Test
    void the_page_says_what_the_definitions_say() throws IOException {
        if (Boolean.getBoolean("regenerate")) {
            Files.createDirectories(Path.of("docs"));
            Files.writeString(PAGE, MeasuresPage.text());
        }
        assertThat(PAGE).hasContent(MeasuresPage.text());
    }

    @Test
    void a_title_reads_in_a_list_of_titles() {
        assertThat(Measures.all()).extracting(MeasureDefinition::title).noneMatch(title -> title.contains(","));
    }

    @Test
    void each_measure_is_one_sql_file_and_each_file_is_used() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/sql/measure"))) {
            Set<String> measures = files.map(f -> f.getFileName().toString().replace(".sql", ""))
                    .filter(name -> !name.contains("_"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(measures).isEqualTo(new TreeSet<>(Measures.names()));
        }
    }
}
