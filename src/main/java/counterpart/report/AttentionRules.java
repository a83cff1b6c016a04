package counterpart.report;

import counterpart.measure.Signal;
import counterpart.measure.Status;
import counterpart.partner.Target;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What needs attention: A1 (off target and worsening), A2 (off target and outside the expected range), A3 (off target
 * for three months without a special cause), A4 (off target with an issue that people recorded). A card states impact, plan,
 * owner and date, or that they are missing.
 */
final class AttentionRules {
    private static final int FEW = 3;
    private static final Map<String, Integer> ORDER = Map.of("A2", 0, "A1", 1, "A3", 2, "A4", 3);

    private AttentionRules() {}

    static List<Sentence> cards(List<Standing> standings, Briefing briefing, int most) {
        return standings.stream()
                .filter(standing -> standing.is(Status.OFF_TARGET))
                .filter(standing -> !rule(standing, briefing).isEmpty())
                .sorted(rank(briefing))
                .limit(most)
                .map(standing -> card(standing, briefing))
                .toList();
    }

    /** Names the off-target measures that have no card. */
    static Optional<AlsoOff> alsoOff(List<Standing> standings, boolean hasCards) {
        if (standings.isEmpty()) {
            return Optional.empty();
        }
        List<AlsoOff.Miss> misses = standings.stream()
                .map(standing -> new AlsoOff.Miss(
                        standing.name(),
                        standing.title() + " ("
                                + standing.spokenValue()
                                + (standings.size() <= FEW ? ", target " + MeasureWords.target(standing.score()) : "")
                                + ")",
                        standing.value().toPlainString()))
                .toList();
        return Optional.of(new AlsoOff(hasCards ? "Also off target: " : "Off target: ", misses));
    }

    /** The issue that people recorded within the present run of off-target months. */
    static Optional<Registers.Issue> issue(Standing standing, Briefing briefing) {
        int months = Math.max(1, standing.monthsOffTarget());
        return briefing.registers()
                .newestIssue(
                        standing.name(),
                        standing.score().month().minusMonths(months - 1L),
                        briefing.scorecard().month());
    }

    private static String rule(Standing standing, Briefing briefing) {
        boolean isWorse = standing.isSignal(Signal.Kind.WORSENING) || standing.isSignal(Signal.Kind.CHANGED);
        if (isWorse && standing.score().signal().sideRun() >= 7) {
            return "A1";
        }
        if (isWorse && standing.isOutsideLimits()) {
            return "A2";
        }
        if (isWorse) {
            return "A1";
        }
        if (standing.monthsOffTarget() >= 3) {
            return "A3";
        }
        return issue(standing, briefing).isPresent() ? "A4" : "";
    }

    /** Broken ranges, then worsening runs, then lasting misses, then recorded issues; within one the largest miss in tolerances. */
    private static Comparator<Standing> rank(Briefing briefing) {
        return Comparator.comparing((Standing standing) -> ORDER.getOrDefault(rule(standing, briefing), 4))
                .thenComparing(standing -> -standing.missInTolerances())
                .thenComparing(Standing.prioritiesOfBothFirst());
    }

    private static Sentence card(Standing standing, Briefing briefing) {
        String rule = rule(standing, briefing);
        Registers.@Nullable Issue issue = issue(standing, briefing).orElse(null);
        String why = switch (rule) {
            case "A3" ->
                "Off target for " + standing.monthsOffTarget() + " months; the process must change, not the month.";
            case "A4" -> "";
            default -> TrendRules.evidence(standing);
        };
        String head = standing.title() + ": " + standing.spokenValue() + ", " + standing.gapToTarget() + ".";
        String detail = why + " " + impact(issue, standing.score().target()) + " " + plan(issue);
        Map<String, String> inputs = new LinkedHashMap<>(standing.inputs());
        inputs.put("monthsOffTarget", String.valueOf(standing.monthsOffTarget()));
        inputs.put("issue", issue == null ? "none" : issue.measure() + "/" + issue.month());
        return new Sentence(rule, standing.name(), standing.score().month(), head, detail.strip(), inputs);
    }

    private static String impact(Registers.@Nullable Issue issue, Target target) {
        if (issue != null && issue.impact() != null) {
            return Words.stopped(issue.impact());
        }
        String owner = issue != null && issue.owner() != null ? issue.owner() : target.owner();
        LocalDate due = issue == null ? null : issue.due();
        String who = owner == null ? "no owner named" : "owner " + owner;
        return "Impact not yet assessed (" + who + due(due) + ").";
    }

    private static String plan(Registers.@Nullable Issue issue) {
        if (issue == null || issue.plan() == null) {
            return "No plan recorded.";
        }
        String owner = issue.owner();
        LocalDate due = issue.due();
        if (owner == null && due == null) {
            return "Plan: " + Words.stopped(issue.plan());
        }
        String who = owner == null ? "no owner named" : owner;
        return "Plan: " + Words.unstopped(issue.plan()) + " (" + who + due(due) + ").";
    }

    private static String due(@Nullable LocalDate due) {
        return due == null ? "" : ", due " + NumberFormats.day(due);
    }
}
