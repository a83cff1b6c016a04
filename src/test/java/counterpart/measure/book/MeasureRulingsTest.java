package counterpart.measure.book;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.measure.MeasureDefinition.Unit;
import counterpart.measure.MonthValue;
import counterpart.partner.Partnership.MemberMonthRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked examples that fix the wording of each measure. */
class MeasureRulingsTest {
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

    private static void is(MonthValue value, String numerator, String denominator) {
        assertThat(value.numerator()).isEqualByComparingTo(numerator);
        assertThat(value.denominator()).isEqualByComparingTo(denominator);
    }

    @Test
    void a_member_who_changes_plan_within_a_month_counts_once() {
        book.span("M1", "MED", "PPO", "2026-10-01", "2026-10-03");
        book.span("M1", "MED", "HMO", "2026-10-04", "2026-10-31");
        is(book.value("member-months", "2026-10"), "1", "1");
    }

    @Test
    void the_rule_of_the_partnership_says_which_day_counts() {
        book.span("M1", "MED", "PPO", "2026-10-01", "2026-10-03");
        book.span("M2", "MED", "PPO", "2026-10-15", "2026-10-15");
        book.span("M3", "MED", "PPO", "2026-10-16", null);
        book.span("M4", "MED", "PPO", "2026-10-10", "2026-10-09");
        is(book.value("member-months", "2026-10", MemberMonthRule.ANY_DAY), "3", "1");
        is(book.value("member-months", "2026-10", MemberMonthRule.FIRST_DAY), "1", "1");
        is(book.value("member-months", "2026-10", MemberMonthRule.FIFTEENTH_DAY), "1", "1");
    }

    @Test
    void only_the_newest_full_file_speaks_of_coverage() {
        book.books.add(
                "coverage_span",
                "load_id",
                "F-000009-1",
                "feed_id",
                MeasureFixture.COVERAGE,
                "mode",
                "FULL",
                "as_of_date",
                LocalDate.parse("2026-10-25"),
                "member_id",
                "GONE",
                "coverage_type",
                "MED",
                "effective_date",
                LocalDate.parse("2026-01-01"));
        book.span("M1", "MED", "PPO", "2026-10-01", null);
        is(book.value("member-months", "2026-10"), "1", "1");
    }

    @Test
    void pmpm_divides_by_the_months_of_its_own_coverage() {
        for (int i = 0; i < 100; i++) {
            book.span("M" + i, "MED", "PPO", "2026-10-01", null);
            if (i < 80) {
                book.span("M" + i, "RX", "PPO", "2026-10-01", null);
            }
        }
        book.claim("C1", 0, "ORIGINAL", "PAID", "2026-10-20", 4_000_000);
        book.script("R1", "B1", null, "1", 0, "2026-10-05", 800_000);
        MonthValue medical = book.value("medical-pmpm-paid", "2026-10");
        MonthValue pharmacy = book.value("pharmacy-pmpm", "2026-10");
        is(medical, "40000", "100");
        is(pharmacy, "8000", "80");
        assertThat(medical.value(Unit.DOLLARS)).isEqualByComparingTo("400");
        assertThat(pharmacy.value(Unit.DOLLARS)).isEqualByComparingTo("100");
    }

    @Test
    void a_claims_net_belongs_to_the_month_of_its_service() {
        book.span("M1", "MED", "PPO", "2026-01-01", null);
        LocalDate served = LocalDate.parse("2026-08-15");
        book.claim("C1", 0, "ORIGINAL", "PAID", "2026-09-10", 10_000, "from_date", served);
        book.claim("C1", 1, "REVERSAL", "REVERSED", "2026-10-10", -10_000, "from_date", served);
        book.claim("C1", 2, "ADJUSTMENT", "PAID", "2026-10-10", 8_000, "from_date", served);
        is(book.value("medical-pmpm-paid", "2026-08"), "80", "1");
        is(book.value("medical-pmpm-allowed", "2026-08"), "80", "1");
        is(book.value("medical-pmpm-paid", "2026-10"), "0", "1");
    }

    @Test
    void a_denied_claim_costs_nothing_and_a_version_that_came_twice_counts_once() {
        book.span("M1", "MED", "PPO", "2026-01-01", null);
        book.claim("C1", 0, "ORIGINAL", "DENIED", "2026-10-20", 0, "allowed_cents", 5_000L);
        book.claim("C2", 0, "ORIGINAL", "PAID", "2026-10-20", 7_000);
        book.claimIn("F-000008-1", MeasureFixture.MEDICAL, "C2", 0, "ORIGINAL", "PAID", "2026-10-20", 7_000);
        is(book.value("medical-pmpm-allowed", "2026-10"), "70", "1");
    }

