package counterpart.report;

import counterpart.measure.MeasureDefinition.Direction;
import counterpart.measure.Signal;
import counterpart.measure.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What may be called a success: S1 (newly on target), S2 (on target for months), S3 (back on target after a recorded
 * issue). A measure of which neither direction is better is no success.
 */
final class SuccessRules {
    private SuccessRules() {}

    static List<Sentence> cards(List<Standing> standings, Briefing briefing, int most) {
        return standings.stream()
                .filter(standing -> standing.is(Status.ON_TARGET))
                .filter(standing -> standing.definition().direction() != Direction.NEITHER)
                .filter(standing -> !standing.isSignal(Signal.Kind.WORSENING))
                .sorted(rank())
                .limit(most)
                .map(standing -> card(standing, briefing))
                .toList();
    }

    /** Improving before routine, newly reached before kept, then both sides' priorities; ties keep the scorecard's order. */
    private static Comparator<Standing> rank() {
        return Comparator.comparing((Standing standing) -> !standing.isSignal(Signal.Kind.IMPROVING))
                .thenComparing(standing -> standing.monthsOnTarget() > 1)
                .thenComparing(Standing.prioritiesOfBothFirst());
    }

    private static Sentence card(Standing standing, Briefing briefing) {
        Optional<Registers.Issue> issue = issueBefore(standing, briefing);
        if (issue.isPresent() && standing.isSignal(Signal.Kind.IMPROVING)) {
            return sentence(
                    "S3",
                    standing,
                    "back to " + standing.spokenValue() + ", on target after the issue of "
                            + NumberFormats.month(issue.get().month()) + ".");
        }
        int months = standing.monthsOnTarget();
        if (months > 1) {
            String run = standing.spokenValue() + ", on target for the " + Words.ordinal(months) + " month in a row.";
            return sentence("S2", standing, run);
        }
        return sentence("S1", standing, standing.spokenValue() + ", " + arrival(standing));
    }

    private static String arrival(Standing standing) {
        Optional<Integer> missed = standing.monthsSinceLastOnTarget();
        if (missed.isEmpty()) {
            return "on target for the first time.";
        }
        return "on target again after " + Words.plural(missed.get(), "month", "months") + ".";
    }

    private static Optional<Registers.Issue> issueBefore(Standing standing, Briefing briefing) {
        var newest = standing.score().month();
        int onTarget = Math.max(1, standing.monthsOnTarget());
        return briefing.registers()
                .newestIssue(standing.name(), newest.minusMonths(onTarget + 2L), newest.minusMonths(onTarget));
    }

    private static Sentence sentence(String rule, Standing standing, String words) {
        return new Sentence(
                rule,
                standing.name(),
                standing.score().month(),
                standing.title() + ": " + words,
                detail(standing),
                standing.inputs());
    }

    private static String detail(Standing standing) {
        if (!standing.isSignal(Signal.Kind.IMPROVING)) {
            return "";
        }
        return TrendRules.evidence(standing);
    }
}
