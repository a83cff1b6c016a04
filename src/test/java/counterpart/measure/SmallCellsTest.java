package counterpart.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallCellsTest {
    private static Breakdown of(long... counts) {
        Map<String, Long> cells = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            cells.put(String.valueOf((char) ('A' + i)), counts[i]);
        }
        return SmallCells.breakdown(cells);
    }

    private static Breakdown.Row row(String kind, long count) {
        return new Breakdown.Row(kind, count);
    }

    private static Breakdown.Row hidden(String kind) {
        return new Breakdown.Row(kind, null);
    }

    @Test
    void large_cells_are_shown_with_their_total() {
        assertThat(of(40, 11, 0)).isEqualTo(new Breakdown(List.of(row("A", 40), row("B", 11)), 51L));
    }

    @Test
    void one_small_cell_takes_the_next_smallest_with_it() {
        // 95 less 80 would say 15, but not how much of it is the 4.
        assertThat(of(80, 11, 4)).isEqualTo(new Breakdown(List.of(row("A", 80), hidden("B"), hidden("C")), 95L));
    }

    @Test
    void small_cells_that_together_are_few_take_another_with_them() {
        assertThat(of(80, 30, 3, 2))
                .isEqualTo(new Breakdown(List.of(row("A", 80), hidden("B"), hidden("C"), hidden("D")), 115L));
        assertThat(of(80, 30, 8, 6))
                .isEqualTo(new Breakdown(List.of(row("A", 80), row("B", 30), hidden("C"), hidden("D")), 124L));
    }

    @Test
    void of_two_cells_with_a_small_one_only_the_total_is_seen() {
        assertThat(of(90, 5)).isEqualTo(new Breakdown(List.of(hidden("A"), hidden("B")), 95L));
    }

    @Test
    void a_small_cell_alone_hides_its_total() {
        assertThat(of(7)).isEqualTo(new Breakdown(List.of(hidden("A")), null));
        assertThat(of(3, 2)).isEqualTo(new Breakdown(List.of(hidden("A"), hidden("B")), null));
        assertThat(of()).isEqualTo(new Breakdown(List.of(), 0L));
    }

    @Test
    void the_order_of_hidden_cells_does_not_tell_their_sizes() {
        Map<String, Long> cells = new LinkedHashMap<>();
        cells.put("Z", 9L);
        cells.put("A", 2L);
        cells.put("M", 90L);
        cells.put("N", 95L);
        assertThat(SmallCells.breakdown(cells).rows())
                .containsExactly(row("N", 95), row("M", 90), hidden("A"), hidden("Z"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothing_small_can_be_derived_from_what_is_seen(long seed) {
        Random random = new Random(seed);
        for (int turn = 0; turn < 500; turn++) {
            long[] counts = random.longs(1 + random.nextInt(6), 0, 40).toArray();
            Breakdown seen = of(counts);
            long shown = 0;
            int unseen = 0;
            for (Breakdown.Row cell : seen.rows()) {
                Long count = cell.count();
                assertThat(count == null || count > 10).isTrue();
                shown += count == null ? 0 : count;
                unseen += count == null ? 1 : 0;
            }
            Long total = seen.total();
            if (total != null && unseen > 0) {
                assertThat(unseen).isGreaterThan(1);
                assertThat(total - shown).isGreaterThan(10);
            }
        }
    }
}
