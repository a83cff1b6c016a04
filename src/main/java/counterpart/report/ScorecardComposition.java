package counterpart.report;

import counterpart.measure.Score;
import counterpart.measure.Status;
import counterpart.partner.Target.Perspective;
import counterpart.partner.Target.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Composes page 2: rows by perspective, and how each side's priorities stand. */
final class ScorecardComposition {
    private final Briefing briefing;
    private final Narrative narrative;

    ScorecardComposition(Briefing briefing, Narrative narrative) {
        this.briefing = briefing;
        this.narrative = narrative;
    }

    /** Puts the strings of the page to the labels of the facts. */
    void label(Map<String, String> labels) {
        List<Score> scores = briefing.scorecard().scores();
        PageLabels.scorecard(labels, groups(scores), tally(scores));
    }

    ScorecardPage page(Facts facts) {
        List<Score> scores = briefing.scorecard().scores();
        return new ScorecardPage(
                narrative.scorecardMessage().text(),
                "The joint balanced scorecard, with both sides\u2019 priorities. A status stands on the newest complete"
                        + " month of its measure; the month is printed under the actual value.",
                groups(scores),
                tally(scores),
                scores.stream().anyMatch(MeasureWords::holdsTarget),
                "Edition " + facts.partnership() + ", " + facts.month() + ", revision " + facts.revision()
                        + ". Every sentence and number is traced in facts.json under data hash "
                        + facts.printedHash() + ".");
    }

    private List<ScorecardPage.Group> groups(List<Score> scores) {
        List<ScorecardPage.Group> groups = new ArrayList<>();
        for (Perspective perspective : Perspective.values()) {
            List<ScorecardPage.Row> rows = scores.stream()
                    .filter(score -> score.target().perspective() == perspective)
                    .map(score -> MeasureWords.row(score, briefing))
                    .toList();
            if (!rows.isEmpty()) {
                groups.add(new ScorecardPage.Group(Words.perspective(perspective), rows));
            }
        }
        return groups;
    }

    private List<ScorecardPage.TallyRow> tally(List<Score> scores) {
        List<ScorecardPage.TallyRow> rows = new ArrayList<>();
        for (Priority priority : List.of(Priority.RIGHT, Priority.LEFT, Priority.BOTH)) {
            List<Score> its = scores.stream()
                    .filter(score -> score.target().priorityFor() == priority)
                    .toList();
            rows.add(new ScorecardPage.TallyRow(
                    Words.priority(priority, briefing),
                    named(its, Status.ON_TARGET),
                    named(its, Status.NEAR_TARGET),
                    named(its, Status.OFF_TARGET),
                    named(its, Status.NOT_SCORED)));
        }
        return rows;
    }

    private static String named(List<Score> scores, Status status) {
        List<String> titles = scores.stream()
                .filter(score -> score.status() == status)
                .map(score -> score.definition().title())
                .toList();
        return titles.isEmpty() ? "0" : titles.size() + ": " + String.join("; ", titles);
    }
}
