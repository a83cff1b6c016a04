package counterpart.report;

import counterpart.measure.Scorecard;
import counterpart.measure.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What moved since the month before: statuses, then the breaks between the two books. */
final class Changes {
    /** Names beyond this many characters are counted, not listed; page 2 has them all. */
    private static final int MOST_CHARACTERS = 110;

    private Changes() {}

    static List<Sentence> of(List<Standing> standings, Scorecard scorecard, Registers registers) {
        List<Sentence> all = new ArrayList<>();
        add(all, "Newly off target: ", standings, Status.OFF_TARGET, was -> was != Status.NOT_SCORED);
        add(all, "Slipped to near target: ", standings, Status.NEAR_TARGET, was -> was == Status.ON_TARGET);
        add(all, "Back near target: ", standings, Status.NEAR_TARGET, was -> was == Status.OFF_TARGET);
        add(all, "Newly on target: ", standings, Status.ON_TARGET, was -> was != Status.NOT_SCORED);
        add(all, "Scored again: ", standings, null, was -> was == Status.NOT_SCORED);
        add(all, "No longer scored: ", standings, Status.NOT_SCORED, was -> true);
        if (all.isEmpty()) {
            all.add(Sentence.of("C0", "No measure changed its status.", Map.of()));
        }
        all.add(breaks(scorecard.reconciliation()));
        all.addAll(RegisterWords.of(registers, scorecard.asOf()));
        return all;
    }

    private static void add(
            List<Sentence> all,
            String opening,
            List<Standing> standings,
            @Nullable Status now,
            Predicate<Status> before) {
        List<Standing> moved = standings.stream()
                .filter(standing -> now == null ? !standing.is(Status.NOT_SCORED) : standing.is(now))
                .filter(standing ->
                        standing.score().previousStatus() != standing.score().status())
                .filter(standing -> before.test(standing.score().previousStatus()))
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>();
        Map<String, String> inputs = new LinkedHashMap<>();
        for (Standing standing : moved) {
            inputs.put(
                    standing.name(),
                    standing.score().previousStatus() + " to "
                            + standing.score().status());
            String name = named(standing);
            int used = names.stream().mapToInt(String::length).sum();
            if (names.size() + 1 == inputs.size() && (names.isEmpty() || used + name.length() <= MOST_CHARACTERS)) {
                names.add(name);
            }
        }
        int more = moved.size() - names.size();
        String rest = more == 0 ? "." : "; and " + more + " more (page 2).";
        all.add(Sentence.of("C1", opening + String.join("; ", names) + rest, inputs));
    }

    private static String named(Standing standing) {
        return standing.is(Status.NOT_SCORED)
                ? standing.title()
                : standing.title() + " (" + standing.spokenValue() + ")";
    }

    private static Sentence breaks(Scorecard.Reconciliation breaks) {
        Map<String, String> inputs = Map.of(
                "opened", String.valueOf(breaks.openedInMonth()), "closed", String.valueOf(breaks.closedInMonth()));
        if (breaks.openedInMonth() == 0 && breaks.closedInMonth() == 0) {
            return Sentence.of("C2", "Breaks between the two books: none opened, none closed.", inputs);
        }
        return Sentence.of(
                "C2",
                "Breaks between the two books: " + NumberFormats.count(breaks.openedInMonth()) + " opened, "
                        + NumberFormats.count(breaks.closedInMonth()) + " closed.",
                inputs);
    }
}
