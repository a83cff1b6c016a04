package counterpart.measure.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.books.BooksSettings;
import counterpart.books.DuckBooks;
import counterpart.books.SqlLoads;
import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.measure.Measures;
import counterpart.measure.MonthValue;
import counterpart.measure.Score;
import counterpart.measure.Scorecard;
import counterpart.measure.ServiceDetail;
import counterpart.measure.Signal;
import counterpart.measure.Status;
import counterpart.measure.book.BookScorecards;
import counterpart.measure.book.ExchangeTable;
import counterpart.model.BookTable;
import counterpart.model.FeedId;
import counterpart.model.FileId;
import counterpart.model.Home;
import counterpart.model.Money;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.partner.Configuration;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;
import counterpart.partner.Secret;
import counterpart.partner.Target;
import counterpart.receive.ExchangeFacts;
import counterpart.receive.FileState;
import counterpart.receive.Partners;
import counterpart.reconcile.book.LedgerBook;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month's scorecard over the real books, from invented loads of 36 months. */
class MeasureStepsIT {
    private static final PartnershipId PAIR = new PartnershipId("cascadia-lakeshore");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-10T12:00:00Z"), ZoneOffset.UTC);
    private static final JobKeys KEYS =
            new JobKeys(Map.of("partnership", PAIR.value(), "month", "2026-10", "revision", "1", "booksHash", "abc"));

    @TempDir
    Path folder;

    private Home home;
    private DuckBooks books;
    private BookScorecards scorecards;
    private final List<ExchangeFacts.Fact> facts = new ArrayList<>();

    @BeforeEach
    void open() {
        home = new Home(folder);
        books = DuckBooks.open(home, BooksSettings.besideHeap(), "none");
        scorecards = new BookScorecards(books, home, configuration(), id -> java.util.Optional.empty());
    }

    @AfterEach
    void close() {
        books.close();
    }

    private static Partnership partnership() {
        return new Partnership(
                PAIR,
                "Cascadia and Lakeshore",
                new PartnerId("lakeshore"),
                new PartnerId("cascadia"),
                new Partnership.Books(
                        FeedId.of("lakeshore/eligibility"),
                        FeedId.of("lakeshore/medical"),
                        FeedId.of("lakeshore/pharmacy")),
                new Secret("key"),
                new Partnership.ClaimsLedger(
                        FeedId.of("lakeshore/medical"), FeedId.of("cascadia/ledger"), new Money(1), 45),
                Partnership.MemberMonthRule.ANY_DAY,
                3,
                Measures.names().stream().map(MeasureStepsIT::target).toList(),
                new Partnership.Committee("Committee", List.of()),
                new Partnership.BreakFile("/breaks", "/breaks"),
                Path.of("registers"));
    }

    private static Target target(String measure) {
        return new Target(
                measure,
                Target.Perspective.COST,
                BigDecimal.TEN,
                BigDecimal.TEN,
                BigDecimal.ONE,
                Target.Priority.BOTH,
                null,
                false);
    }

    private static Configuration configuration() {
        Partner lakeshore = Partners.aPartner(
                Partners.aConnection(22, "SHA256:x"),
                Set.of(),
                Partners.aFeed("eligibility", "ELIG_.*"),
                Partners.aFeed("changes", "CHG_.*", "eligibility"));
        return new Configuration(Map.of(lakeshore.id(), lakeshore), Map.of(PAIR, partnership()));
    }

