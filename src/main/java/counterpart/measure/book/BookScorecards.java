package counterpart.measure.book;

import counterpart.books.Books;
import counterpart.measure.BookAgreement;
import counterpart.measure.MeasureDefinition;
import counterpart.measure.Measures;
import counterpart.measure.MonthValue;
import counterpart.measure.Score;
import counterpart.measure.Scorecard;
import counterpart.measure.Scorecards;
import counterpart.measure.Scoring;
import counterpart.measure.book.MeasureBook.RosterCount;
import counterpart.model.Home;
import counterpart.model.PartnershipId;
import counterpart.partner.Configuration;
import counterpart.partner.Partnership;
import counterpart.reconcile.ReconciledBooks;
import counterpart.reconcile.Reconciliations;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scorecards in the books: the months of a measure are {@code score.parquet} of a run of kind {@code measure}; statuses
 * and signals are judged anew from them, under the targets of today's configuration.
 */
public final class BookScorecards implements Scorecards {
    private static final String KIND = "measure";

    private final Books books;
    private final Home home;
    private final Configuration configuration;
    private final Reconciliations reconciliations;

    public BookScorecards(Books books, Home home, Configuration configuration, Reconciliations reconciliations) {
        this.books = books;
        this.home = home;
        this.configuration = configuration;
        this.reconciliations = reconciliations;
    }

    /**
     * Measures a month and keeps the result as the month's revision; doing it again replaces it.
     *
     * @param booksHash digest over the active loads that the job was started for
     * @param today the day of the measuring
     * @throws IllegalStateException when one of the partnership's books is empty
     */
    public Scorecard compute(PartnershipId id, YearMonth month, int revision, String booksHash, LocalDate today) {
        Partnership partnership = partnership(id);
        Reach reach = new Reach(partnership, books.active(), today);
        LocalDate asOf = reach.asOf();
        String runId = id + "-" + month + "-r" + revision;
        Path folder = books.stageRun(KIND, runId);
        Optional<ReconciledBooks> reconciled = reconciliations.latest(id);
        RosterCount rosters = reconciled.map(RosterCount::of).orElse(RosterCount.NONE);
        try (Connection connection = books.connect()) {
            Map<MeasureDefinition, List<MonthValue>> values = new MeasureBook(
                            partnership, configuration.feedsOf(partnership), month, reach, rosters)
                    .compute(connection);
            new ScoreParquet(connection).write(folder, id, month, revision, values);
            BookAgreement agreement = reconciled.map(Agreements::of).orElse(BookAgreement.NONE);
            MonthFacts facts = new MonthFacts(connection, partnership, month, configuration);
            new ScorecardFile(
                            asOf,
                            booksHash,
                            facts.exchange(),
                            facts.reconciliation(agreement),
                            facts.denials(),
                            facts.service())
                    .write(folder);
        } catch (SQLException e) {
            throw new IllegalStateException("the books could not be read for " + runId + "; run it again", e);
        }
        books.activateRun(KIND, key(id, month, revision), runId);
        return find(id, month, revision)
                .orElseThrow(
                        () -> new IllegalStateException("the scorecard " + runId + " was written, but is not found"));
    }

    @Override
    public Optional<Scorecard> find(PartnershipId id, YearMonth month, int revision) {
        try (Connection connection = books.connect()) {
            MeasureSql sql = new MeasureSql(
                    connection,
                    Map.of(
                            "kind",
                            KIND,
                            "key",
                            key(id, month, revision),
                            "partnership",
                            id.value(),
                            "report_month",
                            month.atDay(1),
                            "revision",
                            revision));
            return sql.statement("find_run")
                    .query(String.class)
                    .optional()
                    .map(folder -> scorecard(
                            id, month, revision, home.books().resolve("runs").resolve(folder), months(sql)));
        } catch (SQLException e) {
            throw new IllegalStateException("the books could not be read for the scorecard of " + month, e);
        }
    }

    private Scorecard scorecard(
            PartnershipId id, YearMonth month, int revision, Path folder, Map<String, List<MonthValue>> months) {
        ScorecardFile file = ScorecardFile.read(folder);
        List<Score> scores = partnership(id).targets().stream()
                .map(target -> Scoring.score(
                        Measures.get(target.measure()),
                        target,
                        months.getOrDefault(target.measure(), List.of()),
                        month))
                .toList();
        return new Scorecard(
                id,
                month,
                revision,
                file.asOf(),
                file.booksHash(),
                scores,
                file.exchange(),
                file.reconciliation(),
                file.denials(),
                file.service());
    }

    private static Map<String, List<MonthValue>> months(MeasureSql sql) {
        Map<String, List<MonthValue>> months = new LinkedHashMap<>();
        sql.statement("list_scores").query(row -> {
            months.computeIfAbsent(row.getString("measure"), name -> new ArrayList<>())
                    .add(new MonthValue(
                            YearMonth.parse(row.getString("month")),
                            new BigDecimal(row.getString("numerator")),
                            new BigDecimal(row.getString("denominator")),
                            row.getBoolean("complete"),
                            number(row.getString("completion")),
                            number(row.getString("cases"))));
        });
        return months;
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private Partnership partnership(PartnershipId id) {
        Partnership partnership = configuration.partnerships().get(id);
        if (partnership == null) {
            throw new IllegalArgumentException("no partnership is called " + id);
        }
        return partnership;
    }

    private static String key(PartnershipId id, YearMonth month, int revision) {
        return id + "/" + month + "/" + revision;
    }
}
