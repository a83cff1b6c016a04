package counterpart.measure;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.partner.Target;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {
    private static final YearMonth REPORT = YearMonth.of(2026, 10);

    private static Target target(String measure, String target, String tolerance) {
        return new Target(
                measure,
                Target.Perspective.SERVICE,
                new BigDecimal(target),
                new BigDecimal(target),
                new BigDecimal(tolerance),
                Target.Priority.BOTH,
                null,
                false);
    }

    private static MonthValue month(int ago, long numerator, long denominator) {
        return new MonthValue(
                REPORT.minusMonths(ago), BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), true);
    }

    private static MonthValue incomplete(int ago, long numerator, long denominator) {
        return new MonthValue(
                REPORT.minusMonths(ago), BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), false);
    }

    @ParameterizedTest
    @CsvSource({
        "denial-rate, 7.0, 1.0, 7.04, ON_TARGET",
        "denial-rate, 7.0, 1.0, 7.05, NEAR_TARGET",
        "denial-rate, 7.0, 1.0, 8.04, NEAR_TARGET",
        "denial-rate, 7.0, 1.0, 8.05, OFF_TARGET",
        "generic-dispensing-rate, 90, 1, 89.95, ON_TARGET",
        "generic-dispensing-rate, 90, 1, 89.94, NEAR_TARGET",
        "generic-dispensing-rate, 90, 1, 88.94, OFF_TARGET",
        "medical-pmpm-paid, 410, 5, 410.004, ON_TARGET",
        "medical-pmpm-paid, 410, 5, 415.01, OFF_TARGET",
        "member-months, 30000, 500, 29500, ON_TARGET",
        "member-months, 30000, 500, 30900, NEAR_TARGET",
        "member-months, 30000, 500, 31001, OFF_TARGET"
    })
    void a_value_is_judged_on_its_displayed_digits(
            String measure, String target, String tolerance, String value, Status status) {
        assertThat(Scoring.status(Measures.get(measure), target(measure, target, tolerance), new BigDecimal(value)))
                .isEqualTo(status);
    }

    @Test
    void the_newest_complete_month_is_scored_and_the_one_before_under_todays_target() {
        List<MonthValue> months = List.of(month(3, 80, 1000), month(2, 95, 1000), incomplete(1, 100, 1000));
        Score score = Scoring.score(Measures.get("denial-rate"), target("denial-rate", "9", "1"), months, REPORT);
        assertThat(score.month()).isEqualTo(REPORT.minusMonths(2));
        assertThat(score.value()).isEqualByComparingTo("9.5");
        assertThat(score.status()).isEqualTo(Status.NEAR_TARGET);
        assertThat(score.previousStatus()).isEqualTo(Status.ON_TARGET);
        assertThat(score.history()).hasSize(3);
        assertThat(score.notScoredReason()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "denial-rate, 10, 1000, true",
        "denial-rate, 11, 1000, false",
        "denial-rate, 0, 1000, false",
        "denial-rate, 995, 1000, true",
        "denial-rate, 3, 8, true",
        "medical-pmpm-paid, 4000, 10, true",
        "medical-pmpm-paid, 4000, 11, false",
        "turnaround, 100, 10, true",
        "member-months, 10, 1, true",
        "member-months, 11, 1, false",
        "file-timeliness, 15, 16, false",
        "claims-match-rate, 995, 998, false"
    })
    void few_people_are_never_shown(String measure, long numerator, long denominator, boolean hidden) {
        Score score = Scoring.score(
                Measures.get(measure), target(measure, "50", "5"), List.of(month(0, numerator, denominator)), REPORT);
        assertThat(score.value() == null).isEqualTo(hidden);
        assertThat(score.history().isEmpty()).isEqualTo(hidden);
        assertThat(score.notScoredReason()).isEqualTo(hidden ? Scoring.TOO_FEW : null);
    }

    @Test
    void a_month_without_data_says_so() {
        Score score = Scoring.score(
                Measures.get("denial-rate"), target("denial-rate", "9", "1"), List.of(month(0, 0, 0)), REPORT);
        assertThat(score.status()).isEqualTo(Status.NOT_SCORED);
        assertThat(score.notScoredReason()).isEqualTo(Scoring.NO_DATA);
        assertThat(score.signal()).isEqualTo(Signal.notCharted());
    }

    @Test
    void months_in_run_out_are_not_scored() {
        Score score = Scoring.score(
                Measures.get("medical-pmpm-paid"),
                target("medical-pmpm-paid", "9", "1"),
                List.of(incomplete(1, 100, 100), incomplete(0, 10, 100)),
                REPORT);
        assertThat(score.notScoredReason()).isEqualTo("no month is complete yet");
        assertThat(score.history()).hasSize(2);
    }

    @Test
    void a_fall_of_the_denial_rate_below_its_limit_is_an_improvement_and_new() {
        Signal signal = signalOf("denial-rate", 20, 1000);
        assertThat(signal.kind()).isEqualTo(Signal.Kind.IMPROVING);
        assertThat(signal.isNew()).isTrue();
        assertThat(signal.rule()).isEqualTo("below its lower natural limit");
        assertThat(signalOf("generic-dispensing-rate", 20, 1000).kind()).isEqualTo(Signal.Kind.WORSENING);
        assertThat(signalOf("denial-rate", 89, 1000).kind()).isEqualTo(Signal.Kind.ROUTINE);
    }

    @Test
    void a_run_that_goes_on_is_not_new() {
        List<MonthValue> months = new ArrayList<>();
        for (int ago = 33; ago > 8; ago--) {
            months.add(month(ago, ago % 2 == 0 ? 80 : 100, 1000));
        }
        for (int ago = 8; ago >= 0; ago--) {
            months.add(month(ago, ago % 2 == 0 ? 102 : 101, 1000));
        }
        Signal signal = signal("denial-rate", months);
        assertThat(signal.kind()).isEqualTo(Signal.Kind.WORSENING);
        assertThat(signal.sideRun()).isGreaterThanOrEqualTo(9);
        assertThat(signal.isNew()).isFalse();
    }

    @Test
    void a_small_denominator_is_not_charted() {
        assertThat(signalOf("denial-rate", 20, 49).kind()).isEqualTo(Signal.Kind.NOT_CHARTED);
    }

    @Test
    void a_run_out_month_moves_no_limit() {
        List<MonthValue> months = routine();
        Signal before = signal("medical-pmpm-paid", months);
        List<MonthValue> more = new ArrayList<>(months);
        more.add(incomplete(0, 1, 1000));
        assertThat(signal("medical-pmpm-paid", more)).isEqualTo(before);
    }

    private static Signal signal(String measure, List<MonthValue> months) {
        return Charting.of(Measures.get(measure), target(measure, "9", "1"), months)
                .signal();
    }

    private static Signal signalOf(String measure, long numerator, long denominator) {
        List<MonthValue> months = routine();
        months.add(month(0, numerator, denominator));
        return signal(measure, months);
    }

    /** Thirty months that alternate between 8.8 % and 9.2 %. */
    private static List<MonthValue> routine() {
        List<MonthValue> months = new ArrayList<>();
        for (int ago = 30; ago >= 1; ago--) {
            months.add(month(ago, ago % 2 == 0 ? 88 : 92, 1000));
        }
        return months;
    }
}
