package counterpart.report;

import counterpart.model.PartnershipId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the pages: every sentence with its rule and inputs, and every number as it is printed. It travels
 * beside the PDF.
 *
 * @param booksHash digest over the loads that the scorecard was computed from
 * @param dataHash digest over the scorecard and the registers that the pages were composed from
 * @param statuses measures by status, which add up to the number of measures
 * @param labels strings of the pages that no rule wrote, by what they are
 */
public record Facts(
        PartnershipId partnership,
        YearMonth month,
        int revision,
        LocalDate asOf,
        String booksHash,
        String dataHash,
        Map<String, Long> statuses,
        List<MeasureFact> measures,
        List<Sentence> sentences,
        Map<String, String> labels) {
    /** One measure as every page prints it; {@code value} is a dash where there is none. */
    public record MeasureFact(
            String measure,
            String title,
            YearMonth month,
            String value,
            String target,
            String baseline,
            String status,
            @Nullable String notScoredReason,
            boolean hasTile) {}

    public Facts {
        statuses = Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        measures = List.copyOf(measures);
        sentences = List.copyOf(sentences);
    }

    /** Every string with a number that the pages may show. */
    public List<String> printed() {
        List<String> all = new ArrayList<>(labels.values());
        for (Sentence sentence : sentences) {
            all.add(sentence.text());
            all.addAll(sentence.inputs().values());
        }
        for (MeasureFact measure : measures) {
            all.addAll(List.of(
                    measure.title(),
                    measure.value(),
                    measure.target(),
                    measure.baseline(),
                    NumberFormats.shortMonth(measure.month())));
        }
        return all;
    }

    /** The data hash as the last page prints it: twelve digits in groups of four. */
    public String printedHash() {
        return dataHash.substring(0, 4) + " " + dataHash.substring(4, 8) + " " + dataHash.substring(8, 12);
    }
}