    /** Books of so many members, twelve and more claims and twenty scripts a member, over 36 months. */
    private void fill(int members) {
        SqlLoads loads = new SqlLoads(books);
        long claims = members * 40L / 3;
        long scripts = members * 65L / 3;
        loads.load(
                1,
                "lakeshore/eligibility",
                "FULL",
                "2023-11-01",
                "2026-11-01",
                BookTable.COVERAGE_SPAN,
                "select 'M' || (i // 2) as member_id, case i % 2 when 0 then 'MED' else 'RX' end as coverage_type, 'PPO'"
                        + " as plan_code, date '2023-11-01' + cast(hash(i // 2) % 600 as integer) as effective_date from"
                        + " range(" + 2 * members + ") t(i)");
        String claim = "select 'C' || i as claim_id, 0 as claim_version, 'ORIGINAL' as adjustment_type,"
                + " case when hash(i, 1) % 100 < 9 then 'DENIED' else 'PAID' end as claim_status, 'PROF' as claim_type, 'M' ||"
                + " hash(i, 2) % " + members
                + " as member_id, date '2023-11-01' + cast(hash(i, 3) % 1080 as integer) as"
                + " from_date, date '2023-11-01' + cast(hash(i, 3) % 1080 as integer) + 2 as received_date, least(date"
                + " '2023-11-01' + cast(hash(i, 3) % 1080 as integer) + 14, date '2026-11-01') as adjudicated_date, true as"
                + " clean_claim, case when hash(i, 1) % 100 < 9 then 0 else cast(hash(i, 4) % 40000 as bigint) end as"
                + " paid_cents, cast(hash(i, 4) % 50000 as bigint) as allowed_cents from range(" + claims + ") t(i)";
        loads.load(
                2,
                "lakeshore/medical",
                "HIST",
                "2023-11-01",
                "2026-11-01",
                BookTable.MEDICAL_CLAIM,
                claim,
                BookTable.CLAIM_LINE,
                "select 'C' || (i // 2) as claim_id, 0 as claim_version, i % 2 + 1 as line_number, case when hash(i // 2, 1)"
                        + " % 100 < 9 then 'DENIED' else 'PAID' end as line_status, 0 as paid_cents, 'CO:45:10.00^PR:1:5.00'"
                        + " as adjustment_reasons from range(" + 2 * claims + ") t(i)");
        loads.load(
                3,
                "lakeshore/pharmacy",
                "HIST",
                "2023-11-01",
                "2026-11-01",
                BookTable.PHARMACY_CLAIM,
                "select 'R' || i as claim_id, case when i % 20 = 19 then 'B2' else 'B1' end as transaction_code, case when i"
                        + " % 20 = 19 then 'A' else 'P' end as transaction_status, case when i % 40 = 39 then 'R' || (i - 1)"
                        + " end as original_claim_id, 'PH' || i % 50 as pharmacy_id, 'X' || (i - case when i % 20 = 19 then 1"
                        + " else 0 end) as prescription_number, 0 as fill_number, date '2023-11-01' + cast(hash(i // 20) %"
                        + " 1080 as integer) as service_date, date '2023-11-01' + cast(hash(i // 20) % 1080 as integer) as"
                        + " adjudicated_date, case when hash(i) % 10 < 9 then 'G' else 'B' end as brand_generic, case when i"
                        + " % 20 = 19 then -5000 else 5000 end as plan_paid_cents from range(" + scripts + ") t(i)");
        loads.load(
                4,
                "cascadia/ledger",
                "HIST",
                "2023-11-01",
                "2026-11-01",
                BookTable.MEDICAL_CLAIM,
                "select * replace (paid_cents + case when hash(claim_id) % 500 = 0 then 100 else 0 end as paid_cents) from ("
                        + claim + ") where hash(claim_id, 7) % 1000 <> 0");
    }

    private Counts copyFacts() {
        ExchangeFacts source = (first, last) -> facts.stream()
                .filter(f ->
                        !f.businessDate().isBefore(first) && !f.businessDate().isAfter(last))
                .toList();
        return new CopyExchangeFacts(source, new ExchangeTable(books), configuration()).run(KEYS, Progress.SILENT);
    }

    private Counts compute() {
        return new ComputeMeasures(scorecards, CLOCK).run(KEYS, Progress.SILENT);
    }

