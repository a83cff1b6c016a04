package counterpart.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.ControlTotals;
import counterpart.model.FeedId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ControlTotalsCheckTest {
    private static final String WEEK = "2026-10-05..2026-10-11";

    private static ControlTotals totals(long rows, long paidCents) {
        return new ControlTotals(null, rows, null, null, null, null, paidCents, null, null, null, null);
    }

    private static FileTotals file(
            FileTotals.State state,
            long arrival,
            @Nullable ControlTotals declared,
            ControlTotals computed,
            FileTotals.@Nullable InBooks books) {
        return new FileTotals(
                FeedId.of("lakeshore/medical"), WEEK, null, state, arrival, declared, computed, 10, 0, books);
    }

    @Test
    void a_file_in_balance_makes_no_break() {
        assertThat(ControlTotalsCheck.differences(List.of(file(
                        FileTotals.State.LOADED,
                        1,
                        totals(10, 500),
                        totals(10, 500),
                        new FileTotals.InBooks(10, 500)))))
                .isEmpty();
    }

    @Test
    void a_refused_file_is_a_break_of_its_count_and_its_amount() {
        assertThat(ControlTotalsCheck.differences(
                        List.of(file(FileTotals.State.REFUSED, 1, totals(10, 700), totals(9, 500), null))))
                .containsExactly(
                        new Difference(
                                "R1",
                                "lakeshore/medical " + WEEK,
                                "COUNT",
                                "COUNT_DIFF",
                                "10",
                                "9",
                                0,
                                "REFUSED",
                                null),
                        new Difference(
                                "R1",
                                "lakeshore/medical " + WEEK,
                                "AMOUNT",
                                "AMOUNT_DIFF",
                                "7.00",
                                "5.00",
                                200,
                                "REFUSED",
                                null));
    }

    @Test
    void a_corrected_file_that_was_loaded_speaks_for_its_delivery() {
        FileTotals refused = file(FileTotals.State.REFUSED, 2, totals(10, 500), totals(9, 500), null);
        FileTotals loaded =
                file(FileTotals.State.LOADED, 1, totals(10, 500), totals(10, 500), new FileTotals.InBooks(10, 500));
        assertThat(ControlTotalsCheck.differences(List.of(refused, loaded))).isEmpty();
        assertThat(ControlTotalsCheck.differences(List.of(loaded, refused))).isEmpty();
    }

    @Test
    void of_two_refused_files_the_later_speaks() {
        FileTotals first = file(FileTotals.State.REFUSED, 1, totals(10, 500), totals(9, 500), null);
        FileTotals second = file(FileTotals.State.REFUSED, 2, totals(10, 500), totals(8, 500), null);
        assertThat(ControlTotalsCheck.differences(List.of(second, first)))
                .extracting(Difference::rightValue)
                .containsExactly("8");
    }

    private static FileTotals changes(int number, FileTotals.State state, long counted) {
        return new FileTotals(
                FeedId.of("lakeshore/changes"),
                "2026-10-11",
                "no. " + number,
                state,
                number,
                totals(10, 0),
                totals(counted, 0),
                counted,
                0,
                state == FileTotals.State.LOADED ? new FileTotals.InBooks(counted, 0) : null);
    }

    @Test
    void of_files_that_add_up_each_that_was_loaded_is_judged() {
        FileTotals first = changes(1, FileTotals.State.LOADED, 9);
        FileTotals second = changes(2, FileTotals.State.LOADED, 8);
        assertThat(ControlTotalsCheck.differences(List.of(second, first)))
                .extracting(d -> d.entityKey() + " " + d.category() + " " + d.rightValue())
                .containsExactlyInAnyOrder(
                        "lakeshore/changes 2026-10-11 no. 1 COUNT_DIFF 9",
                        "lakeshore/changes 2026-10-11 no. 2 COUNT_DIFF 8");
    }

    @Test
    void a_refused_file_of_changes_is_a_break_until_a_later_one_of_its_days_is_loaded() {
        FileTotals first = changes(1, FileTotals.State.LOADED, 10);
        FileTotals refused = changes(2, FileTotals.State.REFUSED, 9);
        assertThat(ControlTotalsCheck.differences(List.of(refused, first)))
                .extracting(Difference::entityKey)
                .containsExactly("lakeshore/changes 2026-10-11 no. 2");
        FileTotals corrected = changes(3, FileTotals.State.LOADED, 10);
        assertThat(ControlTotalsCheck.differences(List.of(corrected, refused, first)))
                .isEmpty();
        assertThat(ControlTotalsCheck.judged(List.of(corrected, refused, first)))
                .containsExactly(corrected, first);
    }

    @Test
    void rows_that_did_not_reach_the_books_are_a_break() {
        assertThat(ControlTotalsCheck.differences(List.of(file(
                        FileTotals.State.LOADED, 1, totals(10, 500), totals(10, 500), new FileTotals.InBooks(9, 450)))))
                .extracting(d -> d.attribute() + " " + d.leftValue() + " " + d.rightValue())
                .containsExactly("LOADED 10 9");
        assertThat(ControlTotalsCheck.differences(List.of(file(
                        FileTotals.State.LOADED,
                        1,
                        totals(10, 500),
                        totals(10, 500),
                        new FileTotals.InBooks(10, 450)))))
                .extracting(d -> d.attribute() + " " + d.leftValue() + " " + d.rightValue() + " " + d.impactCents())
                .containsExactly("LOADED 5.00 4.50 50");
    }

    @Test
    void what_a_file_does_not_declare_cannot_differ() {
        assertThat(ControlTotalsCheck.differences(
                        List.of(file(FileTotals.State.REFUSED, 1, null, totals(9, 500), null))))
                .isEmpty();
    }
}
