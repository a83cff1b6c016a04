package counterpart.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.measure.Score;
import counterpart.report.EditionDraft;
import counterpart.report.Samples;
import counterpart.report.ServicePage;
import counterpart.report.SignalsPage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartPartsTest {
    @ParameterizedTest
    @CsvSource({
        "6.65, 8.93, 6, 6.5, 9.0, 0.5",
        "346, 500, 4, 340, 500, 20",
        "29100, 30900, 6, 29000, 31000, 500",
        "5, 5, 4, 4, 6, 0.5",
        "0.1, 0.66, 4, 0, 0.8, 0.2",
    })
    void the_value_axis_has_round_steps_around_all_that_it_must_hold(
            double least, double most, int ticks, double low, double high, double step) {
        ValueScale scale = ValueScale.of(List.of(least, most), ticks);
        assertThat(scale.holds(least) && scale.holds(most)).isTrue();
        assertThat(scale.low() / scale.step()).isCloseTo(Math.rint(scale.low() / scale.step()), within());
        assertThat((scale.high() - scale.low()) / scale.step()).isLessThanOrEqualTo(2 * ticks + 1);
        assertThat(scale.low()).isLessThanOrEqualTo(least);
        assertThat(scale.high() - most).isLessThanOrEqualTo(scale.step() * 2);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }

    @Test
    void labels_keep_their_order_and_their_distance_and_stay_on_the_chart() {
        List<LineLabels.Label> labels = List.of(
                new LineLabels.Label(50, "b", "#000000", false),
                new LineLabels.Label(48, "a", "#000000", false),
                new LineLabels.Label(52, "c", "#000000", true),
                new LineLabels.Label(99, "d", "#000000", false));
        List<LineLabels.Label> apart = LineLabels.apart(labels, 10, 100, 9);
        assertThat(apart).extracting(LineLabels.Label::text).containsExactly("a", "b", "c", "d");
        for (int i = 1; i < apart.size(); i++) {
            assertThat(apart.get(i).y() - apart.get(i - 1).y()).isGreaterThanOrEqualTo(8.9);
        }
        assertThat(apart).allSatisfy(label -> assertThat(label.y()).isBetween(10.0, 100.0));
    }

    @Test
    void a_chart_names_its_lines_hatches_run_out_and_tells_why_its_limits_began_anew() {
        SignalsPage page =
                Objects.requireNonNull(EditionDraft.of(Samples.ordinary()).signals());
        String paid = svg(page, "medical-pmpm-paid");
        assertThat(paid)
                .contains("Upper $365.00", "Mean $349.00", "Lower $333.00", "Target \u2264\u00a0$345.00", "Jul $347.35")
                .contains("Run-out, estimated", "New contract, Sep 25")
                .contains("viewBox=\"0 0 259 100\"")
                .doesNotContain("<!DOCTYPE", "opacity:0", "<image");
        assertThat(svg(page, "denial-rate")).contains("Oct 8.9%").doesNotContain("Run-out");
        assertThat(svg(page, "medical-pmpm-paid")).isEqualTo(paid);
    }

    private static String svg(SignalsPage page, String measure) {
        return page.panels().stream()
                .filter(panel -> panel.score().definition().name().equals(measure))
                .map(panel -> {
                    Score score = panel.score();
                    return new ControlChartDrawing(score, panel.chart(), 100).svg();
                })
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_calendar_has_a_shape_for_each_delivery_and_each_file_turned_away() {
        ServicePage page =
                Objects.requireNonNull(EditionDraft.of(Samples.ordinary()).service());
        String svg = new String(
                Base64.getDecoder().decode(new Marks().calendar(page.calendar()).split(",")[1]),
                StandardCharsets.UTF_8);
        // 13 on time, 2 late, 1 missing, 4 turned away, and each shape once in the legend
        assertThat(svg.split("<circle ", -1)).hasSize(1 + 13 + 1);
        assertThat(svg.split("stroke-width='1.6'", -1)).hasSize(1 + 1 + 1);
        assertThat(svg.split("stroke-width='0.9'", -1)).hasSize(1 + 4 + 1);
        assertThat(page.calendar().alt()).contains("13 on time, 2 late, 1 missing, 4 held or refused");
    }

    @Test
    void as_many_charts_stand_on_the_page_as_are_high_enough_to_be_read() throws Exception {
        SignalsPage page =
                Objects.requireNonNull(EditionDraft.of(Samples.ordinary()).signals());
        SignalsFit fit = SignalsFit.of(new PageFonts(), page);
        assertThat(fit.page().panels()).hasSizeBetween(4, 6);
        assertThat(fit.chartHeight()).isBetween(75.0, 162.0);
        SignalsFit two = SignalsFit.of(new PageFonts(), page.of(2));
        assertThat(two.chartHeight()).isEqualTo(162);
    }
}
