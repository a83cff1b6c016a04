package counterpart.measure.book;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.measure.MeasureDefinition.Unit;
import counterpart.measure.MonthValue;
import counterpart.model.PartnershipId;
import counterpart.reconcile.PaidAfterTerm;
import counterpart.reconcile.ReconciledBooks;
import counterpart.reconcile.ReconciliationSummary;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked examples of costs, claims and exchange beyond the first nine measures. */
class WidthRulingsTest {
    @TempDir
    Path folder;

    private MeasureFixture book;

    @BeforeEach
    void open() {
        book = new MeasureFixture(folder);
    }

    @AfterEach
    void close() {
        book.close();
    }

    private MonthValue is(String measure, String month, String numerator, String denominator) {
        MonthValue value = book.value(measure, month);
        assertThat(value.numerator()).as(measure).isEqualByComparingTo(numerator);
        assertThat(value.denominator()).as(measure).isEqualByComparingTo(denominator);
        return value;
    }

    @Test
    void the_total_is_not_the_sum_of_the_two_costs() {
        for (int i = 0; i < 100; i++) {
            book.span("M" + i, "MED", "PPO", "2026-10-01", null);
            if (i < 80) {
                book.span("M" + i, "RX", "PPO", "2026-10-01", null);
            }
        }
        book.claim("C1", 0, "ORIGINAL", "PAID", "2026-10-20", 4_000_000);
        book.script("R1", "B1", null, "1", 0, "2026-10-05", 800_000);
        assertThat(is("total-pmpm", "2026-10", "48000", "100").value(Unit.DOLLARS))
                .isEqualByComparingTo("480");
    }

    @Test
    void a_member_with_pharmacy_alone_counts_for_the_total() {
        book.span("M1", "RX", "PPO", "2026-10-01", null);
        is("total-pmpm", "2026-10", "0", "1");
        is("medical-pmpm-paid", "2026-10", "0", "0");
    }

    @Test
    void the_share_of_members_is_that_of_what_is_left_after_adjustments() {
        book.span("M1", "MED", "PPO", "2026-01-01", null);
        share("C1", 0, "ORIGINAL", "PAID", 9_000, 500, 300, 200);
        share("C1", 1, "REVERSAL", "REVERSED", -9_000, -500, -300, -200);
        share("C1", 2, "ADJUSTMENT", "PAID", 8_000, 0, 0, 1_000);
        share("C2", 0, "ORIGINAL", "PAID", 3_000, 1_000, 0, 0);
        share("C3", 0, "ORIGINAL", "DENIED", 0, 7_000, 0, 0);
        MonthValue value = is("member-cost-share", "2026-10", "20", "130");
        assertThat(value.cases()).isEqualByComparingTo("2");
    }

    private void share(
            String id,
            int version,
            String type,
            String status,
            long paid,
            long deductible,
            long copay,
            long coinsurance) {
        book.claim(
                id,
                version,
                type,
                status,
                "2026-10-20",
                paid,
                "allowed_cents",
                paid + deductible + copay + coinsurance,
                "deductible_cents",
                deductible,
                "copay_cents",
                copay,
                "coinsurance_cents",
                coinsurance);
    }

    @Test
    void a_claim_is_large_by_what_is_left_of_it_over_twelve_months() {
        book.span("M1", "MED", "PPO", "2025-01-01", null);
        book.claim("C1", 0, "ORIGINAL", "PAID", "2026-02-20", 10_000_000);
        book.claim("C2", 0, "ORIGINAL", "PAID", "2026-02-20", 10_000_001);
        book.claim("C3", 0, "ORIGINAL", "PAID", "2026-02-20", 20_000_000, "from_date", LocalDate.parse("2026-02-01"));
        book.claim(
                "C3", 1, "REVERSAL", "REVERSED", "2026-03-20", -20_000_000, "from_date", LocalDate.parse("2026-02-01"));
        book.claim("C3", 2, "ADJUSTMENT", "PAID", "2026-03-20", 5_000_000, "from_date", LocalDate.parse("2026-02-01"));
        is("medical-pmpm-year", "2026-10", "250000.01", "12");
        MonthValue without = is("medical-pmpm-year-without-large-claims", "2026-10", "150000", "12");
        assertThat(without.cases()).isEqualByComparingTo("1");
        is("medical-pmpm-year", "2026-01", "0", "12");
    }

