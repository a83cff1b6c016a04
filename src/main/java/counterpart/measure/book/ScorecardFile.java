package counterpart.measure.book;

import counterpart.measure.Breakdown;
import counterpart.measure.Scorecard;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a scorecard holds besides its months, kept as {@code scorecard.json} beside {@code score.parquet}.
 *
 * @param asOf the day to whose end the books reach
 */
record ScorecardFile(
        LocalDate asOf,
        String booksHash,
        Scorecard.Exchange exchange,
        Scorecard.Reconciliation reconciliation,
        Breakdown denials) {
    ScorecardFile {
        // A file of an older release says nothing of denials.
        denials = Objects.requireNonNullElse(denials, Breakdown.NONE);
    }

    private static final String NAME = "scorecard.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    void write(Path folder) {
        JSON.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(NAME), this);
    }

    static ScorecardFile read(Path folder) {
        return JSON.readValue(folder.resolve(NAME), ScorecardFile.class);
    }
}
