package counterpart.report.pdf;

import static counterpart.report.Samples.OCTOBER;
import static counterpart.report.Samples.aScore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import counterpart.measure.MeasureDefinition.Unit;
import counterpart.measure.MonthValue;
import counterpart.measure.Score;
import counterpart.measure.Signal;
import counterpart.partner.Target.Perspective;
import counterpart.partner.Target.Priority;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {
    @ParameterizedTest
    @CsvSource({
        // direction, baseline, target, tolerance, value, progress
        "LOWER, 7.4, 7.0, 0.5, 7.4, 0.0",
        "LOWER, 7.4, 7.0, 0.5, 7.0, 1.0",
        "LOWER, 7.4, 7.0, 0.5, 8.9, -3.75",
        "HIGHER, 88, 90, 0.5, 89, 0.5",
        "HIGHER, 88, 90, 0.5, 91, 1.5",
        // the baseline is the target, or better than it: counted from the target in tolerances
        "HIGHER, 99, 99, 0.5, 99.5, 1.5",
        "HIGHER, 99, 99, 0.5, 98.5, 0.5",
        "LOWER, 6.5, 7.0, 0.5, 6.5, 1.5",
        "LOWER, 6.5, 7.0, 0, 7.0, 1.0",
    })
    void progress_is_zero_at_the_baseline_and_one_at_the_target(
            String direction, double baseline, double target, double tolerance, double value, double progress) {
        var builder = aScore("m", "M").terms(Perspective.COST, baseline, target, tolerance, Priority.BOTH);
        Score score = (direction.equals("LOWER") ? builder.lower() : builder.higher())
                .at(OCTOBER, value)
                .build();
        assertThat(Bullet.progress(score)).isCloseTo(progress, within(1e-9));
        assertThat(Bullet.svg(score)).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void the_scale_ends_half_a_step_beyond_baseline_and_target() {
        assertThat(Bullet.x(-9)).isZero();
        assertThat(Bullet.x(0)).isEqualTo(22);
        assertThat(Bullet.x(1)).isEqualTo(66);
        assertThat(Bullet.x(9)).isEqualTo(88);
    }

    @Test
    void a_bar_that_leaves_the_scale_ends_in_a_point_and_one_without_a_value_is_not_drawn() {
        assertThat(Bullet.svg(aScore("m", "M").lower().at(OCTOBER, 8.9).build()))
                .contains("<path");
        assertThat(Bullet.svg(aScore("m", "M").lower().at(OCTOBER, 7.2).build()))
                .doesNotContain("<path");
        assertThat(Bullet.svg(aScore("m", "M").lower().notScored("no data").build()))
                .doesNotContain(Theme.BAD)
                .doesNotContain(Theme.GOOD);
        assertThat(Bullet.svg(aScore("m", "M").at(OCTOBER, 7).build())).doesNotContain("<rect");
    }

    @Test
    void a_sparkline_reaches_from_its_lowest_to_its_highest_value() {
        Sparkline line = new Sparkline(aScore("m", "M").lower().values(5, 9, 7).build(), 62, 18);
        assertThat(line.y(5)).isEqualTo(14);
        assertThat(line.y(9)).isEqualTo(4);
        assertThat(line.y(99)).isEqualTo(4);
        assertThat(line.x(OCTOBER)).isEqualTo(58);
        assertThat(line.x(OCTOBER.minusMonths(23))).isEqualTo(1);
        assertThat(line.lines()).hasSize(1);
    }

    @Test
    void a_month_without_a_value_breaks_the_line() {
        Score whole = aScore("m", "M").lower().values(5, 9, 7, 8, 6).build();
        List<MonthValue> months = new ArrayList<>(whole.history());
        MonthValue third = months.get(2);
        months.set(2, new MonthValue(third.month(), BigDecimal.ZERO, BigDecimal.ZERO, true));
        Score broken = new Score(
                whole.definition(),
                whole.target(),
                whole.month(),
                whole.value(),
                whole.status(),
                whole.previousStatus(),
                null,
                whole.signal(),
                months);
        assertThat(new Sparkline(broken, 62, 18).lines()).hasSize(2);
    }

    @Test
    void flat_and_empty_histories_are_drawn_without_dividing_by_zero() {
        Sparkline flat = new Sparkline(aScore("m", "M").lower().values(7, 7, 7).build(), 62, 18);
        assertThat(flat.y(7)).isEqualTo(9);
        assertThat(new Sparkline(aScore("m", "M").notScored("no data").build(), 62, 18).svg())
                .doesNotContain("NaN")
                .doesNotContain("<path");
    }

    @ParameterizedTest
    @CsvSource({"IMPROVING, #0072B2", "WORSENING, #D55E00"})
    void the_last_mark_has_the_signals_color(Signal.Kind kind, String color) {
        Score score = aScore("m", "M")
                .unit(Unit.PERCENT, 1, "%", "b")
                .lower()
                .at(OCTOBER, 7)
                .signal(kind, 1, 7, 6, 8, true)
                .build();
        assertThat(new Sparkline(score, 62, 18).svg()).contains(color);
    }

    @Test
    void months_in_run_out_are_rings_and_not_in_the_line() {
        Score score = aScore("m", "M")
                .lower()
                .at(OCTOBER.minusMonths(3), 7)
                .routine(7, 6, 8)
                .build();
        String svg = new Sparkline(score, 62, 18).svg();
        assertThat(svg.split("r='1.1'", -1)).hasSize(3 + 1);
    }
}
