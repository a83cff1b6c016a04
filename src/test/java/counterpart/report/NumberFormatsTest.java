package counterpart.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.measure.MeasureDefinition;
import counterpart.measure.MeasureDefinition.Direction;
import counterpart.measure.MeasureDefinition.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DOLLARS | 0 | 410.49    | $410",
                "DOLLARS | 2 | 62.9      | $62.90",
                "DOLLARS | 2 | -3.005    | \u2212$3.01",
                "DOLLARS | 2 | 1234.5    | $1,234.50",
                "PERCENT | 1 | 8.85      | 8.9%",
                "PERCENT | 1 | 0         | 0.0%",
                "DAYS    | 1 | 12.34     | 12.3",
                "COUNT   | 0 | 29876     | 29,876",
            })
    void a_value_is_rounded_half_up_and_carries_its_unit(Unit unit, int decimals, BigDecimal value, String text) {
        assertThat(NumberFormats.value(measure(unit, decimals, Direction.NEITHER), value))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PERCENT | 1 | 8.6   | 8.9   | +0.3\u00a0pt",
                "DOLLARS | 0 | 411.2 | 410.4 | \u2212$1",
                "DOLLARS | 2 | 62.50 | 62.90 | +$0.40",
                "PERCENT | 1 | 8.94  | 8.86  | No change",
                "DAYS    | 1 | 9.6   | 9.2   | \u22120.4\u00a0days",
                "COUNT   | 0 | 29000 | 31500 | +2,500",
            })
    void a_change_is_the_difference_of_what_is_printed(
            Unit unit, int decimals, BigDecimal from, BigDecimal to, String text) {
        assertThat(NumberFormats.change(measure(unit, decimals, Direction.NEITHER), from, to))
                .isEqualTo(text);
    }

    @Test
    void a_target_shows_the_side_on_which_it_is_met() {
        BigDecimal target = new BigDecimal("7");
        assertThat(NumberFormats.target(measure(Unit.PERCENT, 1, Direction.LOWER_IS_BETTER), target))
                .isEqualTo("\u2264\u00a07.0%");
        assertThat(NumberFormats.target(measure(Unit.PERCENT, 1, Direction.HIGHER_IS_BETTER), target))
                .isEqualTo("\u2265\u00a07.0%");
        assertThat(NumberFormats.target(measure(Unit.PERCENT, 1, Direction.NEITHER), target))
                .isEqualTo("7.0%");
    }

    @Test
    void a_value_that_rounds_to_the_target_meets_it() {
        MeasureDefinition measure = measure(Unit.PERCENT, 1, Direction.LOWER_IS_BETTER);
        assertThat(NumberFormats.meets(measure, new BigDecimal("7.04"), new BigDecimal("7")))
                .isTrue();
        assertThat(NumberFormats.meets(measure, new BigDecimal("7.05"), new BigDecimal("7")))
                .isFalse();
        assertThatThrownBy(() ->
                        NumberFormats.meets(measure(Unit.COUNT, 0, Direction.NEITHER), BigDecimal.ONE, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123956789 | $1.24 million",
                "4821055 | $48,211",
                "6290 | $62.90",
                "-4821055 | \u2212$48,211",
                "0 | $0.00"
            })
    void money_is_told_in_the_size_that_is_read(long cents, String text) {
        assertThat(NumberFormats.dollars(cents)).isEqualTo(text);
    }

    @Test
    void months_and_days_are_written_out() {
        assertThat(NumberFormats.month(YearMonth.of(2026, 10))).isEqualTo("October 2026");
        assertThat(NumberFormats.shortMonth(YearMonth.of(2026, 7))).isEqualTo("Jul 2026");
        assertThat(NumberFormats.day(LocalDate.of(2026, 11, 10))).isEqualTo("Nov 10, 2026");
        assertThat(NumberFormats.count(-2_300)).isEqualTo("\u22122,300");
    }

    private static MeasureDefinition measure(Unit unit, int decimals, Direction direction) {
        return new MeasureDefinition("m", "M", "u", unit, decimals, direction, "n", "d", "x", "b", false, "s");
    }
}
