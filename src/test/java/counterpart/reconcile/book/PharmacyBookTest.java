package counterpart.reconcile.book;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.books.PlainBooks;
import counterpart.model.FeedId;
import counterpart.model.Home;
import counterpart.model.Money;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.partner.Partnership;
import counterpart.partner.Secret;
import counterpart.reconcile.Netting;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Netting of prescriptions with their reversals, across files, in two ledgers that end on different days. */
class PharmacyBookTest {
    private static final String LEFT = "meridian/claims";
    private static final String RIGHT = "cascadia/rx-ledger";
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 5);

    @TempDir
    private Path folder;

    private PlainBooks books;
    private PharmacyBook prescriptions;
    private final List<FillTwin.Entry> entries = new ArrayList<>();
    private long row;

    @BeforeEach
    void open() {
        books = new PlainBooks(folder.resolve("books"));
        books.load("F-000001-1", LEFT, "FULL", "2026-09-01", "2026-09-30");
        books.load("F-000002-1", LEFT, "FULL", "2026-10-01", "2026-10-31");
        books.load("F-000003-1", RIGHT, "FULL", "2026-09-01", "2026-09-30");
        books.load("F-000004-1", RIGHT, "FULL", "2026-10-01", "2026-10-28");
        prescriptions = new PharmacyBook(books, new Home(folder));
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void the_worked_example_nets_to_80_by_service_month_and_both_ledgers_agree() {
        // $100 billed in September, taken back in October, billed again at $80 in October.
        both("A1", "B1", "2026-09-10", 10_000);
        both("A2", "B2", "2026-10-05", -10_000);
        both("A3", "B1", "2026-10-06", 8_000);

        assertThat(outcomes()).isEqualTo(new LedgerBook.Outcomes(1, 1, 0, 0, 0, 0, 0, null));
        assertThat(netting().months()).containsExactly(new Netting.Month("2026-09", 8_000, 8_000, 0, 0));
        assertThat(netting().left()).isEqualTo(new Netting.Ledger(2, 1, 1, 1, 0, 0, 0, 1, 18_000, 8_000));
        assertThat(differences()).isEmpty();
    }

    @Test
    void billed_taken_back_and_billed_again_on_one_day_is_one_script_in_whatever_order_the_rows_come() {
        both("A2", "B2", "2026-10-05", -10_000);
        both("A3", "B1", "2026-10-05", 9_000);
        both("A1", "B1", "2026-10-05", 10_000);

        assertThat(outcomes().matched()).isEqualTo(1);
        assertThat(netting().left().scripts()).isEqualTo(1);
        assertThat(netting().left().nettedAcrossFiles()).isZero();
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_reversal_that_comes_before_its_billing_waits_and_is_an_orphan_after_ninety_days() {
        both("A2", "B2", "2026-09-10", -10_000);
        add("F-000001-1", LEFT, "Z2", "B2", null, "777", 1, "2026-07-01", "2026-07-02", -4_000);

        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "P/500/1/2026-09-09 REVERSAL TIMING 1 1 10000",
                        "P/777/1/2026-07-01 REVERSAL ORPHAN_REVERSAL 1 null 4000");

        both("A1", "B1", "2026-10-02", 10_000);
        assertThat(differences()).containsExactly("P/777/1/2026-07-01 REVERSAL ORPHAN_REVERSAL 1 null 4000");
        assertThat(netting().right().netted()).isEqualTo(1);
    }

    @Test
    void a_second_reversal_of_one_billing_stands_beside_the_net() {
        both("A1", "B1", "2026-10-05", 10_000);
        both("A2", "B2", "2026-10-06", -10_000);
        left("A4", "B2", "2026-10-07", -10_000);

        assertThat(outcomes().duplicate()).isEqualTo(1);
        assertThat(differences()).containsExactly("P/500/1/2026-09-09 DOUBLE_REVERSAL DOUBLE_REVERSAL_LEFT 2 1 10000");
    }

    @Test
    void a_reversal_that_names_its_billing_finds_it_whatever_its_other_fields_say() {
        both("A1", "B1", "2026-09-10", 10_000);
        add("F-000002-1", LEFT, "A2", "B2", "A1", "other", 9, "2026-10-01", "2026-10-06", -10_000);
        add("F-000004-1", RIGHT, "A2", "B2", "A1", "other", 9, "2026-10-01", "2026-10-06", -10_000);

        assertThat(differences()).isEmpty();
        assertThat(netting().left().scripts()).isZero();
    }

    @Test
    void a_reversal_without_fill_number_finds_the_fill_of_its_day() {
        both("A1", "B1", "2026-09-10", 10_000);
        add("F-000002-1", LEFT, "A2", "B2", null, "500", null, "2026-09-09", "2026-10-06", -10_000);
        add("F-000004-1", RIGHT, "A2", "B2", null, "500", 1, "2026-09-09", "2026-10-06", -10_000);

        assertThat(differences()).isEmpty();
    }

    @Test
    void a_fill_that_only_one_side_has_is_timing_until_a_file_covers_its_day() {
        left("A1", "B1", "2026-10-30", 10_000);
        add("F-000002-1", LEFT, "B1", "B1", null, "600", 0, "2026-10-27", "2026-10-27", 5_000);

        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "P/500/1/2026-09-09 PRESENCE TIMING 100.00 null 10000",
                        "P/600/0/2026-10-27 PRESENCE ONE_SIDED_LEFT 50.00 null 5000");
    }

    @Test
    void a_reversal_after_the_common_cut_off_is_not_held_against_the_side_that_cannot_have_it() {
        both("A1", "B1", "2026-10-05", 10_000);
        left("A2", "B2", "2026-10-30", -10_000);

        assertThat(outcomes().matched()).isEqualTo(1);
        assertThat(netting().months()).containsExactly(new Netting.Month("2026-09", 0, 10_000, 0, -10_000));
    }

    @Test
    void a_reversal_that_one_side_lacks_is_one_difference_of_status_and_none_of_amount() {
        both("A1", "B1", "2026-10-05", 10_000);
        left("A2", "B2", "2026-10-06", -10_000);

        assertThat(differences()).containsExactly("P/500/1/2026-09-09 STATUS STATUS_DIFF REVERSED PAID 10000");
        assertThat(netting().months()).containsExactly(new Netting.Month("2026-09", 0, 10_000, -10_000, 0));
    }

    @Test
    void one_cent_is_tolerated_and_two_are_not() {
        left("A1", "B1", "2026-10-05", 10_000);
        right("A1", "B1", "2026-10-05", 10_001);
        add("F-000002-1", LEFT, "B1", "B1", null, "600", 0, "2026-10-05", "2026-10-05", 5_000);
        add("F-000004-1", RIGHT, "B1", "B1", null, "600", 0, "2026-10-05", "2026-10-05", 5_002);

        assertThat(differences()).containsExactly("P/600/0/2026-10-05 PAID AMOUNT_DIFF 50.00 50.02 2");
    }

    @Test
    void one_transaction_in_two_files_is_repeated_and_changes_no_net() {
        both("A1", "B1", "2026-09-10", 10_000);
        add("F-000004-1", RIGHT, "A1", "B1", null, "500", 1, "2026-09-09", "2026-10-10", 10_000);

        assertThat(differences()).containsExactly("P/500/1/2026-09-09 DUPLICATE DUPLICATE_RIGHT 1 2 10000");
    }

    /** Ledgers in which few fills collect many transactions, against a plain Java netting. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void random_ledgers_are_netted_as_a_plain_program_nets_them(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 700; i++) {
            boolean isLeft = random.nextBoolean();
            LocalDate service = LocalDate.of(2026, 9, 1).plusDays(random.nextInt(3));
            LocalDate adjudicated = service.plusDays(random.nextInt(58));
            boolean october = adjudicated.getMonthValue() > 9;
            boolean bill = random.nextInt(5) > 1;
            String load = "F-00000" + ((isLeft ? 1 : 3) + (october ? 1 : 0)) + "-1";
            add(
                    load,
                    isLeft ? LEFT : RIGHT,
                    "T" + (random.nextInt(20) == 0 ? random.nextInt(1 + i) : i),
                    bill ? "B1" : "B2",
                    !bill && random.nextInt(3) == 0 ? "T" + random.nextInt(1 + i) : null,
                    Integer.toString(random.nextInt(28)),
                    !bill && random.nextInt(4) == 0 ? null : (Integer) random.nextInt(2),
                    service.toString(),
                    adjudicated.toString(),
                    (bill ? 1 : -1) * (100L + random.nextInt(3)));
        }
        assertThat(differences())
                .containsExactlyInAnyOrderElementsOf(
                        new FillTwin(entries, LocalDate.of(2026, 10, 28), AS_OF).differences());
    }

    private void both(String id, String code, String adjudicated, long cents) {
        left(id, code, adjudicated, cents);
        right(id, code, adjudicated, cents);
    }

    private void left(String id, String code, String adjudicated, long cents) {
        String load = adjudicated.startsWith("2026-09") ? "F-000001-1" : "F-000002-1";
        add(load, LEFT, id, code, null, "500", 1, "2026-09-09", adjudicated, cents);
    }

    private void right(String id, String code, String adjudicated, long cents) {
        String load = adjudicated.startsWith("2026-09") ? "F-000003-1" : "F-000004-1";
        add(load, RIGHT, id, code, null, "500", 1, "2026-09-09", adjudicated, cents);
    }

    private void add(
            String load,
            String feed,
            String id,
            String code,
            @Nullable String original,
            String prescription,
            @Nullable Integer fill,
            String service,
            String adjudicated,
            long cents) {
        entries.add(new FillTwin.Entry(
                feed.equals(LEFT),
                load,
                ++row,
                id,
                code.equals("B1"),
                original,
                prescription,
                fill,
                LocalDate.parse(service),
                LocalDate.parse(adjudicated),
                cents));
        books.add(
                "pharmacy_claim",
                "load_id",
                load,
                "feed_id",
                feed,
                "row_number",
                row,
                "claim_id",
                id,
                "transaction_code",
                code,
                "transaction_status",
                code.equals("B1") ? "P" : "A",
                "original_claim_id",
                original,
                "pharmacy_id",
                "P",
                "prescription_number",
                prescription,
                "fill_number",
                fill,
                "service_date",
                LocalDate.parse(service),
                "adjudicated_date",
                LocalDate.parse(adjudicated),
                "plan_paid_cents",
                cents);
    }

    private LedgerBook.Outcomes outcomes() {
        LedgerBook.Outcomes outcomes = prescriptions.net(partnership(), AS_OF, "run", folder);
        assertThat(outcomes.matched()
                        + outcomes.onlyLeft()
                        + outcomes.onlyRight()
                        + outcomes.different()
                        + outcomes.duplicate())
                .isEqualTo(outcomes.all());
        assertThat(prescriptions.outcomes(partnership(), AS_OF, folder)).isEqualTo(outcomes);
        for (Netting.Month month : netting().months()) {
            long within = month.differenceCents() - month.inBreaksCents() - month.afterCutOffCents();
            assertThat(Math.abs(within)).isLessThanOrEqualTo(outcomes.all());
        }
        return outcomes;
    }

    private Netting netting() {
        return prescriptions.latest(partnership().id()).orElseThrow();
    }

    private List<String> differences() {
        outcomes();
        return prescriptions.differences(partnership(), folder).stream()
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

    private static Partnership partnership() {
        return new Partnership(
                new PartnershipId("cascadia-meridian"),
                "Cascadia and Meridian",
                new PartnerId("meridian"),
                new PartnerId("cascadia"),
                new Partnership.Books(FeedId.of("cascadia/rx-eligibility"), null, FeedId.of(LEFT)),
                new Secret("key"),
                null,
                Partnership.MemberMonthRule.FIRST_DAY,
                1,
                List.of(),
                new Partnership.Committee("Committee", List.of()),
                new Partnership.BreakFile("/breaks", "/breaks"),
                Path.of("registers"),
                new Partnership.PharmacyLedger(FeedId.of(LEFT), FeedId.of(RIGHT), new Money(1), 45, 90),
                null);
    }
}
