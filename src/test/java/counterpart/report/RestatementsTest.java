package counterpart.report;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.measure.Score;
import counterpart.measure.Scorecard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a revision says of the figures that it changes. */
class RestatementsTest {
    private final Scorecard issued = Samples.ordinary().scorecard();

    @Test
    void a_first_issue_restates_nothing() {
        assertThat(Restatements.of(revision(1, issued.scores()), null))
                .containsExactly("Restatements: this is the first issue of the month; no printed value was restated.");
    }

    @Test
    void a_revision_that_prints_the_same_says_so() {
        assertThat(Restatements.of(revision(2, issued.scores()), revision(1, issued.scores())))
                .containsExactly("Restatements: this is revision 2; it takes the place of revision 1, which stays in"
                        + " the archive and printed the same values.");
    }

    @Test
    void each_figure_that_changed_is_told_with_both_values_and_the_difference() {
        Score first = issued.scores().get(0);
        BigDecimal old = Objects.requireNonNull(first.value());
        BigDecimal more = old.add(BigDecimal.TEN);
        List<String> lines = Restatements.of(revision(2, replaced(0, with(first, more))), revision(1, issued.scores()));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1))
                .isEqualTo("Restated: " + Words.inside(first.definition().title()) + ", "
                        + NumberFormats.monthName(first.month()) + " "
                        + NumberFormats.value(first.definition(), old) + " before, now "
                        + NumberFormats.value(first.definition(), more) + " ("
                        + NumberFormats.change(first.definition(), old, more) + ").");
    }

    @Test
    void a_difference_that_no_page_prints_is_none() {
        Score first = issued.scores().get(0);
        BigDecimal value = Objects.requireNonNull(first.value());
        Score nearly = with(first, value.add(new BigDecimal("0.000001")));
        assertThat(Restatements.of(revision(2, replaced(0, nearly)), revision(1, issued.scores())))
                .hasSize(1);
    }

    @Test
    void many_are_counted_after_the_first_five() {
        List<Score> scores = new ArrayList<>();
        for (Score score : issued.scores()) {
            BigDecimal value = score.value();
            scores.add(value == null ? score : with(score, value.add(BigDecimal.TEN)));
        }
        List<String> lines = Restatements.of(revision(3, scores), revision(2, issued.scores()));

        assertThat(lines).hasSize(7);
        assertThat(lines.get(6)).startsWith("Restated too: ");
        assertThat(lines).allSatisfy(line -> assertThat(Words.words(line)).isLessThanOrEqualTo(Words.LONGEST_SENTENCE));
    }

    private List<Score> replaced(int index, Score score) {
        List<Score> scores = new ArrayList<>(issued.scores());
        scores.set(index, score);
        return scores;
    }

    private static Score with(Score score, BigDecimal value) {
        return Samples.valued(score, value);
    }

    private Scorecard revision(int revision, List<Score> scores) {
        return Samples.revision(issued, revision, scores);
    }
}