    @Test
    void lines_are_counted_without_bundled_ones_and_duplicates() {
        book.claim("C1", 0, "ORIGINAL", "PAID", "2026-10-20", 500);
        book.line("C1", 1, "PAID", 500, "CO:45:1.00");
        book.line("C1", 2, "DENIED", 0, "CO:197:5.00");
        book.line("C1", 3, "PAID", 0, "CO:97:5.00");
        book.line("C1", 4, "DENIED", 0, "OA:18:5.00");
        book.claim("C1", 2, "ADJUSTMENT", "PAID", "2026-10-25", 500);
        is("line-denial-rate", "2026-10", "1", "2");
    }

    @Test
    void day_30_is_within_30_days_and_day_31_is_not() {
        LocalDate received = LocalDate.parse("2025-10-05");
        book.claim("C1", 0, "ORIGINAL", "PAID", "2025-11-04", 500, "received_date", received);
        book.claim("C2", 0, "ORIGINAL", "PAID", "2025-11-05", 500, "received_date", received);
        book.claim("C3", 0, "ORIGINAL", "PAID", "2025-11-25", 500, "received_date", received, "clean_claim", false);
        is("turnaround-within-30-days", "2025-11", "1", "2");
        is("clean-claim-rate", "2025-11", "2", "3");
    }

    @Test
    void an_adjusted_claim_counts_once_in_the_month_of_its_adjustment() {
        book.claim("C1", 0, "ORIGINAL", "PAID", "2026-09-20", 500);
        book.claim("C1", 1, "REVERSAL", "REVERSED", "2026-10-20", -500);
        book.claim("C1", 2, "ADJUSTMENT", "PAID", "2026-10-20", 400);
        book.claim("C2", 0, "ORIGINAL", "PAID", "2026-10-20", 500);
        is("adjustment-rate", "2026-10", "1", "1");
        is("adjustment-rate", "2026-09", "0", "1");
    }

    @Test
    void scripts_that_stand_are_counted_with_their_cost() {
        script("R1", "B1", null, 30, "SPECIALTY", 90_000);
        script("R2", "B1", null, 84, "MAIL", 10_000);
        script("R3", "B1", null, 83, "RETAIL30", 20_000);
        script("R4", "B1", null, 90, "SPECIALTY", 70_000);
        script("R5", "B2", "R4", 90, "SPECIALTY", -70_000);
        is("cost-per-script", "2026-10", "1206", "3");
        is("ninety-day-share", "2026-10", "1", "3");
        assertThat(is("specialty-share", "2026-10", "900", "1200").cases()).isEqualByComparingTo("1");
    }

    private void script(String id, String code, @Nullable String original, int days, String channel, long cents) {
        book.script(
                id,
                code,
                original,
                original == null ? id : original,
                0,
                "2026-10-05",
                cents,
                "days_supply",
                days,
                "channel",
                channel,
                "ingredient_cost_cents",
                cents,
                "dispensing_fee_cents",
                cents < 0 ? -200L : 200L);
    }

    @Test
    void a_delivery_is_accepted_when_its_first_file_was_loaded() {
        delivery("2026-10-05", "F-000011", "LOADED", true, false, 100, 98);
        delivery("2026-10-12", "F-000012", "REFUSED", true, false, 100, 0);
        delivery("2026-10-12", "F-000013", "LOADED", false, false, 100, 100);
        delivery("2026-10-19", "F-000014", "SUPERSEDED", true, false, 50, 50);
        delivery("2026-10-19", "F-000015", "HELD", true, false, 100, 40);
        delivery("2026-10-26", null, "MISSING", false, false, 0, 0);
        delivery("2026-10-26", "F-000016", "LOADED", true, true, 900, 0);
        is("first-time-acceptance", "2026-10", "2", "4");
        is("record-acceptance", "2026-10", "248", "250");
    }

