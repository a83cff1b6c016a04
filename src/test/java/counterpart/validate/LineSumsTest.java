package counterpart.validate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.ClaimLine;
import counterpart.model.MedicalClaim;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A claim of $150.00, of which the plan paid $80.00, and its lines. */
class LineSumsTest {
    private final MedicalClaim claim = ExampleRow.claim("billed", 15_000L, "paid", 8_000L);

    @Test
    void a_total_line_counts_in_no_sum_and_adds_up() {
        LineSums sums =
                sums(line("0450", 10_000L, 5_000L), line("0300", 5_000L, 3_000L), line("0001", 15_000L, 8_000L));

        assertThat(sums.differing(claim)).isEmpty();
        assertThat(sums.differingTotals()).isEmpty();
    }

    @Test
    void a_total_line_that_is_more_than_a_cent_off_is_told() {
        assertThat(sums(line("0450", 15_000L, 8_000L), line("0001", 15_001L, 8_000L))
                        .differingTotals())
                .isEmpty();
        LineSums sums = sums(line("0450", 15_000L, 8_000L), line("0001", 15_002L, 8_000L));
        assertThat(sums.differingTotals()).containsExactly("billed");
        assertThat(sums.differing(claim)).isEmpty();
    }

    @Test
    void an_amount_that_a_line_leaves_out_is_held_against_nothing() {
        LineSums sums = sums(line("0450", null, 8_000L), line("0001", 99_999L, 8_000L));

        assertThat(sums.differingTotals()).isEmpty();
        assertThat(sums.differing(claim)).isEmpty();
    }

    @Test
    void a_total_line_alone_has_nothing_to_be_held_against() {
        LineSums sums = sums(line("0001", 15_000L, 8_000L));

        assertThat(sums.differingTotals()).isEmpty();
        assertThat(sums.differing(claim)).isEmpty();
    }

    private static LineSums sums(ClaimLine... lines) {
        LineSums sums = new LineSums();
        List.of(lines).forEach(sums::add);
        return sums;
    }

    private static ClaimLine line(String revenue, @Nullable Long billed, long paid) {
        return ExampleRow.line("revenue_code", revenue, "billed", billed, "paid", paid, "allowed", null, "copay", null);
    }
}
