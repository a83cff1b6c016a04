package counterpart.report;

import counterpart.measure.Score;
import counterpart.measure.Signal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Composes the page of control charts: which measures, what each says, and why the others have none. */
final class SignalsComposition {
    private final List<Standing> charted;
    private final List<Standing> bare;
    private final List<Sentence> sentences = new ArrayList<>();

    SignalsComposition(Briefing briefing) {
        List<Standing> all =
                briefing.scorecard().scores().stream().map(Standing::new).toList();
        this.charted = all.stream()
                .filter(standing -> ControlChart.isDrawn(standing.score()))
                .sorted(SignalRules.mostTelling())
                .toList();
        this.bare = all.stream()
                .filter(standing -> !ControlChart.isDrawn(standing.score()))
                .toList();
    }

    SignalsPage page() {
        Sentence heading = SignalRules.heading(charted);
        sentences.add(heading);
        List<SignalsPage.Panel> panels = new ArrayList<>();
        List<SignalsPage.Row> rows = new ArrayList<>();
        for (Standing standing : charted.subList(0, Math.min(SignalsPage.MOST_PANELS, charted.size()))) {
            ControlChart chart = ControlChart.of(standing.score());
            Sentence message = SignalRules.message(standing, chart);
            sentences.add(message);
            panels.add(panel(standing, chart, message.text()));
            rows.add(row(standing, chart));
        }
        return new SignalsPage(heading.text(), introduction(), panels, rows, notCharted());
    }

    /** The sentences of the page with their rules; complete after {@link #page()}. */
    List<Sentence> sentences() {
        return List.copyOf(sentences);
    }

    private static String introduction() {
        return "XmR charts: limits are the average \u00b1 2.66 \u00d7 the mean moving range of complete months. Hatched"
                + " months are estimates.";
    }

    private SignalsPage.Panel panel(Standing standing, ControlChart chart, String headline) {
        Score score = standing.score();
        return new SignalsPage.Panel(
                headline,
                score.definition().title() + ", " + charted(score),
                variation(standing),
                variationWords(standing),
                SignalRules.evidence(standing),
                assurance(chart),
                assuranceWords(chart),
                "Target " + MeasureWords.target(score).replaceFirst("^within ", ""),
                alt(standing, chart),
                chart,
                score);
    }

    /** What the points are, in the measure's unit or as the share or number that failed. */
    private static String charted(Score score) {
        return switch (score.chart().basis()) {
            case VALUE -> score.definition().unitText();
            case FAILURE_RATE -> "charted as the share that failed";
            case FAILURES -> "charted as the number that failed";
        };
    }

    private static SignalsPage.Row row(Standing standing, ControlChart chart) {
        Score score = standing.score();
        return new SignalsPage.Row(
                standing.title(),
                MeasureWords.actual(score) + " (" + NumberFormats.chartMonth(score.month()) + ")",
                MeasureWords.target(score).replaceFirst("^within ", ""),
                number(score, score.signal().mean()),
                range(score),
                SignalRules.advice(standing, chart));
    }

    private static String variation(Standing standing) {
        String height = SignalRules.isHighOnChart(standing) ? "-high" : "-low";
        return switch (standing.score().signal().kind()) {
            case WORSENING -> "worsening" + height;
            case IMPROVING -> "improving" + height;
            case CHANGED -> "changed" + height;
            case ROUTINE, NOT_CHARTED -> "routine";
        };
    }

    private static String variationWords(Standing standing) {
        String height = SignalRules.isHigh(standing) ? ", higher" : ", lower";
        Signal signal = standing.score().signal();
        return switch (signal.kind()) {
            case WORSENING -> "Worsening" + height;
            case IMPROVING -> "Improving" + height;
            case CHANGED -> "Changed" + height;
            case ROUTINE, NOT_CHARTED -> "Routine variation";
        };
    }

    private static String assurance(ControlChart chart) {
        return switch (chart.assurance()) {
            case WILL_MEET -> "will-meet";
            case WILL_MISS -> "will-miss";
            case HIT_OR_MISS -> "hit-or-miss";
            case SHIFTED, NOT_RATED -> "shifted";
        };
    }

    private static String assuranceWords(ControlChart chart) {
        return switch (chart.assurance()) {
            case WILL_MEET -> "Will reliably meet";
            case WILL_MISS -> "Will reliably miss";
            case HIT_OR_MISS -> "May hit or miss";
            case SHIFTED -> "Not rated: process shifted";
            case NOT_RATED -> "Not rated: failures counted";
        };
    }

    private static String alt(Standing standing, ControlChart chart) {
        Score score = standing.score();
        ControlChart.Point first = chart.points().get(0);
        String words = "Control chart of " + standing.title() + " since " + NumberFormats.shortMonth(first.month())
                + ". Latest " + MeasureWords.actual(score) + " in " + NumberFormats.shortMonth(score.month())
                + ", target " + MeasureWords.target(score) + ", average "
                + number(score, score.signal().mean())
                + ", expected range " + range(score) + ". " + variationWords(standing) + ".";
        return MeasureWords.cut(words);
    }

    /** In the measure's unit, whatever is charted; a count of failures has none. */
    private static String range(Score score) {
        return score.signal().lower() == null
                ? NumberFormats.MISSING
                : number(score, score.signal().lower()) + " to "
                        + number(score, score.signal().upper());
    }

    private static String number(Score score, @Nullable Double value) {
        return value == null
                ? NumberFormats.MISSING
                : NumberFormats.value(score.definition(), BigDecimal.valueOf(value));
    }

    private List<String> notCharted() {
        Map<String, List<String>> titles = new LinkedHashMap<>();
        for (Standing standing : bare) {
            String reason = String.valueOf(ControlChart.reasonNotDrawn(standing.score()));
            titles.computeIfAbsent(reason, r -> new ArrayList<>()).add(standing.title());
        }
        List<String> lines = new ArrayList<>();
        titles.forEach((reason, named) -> {
            Sentence line = Sentence.of(
                    "X9", String.join("; ", named) + ": " + reason + ".", Map.of("measures", String.join(", ", named)));
            sentences.add(line);
            lines.add(line.text());
        });
        return lines;
    }
}