    private void delivery(
            String date,
            @Nullable String file,
            String outcome,
            boolean first,
            boolean history,
            long read,
            long accepted) {
        book.books.add(
                "exchange_file",
                "partner_id",
                "lakeshore",
                "feed_id",
                MeasureFixture.MEDICAL,
                "business_date",
                LocalDate.parse(date),
                "due_at",
                LocalDate.parse(date).atTime(13, 0),
                "file_id",
                file,
                "outcome",
                outcome,
                "late",
                false,
                "history",
                history,
                "first_original",
                first,
                "rows_read",
                read,
                "rows_accepted",
                accepted,
                "rows_rejected",
                read - accepted);
    }

    @Test
    void open_breaks_are_as_old_as_their_episode_and_timing_is_left_out() {
        book.books.execute("insert into active_run values ('reconcile', 'cascadia-lakeshore', 'r', 'nowhere')");
        breakOf("A", "AMOUNT_DIFF", "2026-10-01", null);
        breakOf("B", "AMOUNT_DIFF", "2026-10-21", null);
        breakOf("C", "ONE_SIDED_LEFT", "2026-09-01", "2026-11-02");
        breakOf("D", "STATUS_DIFF", "2026-08-01", "2026-10-31");
        breakOf("E", "TIMING", "2026-01-01", null);
        breakOf("F", "AMOUNT_DIFF", "2026-11-01", null);
        // At the end of October A is 30 days old, B 10 and C 60; at the end of September C is 29 and D 60.
        assertThat(is("open-break-age", "2026-10", "30", "1").cases()).isEqualByComparingTo("3");
        is("oldest-open-break", "2026-10", "60", "1");
        is("open-break-age", "2026-09", "44.5", "1");
        is("oldest-open-break", "2026-08", "30", "1");
        is("open-break-age", "2025-12", "0", "0");
    }

    @Test
    void without_a_reconciliation_no_break_has_an_age() {
        is("open-break-age", "2026-10", "0", "0");
        book.books.execute("insert into active_run values ('reconcile', 'cascadia-lakeshore', 'r', 'nowhere')");
        is("open-break-age", "2026-10", "0", "1");
        is("oldest-open-break", "2026-09", "0", "0");
    }

    private void breakOf(String entity, String category, String seen, @Nullable String closed) {
        book.books.add(
                "no_break_ledger",
                "partnership_id",
                "cascadia-lakeshore",
                "reconciliation",
                "R5",
                "entity_key",
                entity,
                "category",
                category,
                "status",
                closed == null ? "OPEN" : "CLOSED",
                "first_seen",
                LocalDate.parse(seen),
                "last_seen",
                LocalDate.parse(closed == null ? "2026-11-03" : closed),
                "closed_on",
                closed == null ? null : LocalDate.parse(closed));
    }

    /** 1,000 members: two in timing, three with four breaks. */
    @Test
    void the_roster_rate_is_what_the_last_reconciliation_counted() {
        book.span("M1", "MED", "PPO", "2026-01-01", null);
        book.rosters = MeasureBook.RosterCount.of(reconciled(
                new ReconciliationSummary("R1", 7, 6, 1, 0, 0, null),
                new ReconciliationSummary("R2", 1_000, 995, 4, 2, 0, LocalDate.parse("2026-10-05"))));
        is("roster-match-rate", "2026-10", "995", "998");
        is("roster-match-rate", "2026-09", "0", "0");
    }

    @Test
    void without_a_roster_reconciliation_there_is_no_roster_rate() {
        book.span("M1", "MED", "PPO", "2026-01-01", null);
        book.rosters = MeasureBook.RosterCount.of(reconciled());
        is("roster-match-rate", "2026-10", "0", "0");
    }

    private static ReconciledBooks reconciled(ReconciliationSummary... summaries) {
        return new ReconciledBooks(
                new PartnershipId("cascadia-lakeshore"),
                LocalDate.parse("2026-11-03"),
                "run",
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Map.of(),
                List.of(summaries),
                PaidAfterTerm.NONE,
                List.of(),
                "",
                null);
    }
}