    @Test
    void denials_leave_out_duplicates_and_partial_denials() {
        for (int i = 0; i < 100; i++) {
            boolean whole = i < 9;
            boolean duplicate = i < 2;
            boolean partial = i >= 9 && i < 14;
            book.claim("C" + i, 0, "ORIGINAL", whole ? "DENIED" : "PAID", "2026-10-20", whole ? 0 : 9_000);
            book.line(
                    "C" + i, 1, whole ? "DENIED" : "PAID", whole ? 0 : 9_000, duplicate ? "CO:18:90.00" : "CO:45:1.00");
            book.line("C" + i, 2, whole || partial ? "DENIED" : "PAID", 0, duplicate ? "OA:18:9.00" : "CO:197:9.00");
        }
        MonthValue denials = book.value("denial-rate", "2026-10");
        is(denials, "7", "98");
        assertThat(denials.value(Unit.PERCENT).setScale(1, RoundingMode.HALF_UP))
                .isEqualTo(new BigDecimal("7.1"));
    }

    @Test
    void a_bundled_line_neither_denies_nor_saves_a_claim() {
        book.claim("C1", 0, "ORIGINAL", "DENIED", "2026-10-20", 0);
        book.line("C1", 1, "DENIED", 0, "CO:197:80.00");
        book.line("C1", 2, "PAID", 0, "CO:97:20.00");
        book.claim("C2", 0, "ORIGINAL", "PAID", "2026-10-20", 500);
        book.line("C2", 1, "PAID", 500, "CO:45:1.00^PR:1:18.00");
        book.line("C2", 2, "DENIED", 0, "CO:97:20.00");
        is(book.value("denial-rate", "2026-10"), "1", "2");
    }

    @Test
    void a_ledger_without_lines_is_judged_by_its_status() {
        book.claim("C1", 0, "ORIGINAL", "DENIED", "2026-10-20", 0);
        book.claim("C2", 0, "ORIGINAL", "PAID", "2026-10-20", 500);
        book.claim("C3", 0, "ORIGINAL", "DENIED", "2026-10-20", 0, "adjustment_reasons", "CO:18:5.00");
        is(book.value("denial-rate", "2026-10"), "1", "2");
    }

    @Test
    void a_later_version_changes_no_first_adjudication() {
        book.claim("C1", 0, "ORIGINAL", "DENIED", "2026-09-20", 0);
        book.claim("C1", 2, "ADJUSTMENT", "PAID", "2026-10-20", 500);
        is(book.value("denial-rate", "2026-09"), "1", "1");
        is(book.value("denial-rate", "2026-10"), "0", "0");
    }

    @Test
    void october_5_to_november_4_is_30_days() {
        LocalDate received = LocalDate.parse("2025-10-05");
        book.claim("C1", 0, "ORIGINAL", "PAID", "2025-11-04", 500, "received_date", received);
        book.claim("C2", 0, "ORIGINAL", "PAID", "2025-11-04", 500, "received_date", received, "clean_claim", false);
        book.claim("C1", 2, "ADJUSTMENT", "PAID", "2025-11-20", 500, "received_date", received);
        is(book.value("turnaround", "2025-11"), "30", "1");
    }

    @Test
    void generics_are_counted_after_netting_without_compounds_and_otc() {
        book.script("R1", "B1", null, "1", 0, "2026-10-05", 1_000);
        book.script("R2", "B1", null, "2", 0, "2026-10-05", 9_000, "brand_generic", "B");
        book.script("R3", "B1", null, "3", 0, "2026-10-05", 1_000, "compound", true);
        book.script("R4", "B1", null, "4", 0, "2026-10-05", 1_000, "over_the_counter", true);
        book.script("R5", "B1", null, "5", 0, "2026-10-05", 1_000);
        book.script("R6", "B2", "R5", "5", 0, "2026-10-05", -1_000);
        is(book.value("generic-dispensing-rate", "2026-10"), "1", "2");
        book.span("M1", "RX", "PPO", "2026-10-01", null);
        is(book.value("pharmacy-pmpm", "2026-10"), "120", "1");
    }

    @Test
    void bill_reversal_and_bill_on_one_day_are_one_script() {
        book.script("R1", "B1", null, "1", 0, "2026-10-05", 1_000);
        book.script("R2", "B2", null, "1", null, "2026-10-05", -1_000);
        book.script("R3", "B1", null, "1", 0, "2026-10-05", 1_000);
        is(book.value("generic-dispensing-rate", "2026-10"), "1", "1");
    }

