package counterpart.report;

import counterpart.measure.Score;
import counterpart.measure.Scorecard;
import counterpart.measure.Status;
import counterpart.model.Sha256;
import counterpart.partner.Partnership.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts sentences, tiles and rows on their pages and collects the facts behind them. */
final class Composition {
    static final int MOST_TILES = 5;

    private final Briefing briefing;
    private final Scorecard scorecard;
    private final Narrative narrative;
    private final Room room;

    Composition(Briefing briefing, Room room) {
        this.briefing = briefing;
        this.scorecard = briefing.scorecard();
        this.narrative = Narrative.of(briefing, room);
        this.room = room;
    }

    EditionDraft draft() {
        SummaryPage summary = summary();
        List<Sentence> sentences = new ArrayList<>(narrative.sentencesOfPageOne());
        sentences.add(narrative.scorecardMessage());
        Map<String, String> labels = labels(summary);
        ScorecardComposition scorecardPage = new ScorecardComposition(briefing, narrative);
        scorecardPage.label(labels);
        SignalsPage signals = has(Page.SIGNALS) ? signals(sentences, labels) : null;
        ServicePage service = has(Page.SERVICE) ? service(sentences, labels) : null;
        RegistersPage registers = has(Page.REGISTERS) ? registers(sentences, labels) : null;
        NotesPage notes = has(Page.NOTES) ? notes(sentences, labels) : null;
        Facts facts = facts(sentences, labels);
        ScorecardPage page = scorecardPage.page(facts);
        return new EditionDraft(
                "Steering committee dashboard, " + summary.month() + ": " + summary.partnershipName(),
                "Confidential to both parties. No member-level data. Data as of " + summary.asOf() + ".",
                summary,
                page,
                signals,
                service,
                registers,
                notes,
                facts);
    }

    private boolean has(Page page) {
        return briefing.partnership().pages().contains(page);
    }

    private SignalsPage signals(List<Sentence> sentences, Map<String, String> labels) {
        SignalsComposition composition = new SignalsComposition(briefing);
        SignalsPage page = composition.page();
        sentences.addAll(composition.sentences());
        PageLabels.signals(labels, page);
        return page;
    }

    private ServicePage service(List<Sentence> sentences, Map<String, String> labels) {
        ServiceComposition composition = new ServiceComposition(briefing);
        ServicePage page = composition.page();
        sentences.addAll(composition.sentences());
        PageLabels.service(labels, page);
        return page;
    }

    private RegistersPage registers(List<Sentence> sentences, Map<String, String> labels) {
        RegistersComposition composition = new RegistersComposition(briefing, narrative.decisions());
        RegistersPage page = composition.page();
        sentences.addAll(composition.sentences());
        PageLabels.registers(labels, page);
        return page;
    }

    private NotesPage notes(List<Sentence> sentences, Map<String, String> labels) {
        NotesComposition composition = new NotesComposition(briefing, narrative);
        NotesPage page = composition.page();
        sentences.addAll(composition.sentences());
        PageLabels.notes(labels, page);
        return page;
    }

    private SummaryPage summary() {
        List<Score> scores = scorecard.scores();
        return new SummaryPage(
                briefing.partnership().name(),
                briefing.partnership().committee().name() + " dashboard",
                NumberFormats.month(scorecard.month()),
                NumberFormats.day(scorecard.asOf()),
                narrative.lede().text(),
                strip(scores),
                "Status of the " + scores.size() + " joint measures: " + counted(scores),
                Words.onTargetInDigits(scores.size(), statuses(scores)) + lastMonth(scores),
                tiles(),
                first(narrative.decisions(), Room.Part.DECISIONS),
                moreDecisions(),
                new SummaryPage.Column(narrative.successes(), nothingGained()),
                new SummaryPage.Column(narrative.trends(), nothingMoving()),
                new SummaryPage.Column(narrative.attention(), nothingWrong()),
                narrative.alsoOffTarget().orElse(null),
                first(narrative.changes(), Room.Part.CHANGES).stream()
                        .map(Sentence::text)
                        .toList(),
                first(narrative.trust(), Room.Part.TRUST).stream()
                        .map(Sentence::text)
                        .toList());
    }

    private <T> List<T> first(List<T> all, Room.Part part) {
        return all.subList(0, Math.min(all.size(), room.of(part)));
    }

