package counterpart.report;

import static counterpart.report.Samples.OCTOBER;
import static counterpart.report.Samples.aScore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import counterpart.measure.Score;
import counterpart.measure.Signal;
import counterpart.measure.Status;
import counterpart.partner.Target.Perspective;
import counterpart.partner.Target.Priority;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NarrativeTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void each_rule_writes_its_own_words(String rule, Score score, String words) {
        Narrative told = narrative(Registers.empty(), score);
        List<Sentence> cards = Stream.of(told.successes(), told.trends(), told.attention())
                .flatMap(List::stream)
                .toList();
        assertThat(cards).extracting(Sentence::rule, Sentence::text).containsExactly(tuple(rule, words));
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(
                        "S1",
                        denials().values(8, 7.9, 8, 6.9).build(),
                        "Initial denial rate: 6.9%, on target for the first time."),
                Arguments.of(
                        "S1",
                        denials().values(6.8, 8, 8, 6.9).build(),
                        "Initial denial rate: 6.9%, on target again after 2 months."),
                Arguments.of(
                        "S2",
                        denials().values(8, 6.9, 7.04, 6.9).build(),
                        "Initial denial rate: 6.9%, on target for the third month in a row."),
                Arguments.of(
                        "T1",
                        denials()
                                .values(8, 7.8, 7.3)
                                .signal(Signal.Kind.IMPROVING, 8, 8, 7, 9, false)
                                .build(),
                        "Initial denial rate is improving: 7.3%, 0.3 points above target. 8 months in a row below its"
                                + " average of 8.0%."),
                Arguments.of(
                        "T2",
                        denials()
                                .values(6, 6.2, 6.9)
                                .signal(Signal.Kind.WORSENING, 1, 6.1, 5.5, 6.7, true)
                                .build(),
                        "Initial denial rate is worsening: 6.9%, still on target. New this month: outside its expected"
                                + " range of 5.5% to 6.7%."),
                Arguments.of(
                        "A1",
                        denials()
                                .owner("D. Osei")
                                .values(7.8, 8, 8.9)
                                .signal(Signal.Kind.WORSENING, 7, 7.4, 6.5, 8.3, false)
                                .build(),
                        "Initial denial rate: 8.9%, 1.9 points above target. 7 months in a row above its average of"
                                + " 7.4%. Impact not yet assessed (owner D. Osei). No plan recorded."),
                Arguments.of(
                        "A2",
                        denials()
                                .values(6.8, 6.9, 8.9)
                                .signal(Signal.Kind.WORSENING, 1, 7, 6.5, 8.3, true)
                                .build(),
                        "Initial denial rate: 8.9%, 1.9 points above target. New this month: outside its expected range"
                                + " of 6.5% to 8.3%. Impact not yet assessed (no owner named). No plan recorded."),
                Arguments.of(
                        "A3",
                        denials()
                                .values(6.8, 8.8, 8.7, 8.9)
                                .routine(8, 6.5, 9.5)
                                .build(),
                        "Initial denial rate: 8.9%, 1.9 points above target. Off target for 3 months; the process must"
                                + " change, not the month. Impact not yet assessed (no owner named). No plan recorded."));
    }

    @Test
    void a_routine_miss_of_one_month_gets_no_card_but_is_named() {
        Narrative told = narrative(
                Registers.empty(),
                denials().values(6.8, 6.9, 8.9).routine(7, 5, 9).build());
        assertThat(told.attention()).isEmpty();
        assertThat(told.alsoOffTarget().orElseThrow().sentence().text())
                .isEqualTo("Off target: Initial denial rate (8.9%, target \u2264\u00a07.0%).");
    }

    @Test
    void an_issue_fills_in_impact_plan_owner_and_date_and_asks_no_decision() {
        Registers registers = new Registers(
                List.of(),
                List.of(new Registers.Issue(
                        "denial-rate",
                        OCTOBER,
                        "About 2,300 more denials.",
                        "suspend two edits",
                        "D. Osei",
                        LocalDate.of(2026, 12, 5))));
        Narrative told = narrative(registers, offTarget("denial-rate", "Initial denial rate", 8.9));
        assertThat(told.attention().get(0).detail())
                .endsWith("About 2,300 more denials. Plan: suspend two edits (D. Osei, due Dec 5, 2026).");
        assertThat(told.decisions()).isEmpty();
        assertThat(told.lede().text())
                .isEqualTo("No joint measure is on target; initial denial rate needs your attention.");
    }

    @Test
    void a_routine_miss_with_a_recorded_issue_gets_a_card_with_its_plan() {
        Registers registers = new Registers(
                List.of(), List.of(new Registers.Issue("denial-rate", OCTOBER, "It is felt", "mend it", null, null)));
        Narrative told = narrative(
                registers, denials().values(6.8, 6.9, 8.9).routine(7, 5, 9).build());
        assertThat(told.attention())
                .extracting(Sentence::rule, Sentence::text)
                .containsExactly(
                        tuple("A4", "Initial denial rate: 8.9%, 1.9 points above target. It is felt. Plan: mend it."));
        assertThat(told.alsoOffTarget()).isEmpty();
    }

    @Test
    void an_issue_from_before_the_present_run_does_not_count() {
        Registers registers = new Registers(
                List.of(),
                List.of(new Registers.Issue("denial-rate", YearMonth.of(2026, 1), "old", "old", null, null)));
        Narrative told = narrative(registers, offTarget("denial-rate", "Initial denial rate", 8.9));
        assertThat(told.attention().get(0).detail()).endsWith("No plan recorded.");
        assertThat(told.decisions()).hasSize(1);
    }

    @Test
    void back_on_target_after_an_issue_with_an_improving_signal_is_said_so() {
        Registers registers = new Registers(
                List.of(), List.of(new Registers.Issue("denial-rate", OCTOBER.minusMonths(1), null, null, null, null)));
        Score score = denials()
                .values(8.9, 8.9, 6.9)
                .signal(Signal.Kind.IMPROVING, 1, 8.9, 7.5, 9.9, false)
                .build();
        assertThat(narrative(registers, score).successes().get(0).head())
                .isEqualTo("Initial denial rate: back to 6.9%, on target after the issue of September 2026.");
    }

    @Test
    void broken_ranges_come_before_runs_and_runs_before_lasting_misses_and_no_miss_is_lost() {
        Score lasting = denials("a").values(8.9, 8.9, 9.9).routine(9, 7, 11).build();
        Score run = denials("b")
                .values(8, 8, 9.9)
                .signal(Signal.Kind.WORSENING, 9, 8, 7, 11, false)
                .build();
        Score broken = denials("c")
                .values(7, 7, 8)
                .signal(Signal.Kind.WORSENING, 1, 7, 6, 7.9, true)
                .build();
        Score fourth = denials("d").values(8.9, 8.9, 7.8).routine(9, 7, 11).build();
        Narrative told = narrative(Registers.empty(), lasting, run, broken, fourth);
        assertThat(told.attention()).extracting(Sentence::measure).containsExactly("c", "b", "a");
        assertThat(told.alsoOffTarget().orElseThrow().sentence().text()).contains("Measure d (7.8%");
        assertThat(told.decisions()).hasSize(1);
        assertThat(told.decisions().get(0).sentence().head())
                .contains("measure a", "measure b", "measure c", "measure d");
    }

    @Test
    void a_whole_perspective_is_named_only_when_all_of_it_is_on_target() {
        Score on = cost("a", 6.5);
        Score near = cost("b", 7.3);
        Score miss = offTarget("denial-rate", "Initial denial rate", 8.9);
        assertThat(narrative(Registers.empty(), on, near, miss).lede().text())
                .isEqualTo("Measure a is on target; initial denial rate needs your decision.");
        assertThat(narrative(Registers.empty(), on, cost("b", 6.9), miss).lede().text())
                .isEqualTo("All cost measures are on target; initial denial rate needs your decision.");
        assertThat(narrative(Registers.empty(), on, cost("b", 6.9)).lede().text())
                .isEqualTo("All joint measures are on target; no measure is off target.");
    }

    @Test
    void unscored_measures_are_told_with_their_reason_and_never_praised() {
        Narrative told = Narrative.of(Samples.briefing(Samples.nothingScored(), Registers.empty()));
        assertThat(told.lede().text()).isEqualTo("No joint measure can be scored this month; the reasons stand below.");
        assertThat(told.successes()).isEmpty();
        assertThat(told.trust().get(3).text())
                .isEqualTo("Not scored: Medical cost allowed; Initial denial rate; Files on time; Pharmacy cost"
                        + " (no month is complete yet).");
    }

    @Test
    void a_month_behind_the_report_is_named_with_its_reason() {
        Score older = denials().at(Samples.JULY, 6.9).build();
        assertThat(narrative(Registers.empty(), older).trust().get(3).text())
                .isEqualTo("Initial denial rate stands at July 2026, the newest complete month; younger"
                        + " months are never scored.");
    }

    @Test
    void the_scorecards_heading_counts_and_places_the_misses() {
        Score service = offTarget("x", "X", 9);
        assertThat(narrative(Registers.empty(), cost("a", 6), service)
                        .scorecardMessage()
                        .text())
                .isEqualTo("One of 2 joint measures is on target; the one miss is in service");
        assertThat(narrative(Registers.empty(), service, offTarget("y", "Y", 9), cost("b", 9))
                        .scorecardMessage()
                        .text())
                .isEqualTo("None of 3 joint measures is on target; two of the three misses are in service");
        assertThat(narrative(Registers.empty(), cost("a", 6)).scorecardMessage().text())
                .isEqualTo("The one joint measure is on target; none is off target");
    }

    @Test
    void no_generated_sentence_is_longer_than_thirty_words_or_uses_words_of_alarm() {
        for (Briefing briefing : List.of(
                Samples.ordinary(),
                Samples.briefing(Samples.manyScores(18), Registers.empty()),
                Samples.briefing(Samples.nothingScored(), Registers.empty()))) {
            Narrative told = Narrative.of(briefing);
            assertThat(Words.words(told.lede().text())).isLessThanOrEqualTo(30);
            for (Sentence sentence : told.sentencesOfPageOne()) {
                assertThat(Words.words(sentence.head()))
                        .as(sentence.head())
                        .isLessThanOrEqualTo(List.of("P1", "A0").contains(sentence.rule()) ? 200 : 30);
                assertThat(sentence.text())
                        .doesNotContainIgnoringCase("significant")
                        .doesNotContainIgnoringCase("alarming")
                        .doesNotContainIgnoringCase("unfortunately")
                        .doesNotContainIgnoringCase(" only ");
            }
        }
    }

    @Test
    void the_same_briefing_gives_the_same_words() {
        assertThat(Narrative.of(Samples.ordinary())).isEqualTo(Narrative.of(Samples.ordinary()));
    }

    @Test
    void moves_since_last_month_are_listed_by_where_they_went() {
        Score slipped = denials("a").at(OCTOBER, 7.3).previous(Status.ON_TARGET).build();
        Score lost = denials("b").at(OCTOBER, 9).previous(Status.NEAR_TARGET).build();
        Score same = denials("c").at(OCTOBER, 9).previous(Status.OFF_TARGET).build();
        assertThat(narrative(Registers.empty(), slipped, lost, same).changes())
                .extracting(Sentence::text)
                .containsExactly(
                        "Newly off target: Measure b (9.0%).",
                        "Slipped to near target: Measure a (7.3%).",
                        "Breaks between the two books: 96 opened, 74 closed.",
                        "Actions: none recorded.",
                        "Incidents: none recorded.");
    }

    private static Narrative narrative(Registers registers, Score... scores) {
        return Narrative.of(Samples.briefing(List.of(scores), registers));
    }

    private static ScoreBuilder denials() {
        return aScore("denial-rate", "Initial denial rate").lower();
    }

    private static ScoreBuilder denials(String name) {
        return aScore(name, "Measure " + name).lower();
    }

    private static Score cost(String name, double value) {
        return denials(name)
                .terms(Perspective.COST, 7.4, 7, 0.5, Priority.BOTH)
                .values(8, value)
                .build();
    }

    private static Score offTarget(String name, String title, double value) {
        return aScore(name, title)
                .lower()
                .values(6.8, 6.9, value)
                .signal(Signal.Kind.WORSENING, 1, 7, 6.5, 8.3, false)
                .build();
    }
}
