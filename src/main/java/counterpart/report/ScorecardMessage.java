package counterpart.report;

import counterpart.measure.Status;
import counterpart.partner.Target.Perspective;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The heading of page 2: how many are on target and where the misses are. */
final class ScorecardMessage {
    private ScorecardMessage() {}

    static Sentence of(List<Standing> standings) {
        long on = standings.stream().filter(s -> s.is(Status.ON_TARGET)).count();
        Map<Perspective, Integer> misses = new EnumMap<>(Perspective.class);
        standings.stream()
                .filter(standing -> standing.is(Status.OFF_TARGET))
                .forEach(standing -> misses.merge(standing.score().target().perspective(), 1, Integer::sum));
        String opening = Words.onTarget((int) on, standings.size());
        Map<String, String> inputs = Map.of(
                "onTarget", String.valueOf(on), "of", String.valueOf(standings.size()), "misses", misses.toString());
        return Sentence.of("scorecard", opening + "; " + where(misses), inputs);
    }

    private static String where(Map<Perspective, Integer> misses) {
        int all = misses.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return "none is off target";
        }
        int most = misses.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<String> places = misses.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(entry -> entry.getKey().name().toLowerCase(Locale.US))
                .toList();
        if (all == 1) {
            return "the one miss is in " + places.get(0);
        }
        String number = Words.opening(all).toLowerCase(Locale.US);
        if (misses.size() == 1) {
            return (all == 2 ? "both misses are in " : "all " + number + " misses are in ") + places.get(0);
        }
        if (places.size() == 1) {
            return Words.opening(most).toLowerCase(Locale.US) + " of the " + number + " misses are in " + places.get(0);
        }
        return "the " + number + " misses are in "
                + Words.list(misses.keySet().stream()
                        .map(perspective -> perspective.name().toLowerCase(Locale.US))
                        .toList());
    }
}
