package counterpart.measure;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.measure.Completion.Cell;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {
    private static final YearMonth LAST = YearMonth.of(2026, 10);

    /** Of every month 60 come in at age 0, 24 at 1, 8 at 2, 4 at 3, and the last 4 at 6. */
    private static List<Cell> steady(int months) {
        int[][] pattern = {{0, 60}, {1, 24}, {2, 8}, {3, 4}, {6, 4}};
        List<Cell> cells = new ArrayList<>();
        for (int ago = 0; ago < months; ago++) {
            for (int[] part : pattern) {
                if (part[0] <= ago) {
                    cells.add(new Cell(LAST.minusMonths(ago), part[0], part[1] * (100 + ago)));
                }
            }
        }
        return cells;
    }

    @Test
    void the_share_reported_is_what_came_in_by_that_age() {
        Completion completion = Completion.of(steady(24), LAST, month -> true);
        assertThat(completion.after(0)).contains(new BigDecimal("0.600000"));
        assertThat(completion.after(1)).contains(new BigDecimal("0.840000"));
        assertThat(completion.after(2)).contains(new BigDecimal("0.920000"));
        assertThat(completion.after(3)).contains(new BigDecimal("0.960000"));
        assertThat(completion.after(6)).contains(new BigDecimal("1.000000"));
        assertThat(completion.after(30)).contains(new BigDecimal("1.000000"));
    }

    @Test
    void a_month_that_has_not_ended_has_no_share() {
        assertThat(Completion.of(steady(24), LAST, month -> true).after(-1)).isEmpty();
    }

    @Test
    void a_short_past_says_nothing() {
        assertThat(Completion.of(steady(12), LAST, month -> true).after(0)).isEmpty();
        assertThat(Completion.of(steady(13), LAST, month -> true).after(0)).isPresent();
        assertThat(Completion.of(List.of(), LAST, month -> true).after(3)).isEmpty();
    }

    @Test
    void what_is_taken_back_completes_from_above() {
        List<Cell> cells = new ArrayList<>();
        for (int ago = 0; ago < 20; ago++) {
            cells.add(new Cell(LAST.minusMonths(ago), 0, 102));
            if (ago >= 1) {
                cells.add(new Cell(LAST.minusMonths(ago), 1, -2));
            }
        }
        assertThat(Completion.of(cells, LAST, month -> true).after(0)).contains(new BigDecimal("1.020000"));
    }

    @Test
    void only_the_newest_twelve_months_that_reached_an_age_count() {
        List<Cell> cells = new ArrayList<>();
        for (int ago = 0; ago < 30; ago++) {
            // Of old, half came in with the month; for the newest twelve that have an age of 1, eight tenths.
            int atOnce = ago >= 13 ? 50 : 80;
            cells.add(new Cell(LAST.minusMonths(ago), 0, atOnce));
            if (ago >= 1) {
                cells.add(new Cell(LAST.minusMonths(ago), 1, 100 - atOnce));
            }
        }
        assertThat(Completion.of(cells, LAST, month -> true).after(0)).contains(new BigDecimal("0.800000"));
    }

    @Test
    void a_step_into_a_month_with_a_hole_is_left_out() {
        YearMonth holed = LAST.minusMonths(4);
        List<Cell> cells = new ArrayList<>();
        for (int ago = 0; ago < 20; ago++) {
            cells.add(new Cell(LAST.minusMonths(ago), 0, 50));
            if (ago >= 1) {
                boolean isLost = LAST.minusMonths(ago).plusMonths(1).equals(holed);
                cells.add(new Cell(LAST.minusMonths(ago), 1, isLost ? 0 : 50));
            }
        }
        assertThat(Completion.of(cells, LAST, month -> !month.equals(holed)).after(0))
                .contains(new BigDecimal("0.500000"));
        assertThat(Completion.of(cells, LAST, month -> true).after(0).orElseThrow())
                .isGreaterThan(new BigDecimal("0.51"));
    }
}