    @Test
    void a_reversal_pairs_by_the_claim_it_names_before_the_key() {
        book.script("R1", "B1", null, "1", 0, "2026-10-05", 1_000, "brand_generic", "B");
        book.script("R2", "B1", null, "1", 0, "2026-10-05", 1_000);
        book.script("R3", "B2", "R2", "1", 0, "2026-10-05", -1_000);
        is(book.value("generic-dispensing-rate", "2026-10"), "0", "1");
    }

    @Test
    void a_second_reversal_cancels_no_other_script() {
        book.script("R1", "B1", null, "1", 0, "2026-10-05", 1_000);
        book.script("R2", "B2", "R1", "1", 0, "2026-10-05", -1_000);
        book.script("R3", "B2", "R1", "1", 0, "2026-10-06", -1_000);
        book.script("R4", "B1", null, "9", 0, "2026-10-05", 1_000);
        is(book.value("generic-dispensing-rate", "2026-10"), "1", "1");
    }

    @Test
    void a_missing_file_counts_as_late_and_history_does_not_count() {
        delivery("2026-10-05", "F-000011", "LOADED", false, false, true);
        delivery("2026-10-12", "F-000012", "LOADED", true, false, true);
        delivery("2026-10-19", null, "MISSING", true, false, false);
        delivery("2026-10-26", "F-000013", "LOADED", false, true, true);
        delivery("2026-10-05", "F-000014", "LOADED", true, false, false);
        delivery("2026-10-30", null, "EXPECTED", false, false, false);
        is(book.value("file-timeliness", "2026-10"), "1", "3");
    }

