package counterpart.report;

import counterpart.measure.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is asked of the committee: what people registered, then an owner and a plan for every miss that lacks one. */
public final class Decisions {
    private static final int ROWS_OF_OWN = 3;

    private Decisions() {}

    /** One row of the section; {@code sentence} holds the decision's words and its rule. */
    public record Asked(int number, Sentence sentence, String whyNow, String proposedBy) {
        /** The first word of the decision, which is set in bold. */
        public String verb() {
            return sentence.head().split(" ", 2)[0];
        }

        /** The decision without its first word. */
        public String rest() {
            return sentence.head().substring(verb().length());
        }
    }

    static List<Asked> of(List<Standing> standings, Briefing briefing) {
        List<Asked> asked = new ArrayList<>();
        for (Registers.Decision decision : briefing.registers().decisions()) {
            Map<String, String> inputs = Map.of(
                    "registeredNumber", String.valueOf(decision.number()),
                    "whyNow", decision.whyNow(),
                    "proposedBy", decision.proposedBy());
            Sentence sentence = Sentence.of("registered", Words.stopped(decision.decision()), inputs);
            asked.add(new Asked(asked.size() + 1, sentence, Words.stopped(decision.whyNow()), decision.proposedBy()));
        }
        List<Standing> unplanned = standings.stream()
                .filter(standing -> standing.is(Status.OFF_TARGET))
                .filter(standing -> AttentionRules.issue(standing, briefing)
                        .map(issue -> issue.plan() == null)
                        .orElse(true))
                .toList();
        if (unplanned.size() <= ROWS_OF_OWN) {
            unplanned.forEach(standing -> asked.add(single(asked.size() + 1, standing)));
        } else {
            asked.add(together(asked.size() + 1, unplanned));
        }
        return asked;
    }

    private static Asked single(int number, Standing standing) {
        String owner = standing.score().target().owner();
        String words = owner == null
                ? "Name an owner and a plan for " + Words.inside(standing.title()) + "."
                : "Ask " + owner + " for a plan for " + Words.inside(standing.title()) + ".";
        String why = "Off target at " + standing.spokenValue() + " in "
                + NumberFormats.month(standing.score().month()) + "; no plan is recorded.";
        Sentence sentence = new Sentence("P1", standing.name(), standing.score().month(), words, "", standing.inputs());
        return new Asked(number, sentence, why, "Counterpart (rule)");
    }

    private static Asked together(int number, List<Standing> unplanned) {
        List<String> names = unplanned.stream()
                .map(standing -> Words.inside(standing.title()))
                .toList();
        Sentence sentence = Sentence.of(
                "P1",
                "Name an owner and a plan for each of these: " + Words.names(names) + ".",
                Map.of("measures", String.valueOf(unplanned.size())));
        String why = unplanned.size() + " measures are off target and no plan is recorded.";
        return new Asked(number, sentence, why, "Counterpart (rule)");
    }
}
