package counterpart.report;

import counterpart.measure.Signal;
import counterpart.measure.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is moving: T1 (improving, not on target), T2 (worsening, on or near target), T3 (changed, where neither
 * direction is better). Each needs a special cause; routine variation is no trend.
 */
final class TrendRules {
    private TrendRules() {}

    static List<Sentence> cards(List<Standing> standings, int most) {
        return standings.stream()
                .filter(standing -> !standing.is(Status.NOT_SCORED))
                .filter(standing -> !rule(standing).isEmpty())
                .sorted(rank())
                .limit(most)
                .map(TrendRules::card)
                .toList();
    }

    /** The evidence of a signal in one sentence: a run beside the average, a broken range, or the rule that fired. */
    static String evidence(Standing standing) {
        Signal signal = standing.score().signal();
        Optional<String> side = standing.sideOfMean();
        String start = signal.isNew() ? "New this month: " : "";
        if (signal.sideRun() >= 7 && side.isPresent()) {
            return Words.capital(start + signal.sideRun() + " months in a row " + side.get() + " its average of "
                    + standing.spokenMean() + ".");
        }
        if (standing.isOutsideLimits()) {
            return Words.capital(start + "outside its expected range of " + standing.spokenRange() + ".");
        }
        String rule = signal.rule();
        return rule == null ? "" : Words.capital(start + Words.stopped(rule));
    }

    private static String rule(Standing standing) {
        boolean isOn = standing.is(Status.ON_TARGET);
        boolean isOff = standing.is(Status.OFF_TARGET);
        return switch (standing.score().signal().kind()) {
            case IMPROVING -> isOn ? "" : "T1";
            case WORSENING -> isOff ? "" : "T2";
            case CHANGED -> isOff ? "" : "T3";
            case ROUTINE, NOT_CHARTED -> "";
        };
    }

    /** Worsening first, then what is new, then both sides' priorities; ties keep the scorecard's order. */
    private static Comparator<Standing> rank() {
        Map<String, Integer> order = Map.of("T2", 0, "T1", 1, "T3", 2);
        return Comparator.comparing((Standing standing) -> order.getOrDefault(rule(standing), 3))
                .thenComparing(standing -> !standing.score().signal().isNew())
                .thenComparing(Standing.prioritiesOfBothFirst());
    }

    private static Sentence card(Standing standing) {
        String movement = switch (standing.score().signal().kind()) {
            case IMPROVING -> " is improving: ";
            case WORSENING -> " is worsening: ";
            case CHANGED, ROUTINE, NOT_CHARTED -> " has changed: ";
        };
        String place = standing.is(Status.ON_TARGET) ? "still on target" : standing.gapToTarget();
        return new Sentence(
                rule(standing),
                standing.name(),
                standing.score().month(),
                standing.title() + movement + standing.spokenValue() + ", " + place + ".",
                evidence(standing),
                standing.inputs());
    }
}