    private static ExchangeFacts.Fact fact(
            String feed, String date, @Nullable String file, FileState state, boolean late, boolean history) {
        LocalDate day = LocalDate.parse(date);
        return new ExchangeFacts.Fact(
                FeedId.of(feed),
                day,
                day.atTime(13, 0).toInstant(ZoneOffset.UTC),
                file == null ? null : day.atTime(14, 30).toInstant(ZoneOffset.UTC),
                file == null ? null : new FileId(file),
                state,
                late,
                history,
                file != null,
                file == null ? 0 : 100,
                file == null ? 0 : 98,
                file == null ? 0 : 2,
                state == FileState.REFUSED ? "F-008" : null,
                false);
    }

    @Test
    void a_scorecard_is_computed_kept_and_found() {
        fill(600);
        facts.add(fact("lakeshore/medical", "2026-10-05", "F-000005", FileState.LOADED, false, false));
        facts.add(fact("lakeshore/medical", "2026-10-12", "F-000006", FileState.REFUSED, true, false));
        facts.add(fact("cascadia/ledger", "2026-10-12", null, FileState.MISSING, true, false));
        facts.add(fact("lakeshore/medical", "2026-10-06", "F-000007", FileState.LOADED, true, true));
        facts.add(fact("another/feed", "2026-10-12", "F-000008", FileState.LOADED, true, false));
        assertThat(copyFacts()).isEqualTo(new Counts(5, Map.of("copied", 4L, "of other feeds", 1L)));
        assertThat(copyFacts().balance()).isTrue();
        assertThat(compute().balance()).isTrue();
        Scorecard scorecard = scorecards.find(PAIR, OCTOBER, 1).orElseThrow();
        assertThat(scorecard.asOf()).isEqualTo(LocalDate.parse("2026-11-01"));
        assertThat(scorecard.exchange())
                .isEqualTo(new Scorecard.Exchange(
                        3,
                        1,
                        1,
                        1,
                        1,
                        0,
                        100,
                        2,
                        List.of("cascadia ledger", "lakeshore medical"),
                        List.of(new Scorecard.FileFault("lakeshore medical", false, "F-008", 1))));
        assertThat(scorecard.reconciliation()).isEqualTo(new Scorecard.Reconciliation(0, 0, 0, 0, 0));
        assertThat(scorecard.scores()).hasSize(Measures.all().size());
        assertThat(score(scorecard, "file-timeliness").history())
                .containsExactly(new MonthValue(OCTOBER, BigDecimal.ONE, BigDecimal.valueOf(3), true));
        assertThat(score(scorecard, "medical-pmpm-paid").month()).isEqualTo(YearMonth.of(2026, 7));
        // Of October too little is reported by its own end for an estimate.
        assertThat(score(scorecard, "medical-pmpm-paid").history()).hasSize(35);
        assertThat(score(scorecard, "member-months").month()).isEqualTo(OCTOBER);
        assertThat(score(scorecard, "member-months").value()).isEqualByComparingTo("600");
        assertThat(score(scorecard, "medical-pmpm-paid").signal().kind()).isNotEqualTo(Signal.Kind.NOT_CHARTED);
        assertThat(score(scorecard, "claims-match-rate").status()).isEqualTo(Status.NOT_SCORED);
        assertThat(score(scorecard, "claims-match-rate").notScoredReason()).isEqualTo("no data");
    }

