package counterpart.report;

import counterpart.measure.Score;
import counterpart.measure.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sentences of the pages, written by fixed rules from a scorecard and the registers. The same input gives the same
 * words. A sentence praises or warns only where a rule holds; no rule comments on a month's change without a signal.
 *
 * @param lede the one sentence at the head of page 1
 * @param successes at most three cards (rules S1 to S3)
 * @param trends at most three cards (rules T1 to T3)
 * @param attention at most three cards (rules A1 to A4)
 * @param alsoOffTarget the off-target measures that have no attention card, so that every one is named on page 1
 * @param decisions what is asked of the committee; when empty the page says so
 * @param changes what moved since the month before
 * @param trust how far the newest numbers can be believed
 * @param scorecardMessage the heading of page 2
 */
public record Narrative(
        Sentence lede,
        List<Sentence> successes,
        List<Sentence> trends,
        List<Sentence> attention,
        Optional<AlsoOff> alsoOffTarget,
        List<Decisions.Asked> decisions,
        List<Sentence> changes,
        List<Sentence> trust,
        Sentence scorecardMessage) {
    public Narrative {
        successes = List.copyOf(successes);
        trends = List.copyOf(trends);
        attention = List.copyOf(attention);
        decisions = List.copyOf(decisions);
        changes = List.copyOf(changes);
        trust = List.copyOf(trust);
    }

    /** Writes everything that the pages of one scorecard say. */
    public static Narrative of(Briefing briefing) {
        return of(briefing, Room.full());
    }

    /** As {@link #of(Briefing)}, with at most so many cards of each kind. */
    static Narrative of(Briefing briefing, Room room) {
        List<Standing> standings =
                briefing.scorecard().scores().stream().map(Standing::new).toList();
        List<Sentence> attention = AttentionRules.cards(standings, briefing, room.of(Room.Part.ATTENTION));
        Set<String> told = new HashSet<>();
        attention.forEach(card -> told.add(String.valueOf(card.measure())));
        List<Standing> alsoOff = standings.stream()
                .filter(standing -> standing.is(Status.OFF_TARGET) && !told.contains(standing.name()))
                .toList();
        List<Sentence> trends = TrendRules.cards(standings, room.of(Room.Part.TRENDS));
        List<Sentence> successes = SuccessRules.cards(standings, briefing, room.of(Room.Part.SUCCESSES));
        List<Decisions.Asked> decisions = Decisions.of(standings, briefing);
        return new Narrative(
                Lede.of(standings, attention, decisions),
                successes,
                trends,
                attention,
                AttentionRules.alsoOff(alsoOff, !attention.isEmpty()),
                decisions,
                Changes.of(standings, briefing.scorecard(), briefing.registers()),
                Trust.of(standings, briefing.scorecard()),
                ScorecardMessage.of(standings));
    }

    /** Every sentence of page 1, in reading order. */
    List<Sentence> sentencesOfPageOne() {
        List<Sentence> all = new ArrayList<>();
        all.add(lede);
        decisions.forEach(asked -> all.add(asked.sentence()));
        all.addAll(successes);
        all.addAll(trends);
        all.addAll(attention);
        alsoOffTarget.map(AlsoOff::sentence).ifPresent(all::add);
        all.addAll(changes);
        all.addAll(trust);
        return all;
    }

    /** How many scores carry a status. */
    static long count(List<Score> scores, Status status) {
        return scores.stream().filter(score -> score.status() == status).count();
    }
}