    private String moreDecisions() {
        int more = narrative.decisions().size() - room.of(Room.Part.DECISIONS);
        if (more <= 0) {
            return "";
        }
        return Words.capital(Words.plural(more, "more decision is", "more decisions are"))
                + " asked; the register of decisions has the whole list.";
    }

    private boolean isNothingScored() {
        return scorecard.scores().stream().allMatch(score -> score.status() == Status.NOT_SCORED);
    }

    private String nothingGained() {
        if (isNothingScored()) {
            return "No measure is scored this month.";
        }
        return Narrative.count(scorecard.scores(), Status.ON_TARGET) == 0
                ? "No measure is on target this month."
                : "No measure on target shows a gain that a rule may praise.";
    }

    private String nothingMoving() {
        if (isNothingScored()) {
            return "No measure is scored this month.";
        }
        return narrative.attention().isEmpty() && narrative.successes().isEmpty()
                ? "No measure shows more than routine variation."
                : "No other measure shows more than routine variation.";
    }

    private String nothingWrong() {
        if (isNothingScored()) {
            return "No measure is scored, so none can be called off target.";
        }
        return narrative.alsoOffTarget().isPresent()
                ? "No miss shows a signal or has lasted three months."
                : "No measure is off target.";
    }

    private List<SummaryPage.Tile> tiles() {
        List<Score> headlines = headlines(scorecard.scores());
        return headlines.stream()
                .map(score -> MeasureWords.tile(new Standing(score)))
                .toList();
    }

    private static List<Score> headlines(List<Score> scores) {
        List<Score> chosen =
                scores.stream().filter(score -> score.target().headline()).toList();
        return (chosen.isEmpty() ? scores : chosen).stream().limit(MOST_TILES).toList();
    }

    private static List<Status> strip(List<Score> scores) {
        return scores.stream().map(Score::status).sorted().toList();
    }

    static Map<Status, Long> statuses(List<Score> scores) {
        Map<Status, Long> counts = new LinkedHashMap<>();
        for (Status status : Status.values()) {
            counts.put(status, Narrative.count(scores, status));
        }
        return counts;
    }

    private static String counted(List<Score> scores) {
        List<String> parts = new ArrayList<>();
        statuses(scores).forEach((status, count) -> {
            if (count > 0) {
                parts.add(count + " " + Words.inside(Words.status(status)));
            }
        });
        return String.join(", ", parts) + ".";
    }

    private static String lastMonth(List<Score> scores) {
        List<String> parts = new ArrayList<>();
        for (Status status : List.of(Status.ON_TARGET, Status.NEAR_TARGET, Status.OFF_TARGET)) {
            parts.add(String.valueOf(scores.stream()
                    .filter(score -> score.previousStatus() == status)
                    .count()));
        }
        return " The month before: " + Words.list(parts) + ".";
    }

    private Facts facts(List<Sentence> sentences, Map<String, String> labels) {
        Map<String, Long> statuses = new LinkedHashMap<>();
        statuses(scorecard.scores()).forEach((status, count) -> statuses.put(status.name(), count));
        List<Score> tiled = headlines(scorecard.scores());
        List<Facts.MeasureFact> measures = scorecard.scores().stream()
                .map(score -> MeasureWords.fact(score, tiled.contains(score)))
                .toList();
        return new Facts(
                scorecard.partnership(),
                scorecard.month(),
                scorecard.revision(),
                scorecard.asOf(),
                scorecard.booksHash(),
                Sha256.of(scorecard + "\n" + briefing.registers()).value(),
                statuses,
                measures,
                sentences,
                labels);
    }

    private Map<String, String> labels(SummaryPage summary) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("partnership", summary.partnershipName());
        labels.put("committee", summary.committee());
        labels.put("month", summary.month());
        labels.put("asOf", summary.asOf());
        labels.put("edition", scorecard.month() + ", revision " + scorecard.revision());
        labels.put("counts", summary.counts());
        labels.put("moreDecisions", summary.moreDecisions());
        for (SummaryPage.Tile tile : summary.tiles()) {
            String words = String.join(" | ", tile.title(), tile.unit(), tile.basis(), tile.change());
            labels.put("tile " + tile.title(), words);
        }
        for (Decisions.Asked asked : summary.decisions()) {
            labels.put(
                    "decision " + asked.number(), asked.number() + " | " + asked.whyNow() + " | " + asked.proposedBy());
        }
        return labels;
    }
}
