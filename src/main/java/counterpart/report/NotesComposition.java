package counterpart.report;

import counterpart.measure.MonthValue;
import counterpart.measure.Score;
import counterpart.measure.Scorecard;
import counterpart.measure.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Composes the page of notes: what the newest numbers stand on, and what each measure means. */
final class NotesComposition {
    private final Briefing briefing;
    private final Narrative narrative;
    private final List<Sentence> sentences = new ArrayList<>();

    NotesComposition(Briefing briefing, Narrative narrative) {
        this.briefing = briefing;
        this.narrative = narrative;
    }

    NotesPage page() {
        Scorecard scorecard = briefing.scorecard();
        List<String> notes = new ArrayList<>();
        narrative.trust().forEach(sentence -> notes.add(sentence.text()));
        notes.addAll(completeness(scorecard.scores()));
        Restatements.of(scorecard, briefing.previous()).forEach(line -> notes.add(told("N2", line)));
        notes.add(told("N3", suppression(scorecard.scores())));
        return new NotesPage(
                told("N0", message(scorecard.scores())),
                notes,
                List.of(
                        "Status compares the value as printed with the target: near misses it by no more than the agreed"
                                + " tolerance, off by more.",
                        "Signal says whether a month is more than routine variation: outside the limits, seven months in"
                                + " a row on one side of the average, seven rising or falling, or two of three near a"
                                + " limit."),
                "What the measures count",
                scorecard.scores().stream().map(NotesComposition::definition).toList());
    }

    /** The sentences of the page with their rules; complete after {@link #page()}. */
    List<Sentence> sentences() {
        return List.copyOf(sentences);
    }

    private String told(String rule, String words) {
        sentences.add(Sentence.of(
                rule,
                words,
                Map.of("revision", String.valueOf(briefing.scorecard().revision()))));
        return words;
    }

    private static String message(List<Score> scores) {
        long unscored = Narrative.count(scores, Status.NOT_SCORED);
        return unscored == 0
                ? "Every measure stands on a complete month"
                : unscored + " of " + scores.size() + " measures could not be scored; the notes say why";
    }

    /** Months that are shown as estimates, with the share that is reported. */
    private List<String> completeness(List<Score> scores) {
        List<String> lines = new ArrayList<>();
        for (Score score : scores) {
            List<String> parts = new ArrayList<>();
            for (MonthValue month : score.history()) {
                BigDecimal share = month.completion();
                if (share != null && month.isEstimate()) {
                    String percent = share.movePointRight(2)
                            .setScale(0, RoundingMode.HALF_UP)
                            .toPlainString();
                    parts.add(NumberFormats.monthName(month.month()) + " " + percent + "%");
                }
            }
            if (!parts.isEmpty()) {
                lines.add(told(
                        "N1",
                        score.definition().title() + ": estimated months are reported to " + Words.list(parts) + "."));
            }
        }
        return lines;
    }

    private static String suppression(List<Score> scores) {
        List<String> hidden = scores.stream()
                .filter(score -> String.valueOf(score.notScoredReason()).contains("few"))
                .map(score -> score.definition().title())
                .toList();
        String opening = "Suppression: a count of people, claims or prescriptions below 11 is never shown, nor a value"
                + " that gives one away; ";
        return opening + (hidden.isEmpty() ? "no measure is hidden." : "hidden: " + Words.names(hidden) + ".");
    }

    private static NotesPage.Definition definition(Score score) {
        return new NotesPage.Definition(
                score.definition().title(),
                first(score.definition().numerator()),
                first(score.definition().denominator()),
                first(score.definition().basis()));
    }

    /** The first clause; docs/measures.md has the whole definition. */
    private static String first(String text) {
        return text.split(";", 2)[0].strip();
    }
}