    private void delivery(
            String date, @Nullable String file, String outcome, boolean late, boolean history, boolean firstOriginal) {
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
                late,
                "history",
                history,
                "first_original",
                firstOriginal,
                "rows_read",
                0L,
                "rows_accepted",
                0L,
                "rows_rejected",
                0L);
    }

    @Test
    void a_thousand_claims_with_three_broken_and_two_in_timing_match_by_995_of_998() {
        for (int i = 0; i < 1000; i++) {
            book.claim("C" + i, 0, "ORIGINAL", "PAID", "2026-10-20", 100);
        }
        book.books.execute("insert into active_run values ('reconcile', 'cascadia-lakeshore', 'r', 'nowhere')");
        book.books.execute(
                "insert into no_break_ledger (partnership_id, reconciliation, entity_key, attribute, category,"
                        + " status) values ('cascadia-lakeshore', 'R5', 'C1', 'PAID', 'AMOUNT_DIFF', 'OPEN'),"
                        + " ('cascadia-lakeshore', 'R5', 'C1', 'ALLOWED', 'AMOUNT_DIFF', 'OPEN'),"
                        + " ('cascadia-lakeshore', 'R5', 'C2', 'STATUS', 'STATUS_DIFF', 'OPEN'),"
                        + " ('cascadia-lakeshore', 'R5', 'C3', 'PRESENCE', 'ONE_SIDED_LEFT', 'OPEN'),"
                        + " ('cascadia-lakeshore', 'R5', 'C4', 'PRESENCE', 'TIMING', 'OPEN'),"
                        + " ('cascadia-lakeshore', 'R5', 'C5', 'PRESENCE', 'TIMING', 'OPEN'),"
                        + " ('cascadia-lakeshore', 'R5', 'C6', 'PAID', 'AMOUNT_DIFF', 'CLOSED'),"
                        + " ('another', 'R5', 'C7', 'PAID', 'AMOUNT_DIFF', 'OPEN')");
        MonthValue rate = book.value("claims-match-rate", "2026-10");
        is(rate, "995", "998");
        assertThat(rate.value(Unit.PERCENT).setScale(1, RoundingMode.HALF_UP)).isEqualTo(new BigDecimal("99.7"));
    }

    /** Three of 1,000 fills have four breaks and two are in timing; a reversal without a billing is one more of these. */
    @Test
    void fills_match_by_995_of_998_whichever_ledger_has_them_and_whether_or_not_they_were_reversed() {
        for (int i = 0; i < 990; i++) {
            book.script("R" + i, "B1", null, "1" + i, 0, "2026-10-05", 100);
            inLedger("L" + i, "B1", null, "1" + i, "2026-10-06", 100);
        }
        for (int i = 990; i < 1000; i++) {
            inLedger("L" + i, "B1", null, "1" + i, "2026-10-06", 100);
        }
        book.script(
                "V0", "B2", "R0", "10", null, "2026-10-05", -100, "adjudicated_date", LocalDate.parse("2026-11-01"));
        inLedger("V1", "B2", "L1", "11", "2026-11-02", -100);
        inLedger("RR", "B1", null, "5555", "2026-10-06", 100, "transaction_status", "R");
        book.script("V9", "B2", null, "7777", 0, "2026-10-05", -100);
        book.books.execute("insert into active_run values ('reconcile', 'cascadia-lakeshore', 'r', 'nowhere')");
        book.books.execute(
                "insert into no_break_ledger (partnership_id, reconciliation, entity_key, attribute, category, status)"
                        + " select 'cascadia-lakeshore', 'R6', '1234567893/' || rx || '/0/2026-10-05', attribute,"
                        + " category, status from (values ('11', 'PAID', 'AMOUNT_DIFF', 'OPEN'), ('11', 'DUPLICATE',"
                        + " 'DUPLICATE_LEFT', 'OPEN'), ('12', 'STATUS', 'STATUS_DIFF', 'OPEN'), ('1995', 'PRESENCE',"
                        + " 'ONE_SIDED_RIGHT', 'OPEN'), ('1996', 'PRESENCE', 'TIMING', 'OPEN'), ('1997', 'PRESENCE',"
                        + " 'TIMING', 'OPEN'), ('7777', 'REVERSAL', 'TIMING', 'OPEN'), ('14', 'PAID', 'AMOUNT_DIFF',"
                        + " 'CLOSED')) as b(rx, attribute, category, status)");
        MonthValue rate = book.value("pharmacy-match-rate", "2026-10");
        is(rate, "995", "998");
        assertThat(rate.value(Unit.PERCENT).setScale(1, RoundingMode.HALF_UP)).isEqualTo(new BigDecimal("99.7"));
        is(book.value("claims-match-rate", "2026-10"), "0", "0");
        is(book.value("pharmacy-match-rate", "2026-09"), "0", "0");
    }

    private void inLedger(
            String id,
            String code,
            @Nullable String original,
            String rx,
            String adjudicated,
            long cents,
            @Nullable Object... more) {
        List<@Nullable Object> columns = new ArrayList<>(Arrays.asList(
                "load_id",
                MeasureFixture.RX_LEDGER_LOAD,
                "feed_id",
                MeasureFixture.RX_LEDGER,
                "adjudicated_date",
                LocalDate.parse(adjudicated)));
        columns.addAll(Arrays.asList(more));
        book.script(id, code, original, rx, 0, "2026-10-05", cents, columns.toArray());
    }

    /** An orphan has waited long enough: it is a break of a fill that nobody billed. */
    @Test
    void a_reversal_that_is_an_orphan_is_a_fill_that_does_not_match() {
        book.script("R1", "B1", null, "1", 0, "2026-10-05", 100);
        book.script("V9", "B2", null, "7777", 0, "2026-10-05", -100);
        book.books.execute("insert into active_run values ('reconcile', 'cascadia-lakeshore', 'r', 'nowhere')");
        is(book.value("pharmacy-match-rate", "2026-10"), "1", "1");
        book.books.execute(
                "insert into no_break_ledger (partnership_id, reconciliation, entity_key, attribute, category, status)"
                        + " values ('cascadia-lakeshore', 'R6', '1234567893/7777/0/2026-10-05', 'REVERSAL',"
                        + " 'ORPHAN_REVERSAL', 'OPEN')");
        is(book.value("pharmacy-match-rate", "2026-10"), "1", "2");
    }

    @Test
    void there_is_no_match_rate_before_the_first_reconciliation() {
        book.claim("C1", 0, "ORIGINAL", "PAID", "2026-10-20", 100);
        is(book.value("claims-match-rate", "2026-10"), "0", "0");
        book.script("R1", "B1", null, "1", 0, "2026-10-05", 100);
        is(book.value("pharmacy-match-rate", "2026-10"), "0", "0");
    }

    @Test
    void a_cost_month_is_complete_when_three_full_months_have_passed() {
        book.span("M1", "MED", "PPO", "2026-01-01", null);
        assertThat(book.value("medical-pmpm-paid", "2026-07").complete()).isTrue();
        assertThat(book.value("medical-pmpm-paid", "2026-08").complete()).isFalse();
        assertThat(book.value("denial-rate", "2026-10").complete()).isTrue();
        assertThat(book.value("member-months", "2026-10").complete()).isTrue();
    }
}
