package counterpart.report;

import counterpart.measure.Status;
import counterpart.partner.Target.Perspective;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The one sentence at the head of page 1: what is well, then what needs the committee. A whole perspective is named
 * only where every measure of it is on target.
 */
final class Lede {
    private Lede() {}

    static Sentence of(List<Standing> standings, List<Sentence> attention, List<Decisions.Asked> decisions) {
        List<String> variants = new ArrayList<>();
        for (int names = 2; names >= 1; names--) {
            variants.add(good(standings, names) + "; " + bad(standings, attention, decisions, names) + ".");
        }
        variants.add(counted(standings));
        Map<String, String> inputs = Map.of(
                "onTarget", String.valueOf(count(standings, Status.ON_TARGET)),
                "nearTarget", String.valueOf(count(standings, Status.NEAR_TARGET)),
                "offTarget", String.valueOf(count(standings, Status.OFF_TARGET)),
                "notScored", String.valueOf(count(standings, Status.NOT_SCORED)),
                "attentionCards", String.valueOf(attention.size()),
                "decisionsAsked", String.valueOf(decisions.size()));
        return Sentence.of("lede", Words.fitting(variants), inputs);
    }

    private static String good(List<Standing> standings, int names) {
        if (count(standings, Status.NOT_SCORED) == standings.size()) {
            return "No joint measure can be scored this month";
        }
        List<Standing> on = standings.stream()
                .filter(standing -> standing.is(Status.ON_TARGET))
                .toList();
        if (on.isEmpty()) {
            return "No joint measure is on target";
        }
        if (on.size() == standings.size()) {
            return standings.size() == 1
                    ? on.get(0).title() + Words.verb(on.get(0).title(), " is", " are") + " on target"
                    : "All joint measures are on target";
        }
        List<String> whole = wholePerspectives(standings);
        if (!whole.isEmpty()) {
            List<String> named = whole.subList(0, Math.min(names, whole.size()));
            return "All " + Words.list(named) + " measures are on target";
        }
        List<String> titles = on.stream()
                .sorted(Standing.prioritiesOfBothFirst())
                .limit(names)
                .map(Standing::title)
                .toList();
        return subject(titles) + (titles.size() == 1 ? Words.verb(titles.get(0), " is", " are") : " are")
                + " on target";
    }

    private static List<String> wholePerspectives(List<Standing> standings) {
        List<String> whole = new ArrayList<>();
        for (Perspective perspective : Perspective.values()) {
            List<Standing> its = standings.stream()
                    .filter(standing -> standing.score().target().perspective() == perspective)
                    .toList();
            if (its.size() > 1 && its.stream().allMatch(standing -> standing.is(Status.ON_TARGET))) {
                whole.add(perspective.name().toLowerCase(Locale.US));
            }
        }
        return whole;
    }

    private static String bad(
            List<Standing> standings, List<Sentence> attention, List<Decisions.Asked> decisions, int names) {
        List<Standing> off = standings.stream()
                .filter(standing -> standing.is(Status.OFF_TARGET))
                .toList();
        if (off.isEmpty()) {
            return count(standings, Status.NOT_SCORED) == standings.size()
                    ? "the reasons stand below"
                    : "no measure is off target";
        }
        List<String> cards =
                attention.stream().map(card -> String.valueOf(card.measure())).toList();
        List<String> titles = off.stream()
                .filter(standing -> cards.isEmpty() || cards.contains(standing.name()))
                .sorted((one, other) -> cards.indexOf(one.name()) - cards.indexOf(other.name()))
                .limit(names)
                .map(standing -> Words.inside(standing.title()))
                .toList();
        String verb = titles.size() == 1 ? Words.verb(titles.get(0), "needs", "need") : "need";
        String what = decisions.isEmpty() ? " your attention" : " your decision";
        return Words.names(titles) + " " + verb + what;
    }

    /** Used where the names alone would make the sentence too long. */
    private static String counted(List<Standing> standings) {
        int off = count(standings, Status.OFF_TARGET);
        String misses = off == 0 ? "none is" : off == 1 ? "one is" : NumberFormats.count(off) + " are";
        return Words.onTarget(count(standings, Status.ON_TARGET), standings.size()) + "; " + misses + " off target.";
    }

    private static String subject(List<String> titles) {
        List<String> parts = new ArrayList<>();
        for (String title : titles) {
            parts.add(parts.isEmpty() ? title : Words.inside(title));
        }
        return Words.names(parts);
    }

    private static int count(List<Standing> standings, Status status) {
        return (int) standings.stream().filter(standing -> standing.is(status)).count();
    }
}
