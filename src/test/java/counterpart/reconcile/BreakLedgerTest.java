package counterpart.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.partner.Secret;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BreakLedgerTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-10-05");
    private static final BreakIds IDS = new BreakIds(new Secret("key"));

    private static Difference difference(String claim, String attribute, String category, long impact) {
        return new Difference("R5", claim, attribute, category, "1.00", null, impact, null, "2026-09");
    }

    private static BreakLedger merge(List<Break> before, LocalDate asOf, Difference... today) {
        return BreakLedger.merge(before, List.of(today), new BreakIds(new Secret("key")), asOf);
    }

    @Test
    void an_id_knows_only_reconciliation_entity_and_attribute() {
        String id = IDS.of(difference("C1", "PAID", "AMOUNT_DIFF", 100));
        assertThat(id).matches("[A-Z2-7]{26}");
        assertThat(IDS.of(difference("C1", "PAID", "TIMING", 7))).isEqualTo(id);
        assertThat(IDS.of(difference("C2", "PAID", "AMOUNT_DIFF", 100))).isNotEqualTo(id);
        assertThat(IDS.of(difference("C1", "STATUS", "AMOUNT_DIFF", 100))).isNotEqualTo(id);
        assertThat(new BreakIds(new Secret("other")).of(difference("C1", "PAID", "AMOUNT_DIFF", 100)))
                .isNotEqualTo(id);
    }

    /** HMAC-SHA-256 and base 32 computed by Python's hmac and base64. */
    @Test
    void an_id_is_the_base_32_of_an_hmac() {
        assertThat(IDS.of(difference("C1", "PAID", "AMOUNT_DIFF", 100))).isEqualTo("UPIUUPJYEUA76PC2VSPWZWH256");
    }

    @Test
    void timing_that_matures_keeps_id_and_age() {
        BreakLedger first = merge(List.of(), MONDAY, difference("C1", "PRESENCE", "TIMING", 5));
        BreakLedger second =
                merge(first.breaks(), MONDAY.plusDays(7), difference("C1", "PRESENCE", "ONE_SIDED_LEFT", 5));
        Break before = first.breaks().get(0);
        Break after = second.breaks().get(0);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.firstSeen()).isEqualTo(MONDAY);
        assertThat(after.ageDays(MONDAY.plusDays(7))).isEqualTo(7);
        assertThat(after.what().category()).isEqualTo("ONE_SIDED_LEFT");
        assertThat(second.opened() + second.closed() + second.reopened()).isZero();
    }

    @Test
    void a_claim_that_appears_with_another_amount_closes_presence_and_opens_paid() {
        BreakLedger first = merge(List.of(), MONDAY, difference("C1", "PRESENCE", "ONE_SIDED_LEFT", 5));
        BreakLedger second = merge(first.breaks(), MONDAY.plusDays(7), difference("C1", "PAID", "AMOUNT_DIFF", 2));
        assertThat(second.breaks())
                .extracting(b -> b.what().attribute() + " " + b.status() + " " + b.closedOn())
                .containsExactlyInAnyOrder("PRESENCE CLOSED 2026-10-12", "PAID OPEN null");
        assertThat(second.closed()).isEqualTo(1);
        assertThat(second.opened()).isEqualTo(1);
        assertThat(second.openByCategory()).isEqualTo(Map.of("AMOUNT_DIFF", 1L));
    }

    @Test
    void a_break_that_comes_back_keeps_its_id_and_begins_an_episode() {
        Difference paid = difference("C1", "PAID", "AMOUNT_DIFF", 2);
        BreakLedger first = merge(List.of(), MONDAY, paid);
        BreakLedger second = merge(first.breaks(), MONDAY.plusDays(7));
        BreakLedger third = merge(second.breaks(), MONDAY.plusDays(14), paid);
        Break back = third.breaks().get(0);
        assertThat(back.id()).isEqualTo(first.breaks().get(0).id());
        assertThat(back.episode()).isEqualTo(2);
        assertThat(back.firstSeen()).isEqualTo(MONDAY.plusDays(14));
        assertThat(third.reopened()).isEqualTo(1);
        assertThat(third.opened()).isZero();
    }

    @Test
    void a_closed_break_stays_as_it_was() {
        BreakLedger first = merge(List.of(), MONDAY, difference("C1", "PAID", "AMOUNT_DIFF", 2));
        BreakLedger second = merge(first.breaks(), MONDAY.plusDays(7));
        BreakLedger third = merge(second.breaks(), MONDAY.plusDays(14));
        assertThat(third.breaks()).isEqualTo(second.breaks());
        assertThat(third.closed()).isZero();
    }

    @Test
    void merging_the_same_day_again_changes_nothing() {
        Difference[] today = {
            difference("C1", "PAID", "AMOUNT_DIFF", 2), difference("C2", "PRESENCE", "ONE_SIDED_RIGHT", 3)
        };
        BreakLedger first = merge(List.of(), MONDAY, difference("C3", "PAID", "AMOUNT_DIFF", 2));
        BreakLedger second = merge(first.breaks(), MONDAY.plusDays(7), today);
        assertThat(merge(second.breaks(), MONDAY.plusDays(7), today).breaks()).isEqualTo(second.breaks());
    }

    @Test
    void an_earlier_day_than_the_ledger_knows_is_refused() {
        BreakLedger first = merge(List.of(), MONDAY, difference("C1", "PAID", "AMOUNT_DIFF", 2));
        assertThatThrownBy(() -> merge(first.breaks(), MONDAY.minusDays(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already knows a day after 2026-10-04");
    }

    @Test
    void two_differences_of_one_attribute_are_refused() {
        assertThatThrownBy(() -> merge(
                        List.of(),
                        MONDAY,
                        difference("C1", "PAID", "AMOUNT_DIFF", 2),
                        difference("C1", "PAID", "AMOUNT_DIFF", 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("C1");
    }
}
