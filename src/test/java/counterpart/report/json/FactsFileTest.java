package counterpart.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.model.Sha256;
import counterpart.report.EditionDraft;
import counterpart.report.Facts;
import counterpart.report.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsFileTest {
    private static final Sha256 PDF = new Sha256("ab".repeat(32));

    @TempDir
    Path folder;

    @Test
    void facts_are_read_back_as_they_were_written() throws Exception {
        Facts facts = EditionDraft.of(Samples.ordinary()).facts();
        Path file = Files.write(folder.resolve("facts.json"), FactsFile.write(facts, PDF));
        FactsFile.Content content = FactsFile.read(file);
        assertThat(content.facts()).isEqualTo(facts);
        assertThat(content.pdf()).isEqualTo(PDF);
    }

    @Test
    void every_sentence_is_written_with_its_rule_and_its_inputs() {
        String json =
                new String(FactsFile.write(EditionDraft.of(Samples.ordinary()).facts(), PDF), StandardCharsets.UTF_8);
        assertThat(json)
                .contains("\"rule\" : \"A1\"", "\"measure\" : \"denial-rate\"", "\"issue\" : \"denial-rate/2026-08\"")
                .contains("\"pdfSha256\" : \"" + PDF + "\"");
    }

    @Test
    void a_damaged_file_is_told_with_what_to_do() throws Exception {
        Path file = Files.writeString(folder.resolve("facts.json"), "{\"partnership\":");
        assertThatThrownBy(() -> FactsFile.read(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("render the edition again");
    }
}
