package counterpart.reconcile.book;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.books.PlainBooks;
import counterpart.model.FeedId;
import counterpart.model.LoadId;
import counterpart.model.Money;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.partner.Partnership;
import counterpart.partner.Secret;
import counterpart.reconcile.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerBookTest {
    private static final String LEFT = "lakeshore/medical";
    private static final String RIGHT = "cascadia/ledger";
    private static final String LEFT_LOAD = "F-000001-1";
    private static final String RIGHT_LOAD = "F-000002-1";
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-01");

    @TempDir
    Path folder;

    private PlainBooks books;
    private LedgerBook ledgers;
    private long row;

    @BeforeEach
    void open() {
        books = new PlainBooks(folder);
        books.load(LEFT_LOAD, LEFT, "HIST", "2026-01-01", "2026-10-31");
        books.load(RIGHT_LOAD, RIGHT, "HIST", "2026-01-01", "2026-10-28");
        ledgers = new LedgerBook(books);
    }

    @AfterEach
    void close() {
        books.close();
    }

    private static Partnership partnership() {
        return new Partnership(
                new PartnershipId("cascadia-lakeshore"),
                "Cascadia and Lakeshore",
                new PartnerId("lakeshore"),
                new PartnerId("cascadia"),
                new Partnership.Books(
                        FeedId.of("lakeshore/eligibility"), FeedId.of(LEFT), FeedId.of("lakeshore/pharmacy")),
                new Secret("key"),
                new Partnership.ClaimsLedger(FeedId.of(LEFT), FeedId.of(RIGHT), new Money(1), 45),
                Partnership.MemberMonthRule.ANY_DAY,
                3,
                List.of(),
                new Partnership.Committee("Committee", List.of()),
                new Partnership.BreakFile("/breaks", "/breaks"),
                Path.of("registers"));
    }

    private void left(String id, int version, String adjudicated, long paidCents) {
        claim(LEFT_LOAD, LEFT, id, version, "PAID", adjudicated, paidCents, paidCents);
    }

    private void right(String id, int version, String adjudicated, long paidCents) {
        claim(RIGHT_LOAD, RIGHT, id, version, "PAID", adjudicated, paidCents, paidCents);
    }

    private void claim(
            String load,
            String feed,
            String id,
            int version,
            String status,
            String adjudicated,
            long paidCents,
            @Nullable Long allowedCents) {
        books.add(
                "medical_claim",
                "load_id",
                load,
                "feed_id",
                feed,
                "row_number",
                ++row,
                "claim_id",
                id,
                "claim_version",
                version,
                "adjustment_type",
                version == 0 ? "ORIGINAL" : version % 2 == 1 ? "REVERSAL" : "ADJUSTMENT",
                "claim_status",
                status,
                "from_date",
                LocalDate.parse("2026-09-15"),
                "adjudicated_date",
                LocalDate.parse(adjudicated),
                "paid_cents",
                paidCents,
                "allowed_cents",
                allowedCents);
    }

    private LedgerBook.Outcomes outcomes() {
        ledgers.align(partnership(), AS_OF, folder);
        LedgerBook.Outcomes outcomes = ledgers.match(partnership(), AS_OF, folder);
        assertThat(outcomes.matched()
                        + outcomes.onlyLeft()
                        + outcomes.onlyRight()
                        + outcomes.different()
                        + outcomes.duplicate())
                .isEqualTo(outcomes.all());
        assertThat(ledgers.outcomes(partnership(), AS_OF, folder)).isEqualTo(outcomes);
        return outcomes;
    }

    private List<String> differences() {
        outcomes();
        return ledgers.differences(partnership(), folder).stream()
                .map(d -> String.join(
                        " ",
                        d.entityKey(),
                        d.attribute(),
                        d.category(),
                        String.valueOf(d.leftValue()),
                        String.valueOf(d.rightValue()),
                        String.valueOf(d.impactCents())))
                .toList();
    }

    @Test
    void both_nets_are_80_though_the_corrections_differ() {
        left("C1", 0, "2026-09-20", 10_000);
        left("C1", 1, "2026-10-10", -10_000);
        left("C1", 2, "2026-10-10", 8_000);
        right("C1", 0, "2026-09-20", 8_000);
        assertThat(differences()).isEmpty();
        assertThat(outcomes()).isEqualTo(new LedgerBook.Outcomes(1, 1, 0, 0, 0, 0, 0, null));
    }

    @Test
    void october_30_is_timing_and_october_27_is_one_sided_at_once() {
        left("C1", 0, "2026-10-30", 100);
        left("C2", 0, "2026-10-27", 200);
        assertThat(differences())
                .containsExactly("C1 PRESENCE TIMING 1.00 null 100", "C2 PRESENCE ONE_SIDED_LEFT 2.00 null 200");
        assertThat(outcomes())
                .isEqualTo(new LedgerBook.Outcomes(
                        2, 0, 2, 0, 0, 0, 1, LocalDate.parse("2026-10-30").plusDays(45)));
    }

    @Test
    void timing_becomes_one_sided_when_a_file_that_covers_the_day_lacks_the_claim() {
        left("C1", 0, "2026-10-30", 100);
        books.load("F-000003-1", RIGHT, "FULL", "2026-10-29", "2026-11-01");
        assertThat(differences()).containsExactly("C1 PRESENCE ONE_SIDED_LEFT 1.00 null 100");
    }

    @Test
    void after_45_days_nothing_is_timing() {
        books.load("F-000003-1", LEFT, "FULL", "2026-10-29", "2026-11-30");
        left("C1", 0, "2026-11-05", 100);
        ledgers.align(partnership(), LocalDate.parse("2026-12-20"), folder);
        assertThat(ledgers.match(partnership(), LocalDate.parse("2026-12-20"), folder)
                        .timing())
                .isEqualTo(1);
        assertThat(ledgers.match(partnership(), LocalDate.parse("2026-12-21"), folder)
                        .timing())
                .isZero();
    }

    @Test
    void a_week_that_the_other_side_has_not_sent_yet_is_timing_too() {
        books.load("F-000003-1", RIGHT, "FULL", "2026-10-30", "2026-11-01");
        left("C1", 0, "2026-10-29", 100);
        assertThat(differences()).containsExactly("C1 PRESENCE TIMING 1.00 null 100");
    }

    @Test
    void a_correction_after_the_common_cut_off_waits() {
        left("C1", 0, "2026-09-20", 10_000);
        left("C1", 1, "2026-10-30", -10_000);
        left("C1", 2, "2026-10-30", 8_000);
        right("C1", 0, "2026-09-20", 10_000);
        assertThat(differences()).isEmpty();
    }

    @Test
    void one_cent_agrees_and_two_do_not() {
        left("C1", 0, "2026-09-20", 10_000);
        right("C1", 0, "2026-09-20", 10_001);
        left("C2", 0, "2026-09-20", 10_000);
        right("C2", 0, "2026-09-20", 9_998);
        assertThat(differences())
                .containsExactly("C2 ALLOWED AMOUNT_DIFF 100.00 99.98 0", "C2 PAID AMOUNT_DIFF 100.00 99.98 2");
    }

    @Test
    void an_amount_that_one_side_does_not_send_is_not_compared() {
        left("C1", 0, "2026-09-20", 10_000);
        claim(RIGHT_LOAD, RIGHT, "C1", 0, "PAID", "2026-09-20", 10_000, null);
        assertThat(differences()).isEmpty();
    }

    @Test
    void paid_against_denied_is_one_difference_of_status() {
        left("C1", 0, "2026-09-20", 10_000);
        claim(RIGHT_LOAD, RIGHT, "C1", 0, "DENIED", "2026-09-20", 0, 0L);
        assertThat(differences()).containsExactly("C1 STATUS STATUS_DIFF PAID DENIED 10000");
        assertThat(outcomes().different()).isEqualTo(1);
    }

    @Test
    void an_original_that_came_in_two_files_is_a_duplicate_and_counts_once() {
        left("C1", 0, "2026-09-20", 10_000);
        claim("F-000009-1", LEFT, "C1", 0, "PAID", "2026-10-20", 10_000, 10_000L);
        right("C1", 0, "2026-09-20", 10_000);
        right("C2", 0, "2026-09-20", 5_000);
        claim("F-000010-1", RIGHT, "C2", 0, "PAID", "2026-09-20", 5_000, 5_000L);
        left("C2", 0, "2026-09-20", 4_000);
        assertThat(differences())
                .containsExactly(
                        "C1 DUPLICATE DUPLICATE_LEFT 2 1 10000",
                        "C2 ALLOWED AMOUNT_DIFF 40.00 50.00 0",
                        "C2 DUPLICATE DUPLICATE_RIGHT 1 2 5000",
                        "C2 PAID AMOUNT_DIFF 40.00 50.00 1000");
        assertThat(outcomes().duplicate()).isEqualTo(2);
    }

    @Test
    void a_claim_that_we_rejected_names_the_rule() throws IOException {
        left("C-100", 0, "2026-09-20", 100);
        left("C-200", 0, "2026-09-20", 100);
        left("C-300", 0, "2026-09-20", 100);
        right("C-400", 0, "2026-09-20", 100);
        Path load = Files.createDirectories(books.folderOf(new LoadId(RIGHT_LOAD)));
        books.execute("copy (select 7::bigint as line, 'M-203' as code, 'C-100,0,\"O\",C-4000'::blob as original)"
                + " to '" + load.resolve("reject.parquet") + "' (format parquet)");
        books.execute("copy (select 9::bigint as row_number, 'C-200' as claim_id) to '"
                + load.resolve("medical_claim.parquet") + "' (format parquet)");
        books.execute("copy (select 'medical_claim' as table_name, 9::bigint as row_number, 'M-201' as rule) to '"
                + load.resolve("verdict.parquet") + "' (format parquet)");
        outcomes();
        assertThat(ledgers.differences(partnership(), folder))
                .extracting(Difference::entityKey, Difference::cause)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("C-100", "REJECTED:M-203"),
                        org.assertj.core.groups.Tuple.tuple("C-200", "REJECTED:M-201"),
                        org.assertj.core.groups.Tuple.tuple("C-300", null),
                        org.assertj.core.groups.Tuple.tuple("C-400", null));
    }

    @Test
    void empty_ledgers_agree() {
        assertThat(outcomes()).isEqualTo(new LedgerBook.Outcomes(0, 0, 0, 0, 0, 0, 0, null));
    }
}
