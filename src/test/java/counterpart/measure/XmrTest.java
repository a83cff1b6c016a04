package counterpart.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class XmrTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private static Xmr chart(double... points) {
        return Xmr.of(points, -INF, INF);
    }

    /** Alternates 9 and 11 so often, then goes on with the tail. */
    private static double[] routineThen(int points, double... tail) {
        return DoubleStream.concat(DoubleStream.iterate(9, x -> 20 - x).limit(points), Arrays.stream(tail))
                .toArray();
    }

    @Test
    void limits_are_the_mean_and_2_66_mean_moving_ranges() {
        Xmr chart = chart(routineThen(24));
        assertThat(chart.mean()).isEqualTo(10);
        assertThat(chart.upper()).isCloseTo(15.32, within(1e-9));
        assertThat(chart.lower()).isCloseTo(4.68, within(1e-9));
        assertThat(chart.newest()).isNull();
        assertThat(chart.isProvisional()).isFalse();
    }

    @Test
    void an_outlying_moving_range_is_screened_once() {
        // 23 ranges of 2 and one of 20: mean 66/24 = 2.75, screen at 8.98, so 2 remains
        Xmr chart = chart(routineThen(24, 31));
        assertThat(chart.mean()).isCloseTo(271.0 / 25, within(1e-9));
        assertThat(chart.upper()).isCloseTo(271.0 / 25 + 5.32, within(1e-9));
    }

    @Test
    void natural_bounds_clip_the_limits() {
        Xmr chart = Xmr.of(routineThen(24), 6, 12);
        assertThat(chart.lower()).isEqualTo(6);
        assertThat(chart.upper()).isEqualTo(12);
    }

    @Test
    void few_points_have_no_limits_and_fewer_no_mean() {
        assertThat(chart(routineThen(5)).hasMean()).isFalse();
        assertThat(chart(routineThen(6)).hasMean()).isTrue();
        assertThat(chart(routineThen(10, 999)).hasLimits()).isFalse();
        assertThat(chart(routineThen(10, 999)).newest()).isNull();
        assertThat(chart(routineThen(12)).hasLimits()).isTrue();
        assertThat(chart(routineThen(23)).isProvisional()).isTrue();
        assertThatThrownBy(XmrTest::chart).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rule_1_a_point_outside_a_limit() {
        Xmr above = chart(routineThen(24, 31));
        assertThat(above.newest()).isEqualTo(new Xmr.Cause(true, "above its upper natural limit"));
        assertThat(above.before()).isNull();
        assertThat(chart(routineThen(24, -11)).newest())
                .isEqualTo(new Xmr.Cause(false, "below its lower natural limit"));
    }

    @Test
    void rule_2_seven_in_a_row_on_one_side_and_not_six() {
        double[] seven = routineThen(24, 10.5, 11, 10.6, 11, 10.7, 11, 10.8);
        assertThat(chart(seven).newest()).isEqualTo(new Xmr.Cause(true, "8 months in a row above its average"));
        assertThat(chart(seven).sideRun()).isEqualTo(8);
        double[] six = routineThen(25, 11, 10.6, 11, 10.7, 11, 10.8);
        assertThat(chart(six).newest()).isNull();
        assertThat(chart(six).sideRun()).isEqualTo(6);
    }

    @Test
    void rule_3_seven_points_rising_and_not_six() {
        double[] rising = routineThen(24, 8.0, 8.6, 9.2, 9.8, 10.4, 11.0, 11.6);
        assertThat(chart(rising).newest()).isEqualTo(new Xmr.Cause(true, "seven months rising"));
        double[] six = routineThen(24, 9.0, 8.6, 9.2, 9.8, 10.4, 11.0, 11.6);
        assertThat(chart(six).newest()).isNull();
        double[] falling = routineThen(24, 12.0, 11.4, 10.8, 10.2, 9.6, 9.0, 8.4);
        assertThat(chart(falling).newest()).isEqualTo(new Xmr.Cause(false, "seven months falling"));
    }

    @Test
    void rule_4_two_of_three_near_a_limit() {
        double[] near = routineThen(24, 14.5, 9.5, 14.5);
        assertThat(chart(near).newest()).isEqualTo(new Xmr.Cause(true, "two of three months near its upper limit"));
        assertThat(chart(routineThen(24, 14.5, 9.5, 9)).newest()).isNull();
        assertThat(chart(routineThen(24, 14.5, 9.5, 5.5)).newest()).isNull();
    }

    @Test
    void the_point_outside_a_limit_is_named_before_the_trend() {
        double[] both = routineThen(24, 8, 9, 10, 11, 12, 13, 31);
        assertThat(chart(both).newest()).isEqualTo(new Xmr.Cause(true, "above its upper natural limit"));
    }

    @Test
    void the_trend_is_named_before_the_run_on_one_side() {
        double[] both = routineThen(24, 10.7, 10.8, 10.9, 11.0, 11.1, 11.2, 11.3);
        assertThat(chart(both).newest()).isEqualTo(new Xmr.Cause(true, "seven months rising"));
    }

    @Test
    void a_constant_series_is_routine() {
        double[] same = new double[24];
        Arrays.fill(same, 5);
        assertThat(chart(same).newest()).isNull();
        assertThat(chart(same).sideRun()).isZero();
        assertThat(chart(same).upper()).isEqualTo(5);
    }
}
