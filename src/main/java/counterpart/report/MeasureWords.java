package counterpart.report;

import counterpart.measure.MeasureDefinition;
import counterpart.measure.MeasureDefinition.Direction;
import counterpart.measure.MonthValue;
import counterpart.measure.Score;
import counterpart.measure.Signal;
import counterpart.measure.Status;
import counterpart.partner.Target;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How one measure is written in a tile, in a row, in a picture's description and in the facts. */
final class MeasureWords {
    /** Months that a sparkline shows. */
    static final int SPARK_MONTHS = 24;

    private static final int LONGEST_ALT = 300;

    private MeasureWords() {}

    static SummaryPage.Tile tile(Standing standing) {
        Score score = standing.score();
        return new SummaryPage.Tile(
                standing.title(),
                actual(score),
                standing.definition().unitText(),
                basis(NumberFormats.shortMonth(score.month()), standing.definition()),
                "Target " + target(score),
                change(standing),
                score.status(),
                Words.status(score.status()),
                sparkAlt(score),
                score);
    }

    static Facts.MeasureFact fact(Score score, boolean hasTile) {
        MeasureDefinition measure = score.definition();
        return new Facts.MeasureFact(
                measure.name(),
                measure.title(),
                score.month(),
                actual(score),
                target(score),
                NumberFormats.value(measure, score.target().baseline()),
                score.status().name(),
                score.notScoredReason(),
                hasTile);
    }

    static ScorecardPage.Row row(Score score, Briefing briefing) {
        MeasureDefinition measure = score.definition();
        return new ScorecardPage.Row(
                measure.title(),
                measure.unitText(),
                basis("", measure),
                Words.priority(score.target().priorityFor(), briefing),
                NumberFormats.value(measure, score.target().baseline()),
                target(score),
                actual(score),
                NumberFormats.shortMonth(score.month()),
                score.status(),
                Words.status(score.status()),
                note(score),
                bulletAlt(score),
                sparkAlt(score),
                score);
    }

    static String actual(Score score) {
        BigDecimal value = score.value();
        return value == null ? NumberFormats.MISSING : NumberFormats.value(score.definition(), value);
    }

    static String target(Score score) {
        MeasureDefinition measure = score.definition();
        Target target = score.target();
        if (measure.direction() == Direction.NEITHER) {
            return "within "
                    + NumberFormats.value(measure, target.target().subtract(target.tolerance()))
                    + " to "
                    + NumberFormats.value(measure, target.target().add(target.tolerance()));
        }
        return NumberFormats.target(measure, target.target());
    }

    /** The definition's basis without its remarks and without what the unit says already. */
    private static String basis(String month, MeasureDefinition measure) {
        List<String> parts = new ArrayList<>();
        if (!month.isEmpty()) {
            parts.add(month);
        }
        for (String part : measure.basis().split(";", 2)[0].split(",")) {
            String what = part.strip().replaceFirst("^month ", "");
            if (!measure.unitText().contains(what)) {
                parts.add(part.strip());
            }
        }
        return String.join(", ", parts);
    }

    /** Whether the baseline already met the target, so that progress cannot be measured between the two. */
    static boolean holdsTarget(Score score) {
        Target target = score.target();
        return score.definition().direction() != Direction.NEITHER
                && NumberFormats.meets(score.definition(), target.baseline(), target.target());
    }

    private static String change(Standing standing) {
        BigDecimal value = standing.score().value();
        String reason = standing.score().notScoredReason();
        if (value == null) {
            return reason == null ? "" : Words.capital(reason);
        }
        String before = NumberFormats.monthName(standing.score().month().minusMonths(1));
        return standing.previous()
                .map(previous -> NumberFormats.change(standing.definition(), previous, value) + " from " + before)
                .orElse("No value in " + before);
    }

    private static String note(Score score) {
        String reason = score.notScoredReason();
        return reason == null ? signal(score.signal()) : Words.capital(reason);
    }

    private static String signal(Signal signal) {
        String word = switch (signal.kind()) {
            case IMPROVING -> "Improving";
            case WORSENING -> "Worsening";
            case ROUTINE -> "Routine";
            case CHANGED -> "Changed";
            case NOT_CHARTED -> "Not charted";
        };
        return signal.provisional() ? word + ", provisional" : word;
    }

    private static String bulletAlt(Score score) {
        MeasureDefinition measure = score.definition();
        String figures = measure.title() + ": actual " + actual(score) + ", baseline "
                + NumberFormats.value(measure, score.target().baseline()) + ", target " + target(score);
        String what = measure.direction() == Direction.NEITHER ? "No better direction. " : "Progress bar. ";
        return cut(what + figures + ".");
    }

    private static String sparkAlt(Score score) {
        List<MonthValue> months = sparkMonths(score);
        String signal = score.status() == Status.NOT_SCORED ? "not scored" : signal(score.signal());
        return cut("Trend of " + score.definition().title() + ", " + Words.plural(months.size(), "month", "months")
                + ". Latest " + actual(score) + " in " + NumberFormats.month(score.month()) + ", target "
                + target(score) + ". Signal: " + Words.inside(signal) + ".");
    }

    /** The months of a sparkline, oldest first. */
    static List<MonthValue> sparkMonths(Score score) {
        List<MonthValue> history = score.history();
        return history.subList(Math.max(0, history.size() - SPARK_MONTHS), history.size());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ALT ? text : text.substring(0, LONGEST_ALT - 1) + "\u2026";
    }
}