    /** Counted by hand: five deliveries of which three came on time, four came, three were loaded with 98 of 100 rows. */
    @Test
    void the_files_of_a_feed_that_counts_in_anothers_books_are_judged_as_the_others_are() {
        fill(100);
        facts.add(fact("lakeshore/eligibility", "2026-10-05", "F-000005", FileState.LOADED, false, false));
        facts.add(fact("lakeshore/changes", "2026-10-07", "F-000006", FileState.LOADED, true, false));
        facts.add(fact("lakeshore/changes", "2026-10-14", null, FileState.MISSING, true, false));
        facts.add(fact("lakeshore/changes", "2026-10-21", "F-000007", FileState.REFUSED, false, false));
        facts.add(fact("lakeshore/changes", "2026-10-28", "F-000008", FileState.LOADED, false, false));
        facts.add(fact("another/changes", "2026-10-28", "F-000009", FileState.LOADED, true, false));
        assertThat(copyFacts()).isEqualTo(new Counts(6, Map.of("copied", 5L, "of other feeds", 1L)));
        assertThat(copyFacts().balance()).isTrue();
        compute();
        Scorecard scorecard = scorecards.find(PAIR, OCTOBER, 1).orElseThrow();
        assertThat(october(scorecard, "file-timeliness")).isEqualTo("3/5");
        assertThat(october(scorecard, "first-time-acceptance")).isEqualTo("3/4");
        assertThat(october(scorecard, "record-acceptance")).isEqualTo("294/300");
        assertThat(scorecard.exchange().lateFeeds()).containsExactly("lakeshore changes");
        assertThat(scorecard.service().feeds())
                .filteredOn(feed -> feed.feed().equals("changes"))
                .singleElement()
                .returns(4L, ServiceDetail.FeedMonth::due)
                .returns(3L, ServiceDetail.FeedMonth::files)
                .returns(2L, ServiceDetail.FeedMonth::loaded)
                .returns(1L, ServiceDetail.FeedMonth::refused);
    }

    private static String october(Scorecard scorecard, String measure) {
        MonthValue value = score(scorecard, measure).history().stream()
                .filter(month -> month.month().equals(OCTOBER))
                .findFirst()
                .orElseThrow();
        return value.numerator().toPlainString() + "/" + value.denominator().toPlainString();
    }

    @Test
    void computing_again_gives_the_same_scorecard_and_another_revision_stands_beside_it() {
        fill(100);
        compute();
        Scorecard first = scorecards.find(PAIR, OCTOBER, 1).orElseThrow();
        compute();
        assertThat(scorecards.find(PAIR, OCTOBER, 1)).contains(first);
        scorecards.compute(PAIR, OCTOBER, 2, "def", LocalDate.now(CLOCK));
        assertThat(scorecards.find(PAIR, OCTOBER, 1)).contains(first);
        assertThat(scorecards.find(PAIR, OCTOBER, 2).orElseThrow().booksHash()).isEqualTo("def");
        assertThat(scorecards.find(PAIR, OCTOBER.minusMonths(1), 1)).isEmpty();
    }

    @Test
    void empty_books_are_not_measured() {
        assertThatThrownBy(this::compute)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lakeshore/eligibility and lakeshore/medical and lakeshore/pharmacy");
    }

    /** 30,000 members, 400,000 claims with 800,000 lines, 650,000 scripts, 36 months: seconds, not minutes. */
    @Test
    @Tag("long")
    void a_large_partnership_is_measured_and_reconciled_in_seconds() throws Exception {
        fill(30_000);
        long start = System.nanoTime();
        compute();
        long measured = System.nanoTime();
        LedgerBook ledgers = new LedgerBook(books);
        Path work = Files.createDirectories(folder.resolve("work"));
        ledgers.align(partnership(), LocalDate.parse("2026-11-01"), work);
        LedgerBook.Outcomes outcomes = ledgers.match(partnership(), LocalDate.parse("2026-11-01"), work);
        long matched = System.nanoTime();
        System.out.printf(
                "nine measures %.1f s, claims ledger %.1f s, %s%n",
                (measured - start) / 1e9, (matched - measured) / 1e9, outcomes);
        assertThat(outcomes.all()).isEqualTo(400_000);
        assertThat(matched - start).isLessThan(60_000_000_000L);
    }

    private static Score score(Scorecard scorecard, String measure) {
        return scorecard.scores().stream()
                .filter(s -> s.definition().name().equals(measure))
                .findFirst()
                .orElseThrow();
    }
}
