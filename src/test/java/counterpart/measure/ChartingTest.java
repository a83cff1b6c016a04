package counterpart.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import counterpart.measure.Chart.Basis;
import counterpart.partner.Target;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChartingTest {
    private static final YearMonth REPORT = YearMonth.of(2026, 10);

    private static Charting chart(String measure, List<MonthValue> months, Target.@Nullable Rebase rebase) {
        Target target = new Target(
                measure,
                Target.Perspective.SERVICE,
                BigDecimal.TEN,
                BigDecimal.TEN,
                BigDecimal.ONE,
                Target.Priority.BOTH,
                null,
                false,
                rebase);
        return Charting.of(Measures.get(measure), target, months);
    }

    /** So many months to the report month, each of one denominator, the numerator by how long ago it is. */
    private static List<MonthValue> months(int count, int denominator, IntUnaryOperator numerator) {
        List<MonthValue> months = new ArrayList<>();
        for (int ago = count - 1; ago >= 0; ago--) {
            months.add(new MonthValue(
                    REPORT.minusMonths(ago),
                    BigDecimal.valueOf(numerator.applyAsInt(ago)),
                    BigDecimal.valueOf(denominator),
                    true));
        }
        return months;
    }

    @Test
    void of_few_files_the_failures_are_charted() {
        // 20 files a month; 1 or 2 are late in turn, and in the newest month 8.
        Charting charting = chart("file-timeliness", months(30, 20, ago -> ago == 0 ? 12 : 19 - ago % 2), null);
        assertThat(charting.chart().basis()).isEqualTo(Basis.FAILURES);
        assertThat(charting.chart().points().get(28).value()).isEqualTo(2);
        assertThat(charting.chart().points().get(29).value()).isEqualTo(8);
        assertThat(charting.chart().points().get(29).rule()).isEqualTo("above its upper natural limit");
        assertThat(charting.signal().kind()).isEqualTo(Signal.Kind.WORSENING);
        assertThat(charting.signal().rule()).isEqualTo("the number of failures is above its upper natural limit");
        assertThat(charting.signal().mean()).isCloseTo(100 * (600 - 52) / 600.0, within(0.2));
        assertThat(charting.signal().upper()).isNull();
    }

    @Test
    void of_few_claims_nothing_is_charted() {
        Charting charting = chart("clean-claim-rate", months(30, 49, ago -> 40), null);
        assertThat(charting.signal()).isEqualTo(Signal.notCharted());
        assertThat(charting.chart()).isEqualTo(Chart.none("fewer than 50 in the newest month"));
    }

    @Test
    void where_nearly_nothing_fails_the_share_that_failed_is_drawn() {
        Charting charting = chart("record-acceptance", months(24, 1_000, ago -> 990 - ago % 2), null);
        assertThat(charting.chart().basis()).isEqualTo(Basis.FAILURE_RATE);
        assertThat(charting.chart().points().get(23).value()).isCloseTo(1.0, within(1e-9));
        assertThat(charting.chart().points().get(22).value()).isCloseTo(1.1, within(1e-9));
        // The signal speaks of the measure, the chart of its mirror image.
        Chart.Phase phase = charting.chart().phases().get(0);
        assertThat(charting.signal().mean()).isCloseTo(100 - phase.mean(), within(1e-9));
        assertThat(charting.signal().upper()).isCloseTo(100 - Objects.requireNonNull(phase.lower()), within(1e-9));
        assertThat(phase.mean()).isCloseTo(1.05, within(1e-9));
        assertThat(phase.upper()).isCloseTo(1.05 + 2.66 * 0.1, within(1e-9));
    }

    @Test
    void adherence_is_never_charted() {
        Charting charting = chart("pdc-statins", months(36, 1_000, ago -> 800 + ago), null);
        assertThat(charting.signal().kind()).isEqualTo(Signal.Kind.NOT_CHARTED);
        assertThat(charting.chart().isDrawn()).isFalse();
        assertThat(charting.chart().whyNot()).isEqualTo("months that share their data are not charted");
    }

    @Test
    void a_decision_to_rebase_counts_from_the_seventh_month_after_it() {
        List<MonthValue> months = months(30, 1_000, ago -> (ago < 14 ? 150 : 90) + ago % 2 * 4);
        Target.Rebase late = new Target.Rebase(REPORT.minusMonths(5), "7", "a new edit");
        assertThat(chart("denial-rate", months, late).chart().phases()).hasSize(1);
        assertThat(chart("denial-rate", months, late).signal())
                .isEqualTo(chart("denial-rate", months, null).signal());

        Target.Rebase old = new Target.Rebase(REPORT.minusMonths(13), "7", "a new edit");
        Charting charting = chart("denial-rate", months, old);
        assertThat(charting.chart().phases()).hasSize(2);
        assertThat(charting.chart().phases().get(0).mean()).isCloseTo(9.2, within(1e-9));
        assertThat(charting.chart().phases().get(0).reason()).isNull();
        assertThat(charting.chart().phases().get(1).from()).isEqualTo(REPORT.minusMonths(13));
        assertThat(charting.chart().phases().get(1).reason()).isEqualTo("a new edit");
        assertThat(charting.chart().phases().get(1).mean()).isCloseTo(15.2, within(1e-9));
        assertThat(charting.chart().phases().get(1).provisional()).isTrue();
        assertThat(charting.signal().kind()).isEqualTo(Signal.Kind.ROUTINE);
        assertThat(chart("denial-rate", months, null).signal().kind()).isEqualTo(Signal.Kind.WORSENING);
    }

    @Test
    void seven_months_after_a_rebase_have_an_average_and_no_limits_yet() {
        List<MonthValue> months = months(30, 1_000, ago -> 90 + ago % 2 * 4);
        Target.Rebase rebase = new Target.Rebase(REPORT.minusMonths(6), "7", "a new edit");
        Charting charting = chart("denial-rate", months, rebase);
        assertThat(charting.chart().phases()).hasSize(2);
        assertThat(charting.chart().phases().get(1).upper()).isNull();
        assertThat(charting.chart().whyNot()).isEqualTo("7 of the 12 months that limits need");
        assertThat(charting.signal().kind()).isEqualTo(Signal.Kind.NOT_CHARTED);
    }

    @Test
    void each_point_carries_the_rule_that_it_broke_in_its_time() {
        List<MonthValue> months = months(30, 1_000, ago -> ago == 10 ? 190 : 80 + ago % 2 * 20);
        List<Chart.Point> points = chart("denial-rate", months, null).chart().points();
        assertThat(points.get(19).rule()).isEqualTo("above its upper natural limit");
        assertThat(points.get(18).rule()).isNull();
        assertThat(points.get(29).month()).isEqualTo(REPORT);
    }

    @Test
    void six_months_have_points_and_an_average() {
        Chart chart = chart("denial-rate", months(6, 1_000, ago -> 90), null).chart();
        assertThat(chart.points()).hasSize(6);
        assertThat(chart.phases()).hasSize(1);
        assertThat(chart("denial-rate", months(5, 1_000, ago -> 90), null)
                        .chart()
                        .phases())
                .isEmpty();
    }
}
