package counterpart.report.json;

import counterpart.model.PartnershipId;
import counterpart.model.Sha256;
import counterpart.report.Facts;
import counterpart.report.Sentence;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code facts.json}: the facts behind an edition with the digest of the PDF that they stand behind. The same facts give
 * the same bytes.
 */
public final class FactsFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** What the file holds, in its order. */
    private record Document(
            String partnership,
            String month,
            int revision,
            String asOf,
            String booksHash,
            String dataHash,
            String pdfSha256,
            Map<String, Long> statuses,
            List<MeasureEntry> measures,
            List<SentenceEntry> sentences,
            Map<String, String> labels) {}

    private record MeasureEntry(
            String measure,
            String title,
            String month,
            String value,
            String target,
            String baseline,
            String status,
            @Nullable String notScoredReason,
            boolean hasTile) {}

    private record SentenceEntry(
            String rule,
            @Nullable String measure,
            @Nullable String month,
            String head,
            String detail,
            Map<String, String> inputs) {}

    /** Facts together with the digest of the PDF they were written beside. */
    public record Content(Facts facts, Sha256 pdf) {}

    private FactsFile() {}

    public static byte[] write(Facts facts, Sha256 pdf) {
        Document document = new Document(
                facts.partnership().value(),
                facts.month().toString(),
                facts.revision(),
                facts.asOf().toString(),
                facts.booksHash(),
                facts.dataHash(),
                pdf.value(),
                facts.statuses(),
                facts.measures().stream().map(FactsFile::entry).toList(),
                facts.sentences().stream().map(FactsFile::entry).toList(),
                facts.labels());
        return JSON.writeValueAsBytes(document);
    }

    /** @throws IllegalStateException when the file is damaged or missing */
    public static Content read(Path file) {
        try {
            Document document = JSON.readValue(file.toFile(), Document.class);
            Facts facts = new Facts(
                    new PartnershipId(document.partnership()),
                    YearMonth.parse(document.month()),
                    document.revision(),
                    LocalDate.parse(document.asOf()),
                    document.booksHash(),
                    document.dataHash(),
                    document.statuses(),
                    document.measures().stream().map(FactsFile::fact).toList(),
                    document.sentences().stream().map(FactsFile::sentence).toList(),
                    document.labels());
            return new Content(facts, new Sha256(document.pdfSha256()));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the facts file " + file.getFileName() + " cannot be read; render the edition again", e);
        }
    }

    private static MeasureEntry entry(Facts.MeasureFact fact) {
        return new MeasureEntry(
                fact.measure(),
                fact.title(),
                fact.month().toString(),
                fact.value(),
                fact.target(),
                fact.baseline(),
                fact.status(),
                fact.notScoredReason(),
                fact.hasTile());
    }

    private static Facts.MeasureFact fact(MeasureEntry entry) {
        return new Facts.MeasureFact(
                entry.measure(),
                entry.title(),
                YearMonth.parse(entry.month()),
                entry.value(),
                entry.target(),
                entry.baseline(),
                entry.status(),
                entry.notScoredReason(),
                entry.hasTile());
    }

    private static SentenceEntry entry(Sentence sentence) {
        YearMonth month = sentence.month();
        return new SentenceEntry(
                sentence.rule(),
                sentence.measure(),
                month == null ? null : month.toString(),
                sentence.head(),
                sentence.detail(),
                sentence.inputs());
    }

    private static Sentence sentence(SentenceEntry entry) {
        String month = entry.month();
        return new Sentence(
                entry.rule(),
                entry.measure(),
                month == null ? null : YearMonth.parse(month),
                entry.head(),
                entry.detail(),
                entry.inputs());
    }
}
