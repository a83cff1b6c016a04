package counterpart.report;

import static counterpart.report.Samples.OCTOBER;
import static counterpart.report.Samples.aScore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.measure.Chart;
import counterpart.measure.Score;
import counterpart.measure.Signal;
import counterpart.partner.Target.Perspective;
import counterpart.partner.Target.Priority;
import counterpart.report.ControlChart.Assurance;
import counterpart.report.ControlChart.Mark;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlChartTest {
    @ParameterizedTest
    @CsvSource({
        // value, run, lower, upper, target 7.0 and lower is better
        "6.5, 2, 6.0, 6.9, WILL_MEET",
        "6.5, 2, 6.0, 7.0, WILL_MEET",
        "7.6, 2, 7.1, 8.1, WILL_MISS",
        "6.9, 2, 6.5, 7.5, HIT_OR_MISS",
    })
    void routine_limits_foretell_whether_the_target_is_met(
            double value, int run, double lower, double upper, Assurance foretold) {
        Score score = denials()
                .at(OCTOBER, value)
                .signal(Signal.Kind.ROUTINE, run, (lower + upper) / 2, lower, upper, false)
                .build();
        assertThat(ControlChart.of(score).assurance()).isEqualTo(foretold);
    }

    @Test
    void a_process_that_has_moved_is_not_rated() {
        Score score = denials()
                .at(OCTOBER, 8.9)
                .signal(Signal.Kind.WORSENING, 7, 7.4, 6.5, 8.3, false)
                .build();
        assertThat(ControlChart.of(score).assurance()).isEqualTo(Assurance.SHIFTED);
    }

    @Test
    void limits_that_the_newest_month_contradicts_foretell_nothing() {
        Score score = denials()
                .at(OCTOBER, 7.9)
                .signal(Signal.Kind.WORSENING, 1, 6.4, 6.0, 6.8, true)
                .build();
        assertThat(ControlChart.of(score).assurance()).isEqualTo(Assurance.HIT_OR_MISS);
    }

    @Test
    void the_newest_scored_month_says_what_the_signal_says_and_run_out_months_stand_behind_it() {
        Score score = denials()
                .at(Samples.JULY, 8.9)
                .signal(Signal.Kind.WORSENING, 1, 7.4, 6.5, 8.3, true)
                .build();
        ControlChart chart = ControlChart.of(score);
        assertThat(chart.latest()).isEqualTo(new ControlChart.Point(Samples.JULY, 8.9, Mark.WORSENING));
        assertThat(chart.points()
                        .subList(chart.points().size() - 3, chart.points().size()))
                .allSatisfy(point -> assertThat(point.mark()).isEqualTo(Mark.RUN_OUT));
        assertThat(chart.targets()).containsExactly(7.0);
    }

    @Test
    void what_failed_is_charted_against_the_target_turned_round() {
        Score value = aScore("match", "Claims match rate")
                .higher()
                .terms(Perspective.SERVICE, 98, 99.5, 0.2, Priority.BOTH)
                .at(OCTOBER, 99.3)
                .signal(Signal.Kind.WORSENING, 1, 99.7, 99.6, 99.9, true)
                .build();
        Chart turned = new Chart(
                Chart.Basis.FAILURE_RATE,
                value.chart().points().stream()
                        .map(point -> new Chart.Point(point.month(), 100 - point.value(), point.rule()))
                        .toList(),
                List.of(new Chart.Phase(value.chart().points().get(0).month(), null, 0.3, 0.1, 0.6, false)),
                null);
        Score score = with(value, turned);
        ControlChart chart = ControlChart.of(score);
        assertThat(chart.targets())
                .singleElement()
                .satisfies(target -> assertThat(target).isEqualTo(0.5, org.assertj.core.data.Offset.offset(1e-9)));
        assertThat(chart.latest().mark()).isEqualTo(Mark.WORSENING);
        assertThat(ChartWords.target(score, chart.targets().get(0))).isEqualTo("Target \u2264\u00a00.5%");
        assertThat(ChartWords.latest(score, chart.latest())).isEqualTo("Oct 0.7%");
        assertThat(SignalRules.message(new Standing(score), chart).text())
                .isEqualTo("Claims match rate: the share that failed rose above the range in\u00a0October");
    }

    @Test
    void a_score_without_limits_is_not_drawn_and_says_why() {
        Score score = denials().at(OCTOBER, 7.9).build();
        assertThat(ControlChart.reasonNotDrawn(score)).isEqualTo("8 of the 12 months that limits need");
        assertThatThrownBy(() -> ControlChart.of(score)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ControlChart.reasonNotDrawn(
                        denials().notScored("no month is complete yet").build()))
                .isEqualTo("no month is complete yet");
    }

    @Test
    void the_message_says_how_long_a_measure_has_run_on_one_side() {
        Score score = denials()
                .at(OCTOBER, 8.9)
                .signal(Signal.Kind.WORSENING, 9, 7.4, 6.5, 9.3, false)
                .build();
        assertThat(SignalRules.message(new Standing(score), ControlChart.of(score))
                        .text())
                .isEqualTo("Initial denial rate has run above average for 9\u00a0months");
        Score members = aScore("member-months", "Member months")
                .terms(Perspective.COST, 29_000, 30_000, 900, Priority.BOTH)
                .at(OCTOBER, 30_000)
                .signal(Signal.Kind.CHANGED, 17, 29_561, 29_494, 30_627, false)
                .build();
        assertThat(SignalRules.message(new Standing(members), ControlChart.of(members))
                        .text())
                .isEqualTo("Member months have run above average for 17\u00a0months");
    }

    @Test
    void new_signals_come_first_then_others_then_headlines() {
        SignalsPage page =
                Objects.requireNonNull(EditionDraft.of(Samples.ordinary()).signals());
        assertThat(page.panels())
                .extracting(panel -> panel.score().definition().name())
                .startsWith("file-timeliness", "pharmacy-pmpm", "denial-rate", "generic-dispensing-rate")
                .hasSize(SignalsPage.MOST_PANELS);
        assertThat(page.message()).isEqualTo("One signal is new: lower files on time; three continue");
    }

    private static ScoreBuilder denials() {
        return aScore("denial-rate", "Initial denial rate")
                .lower()
                .terms(Perspective.SERVICE, 7.4, 7.0, 0.5, Priority.BOTH);
    }

    private static Score with(Score score, Chart chart) {
        return new Score(
                score.definition(),
                score.target(),
                score.month(),
                score.value(),
                score.status(),
                score.previousStatus(),
                score.notScoredReason(),
                score.signal(),
                score.history(),
                chart);
    }
}
