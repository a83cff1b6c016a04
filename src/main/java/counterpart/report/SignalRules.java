package counterpart.report;

import counterpart.measure.Chart;
import counterpart.measure.Score;
import counterpart.measure.Signal;
import counterpart.report.ControlChart.Assurance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the charts say: X1 (a lasting change), X2 (a month outside the range), X3 (a trend), X4 (near a limit), X5
 * (routine variation), X0 (the heading). Advice follows the pair of variation and assurance, as in Making Data Count of
 * NHS England.
 */
final class SignalRules {
    private static final int RUN = 7;

    private SignalRules() {}

    /** New signals first, then other signals, then headline measures; within each worsening first. */
    static Comparator<Standing> mostTelling() {
        return Comparator.comparing(
                        (Standing standing) -> !standing.score().signal().isNew())
                .thenComparing(standing -> !hasSignal(standing.score()))
                .thenComparing(standing -> !standing.isSignal(Signal.Kind.WORSENING))
                .thenComparing(standing -> !standing.score().target().headline());
    }

    static boolean hasSignal(Score score) {
        return switch (score.signal().kind()) {
            case IMPROVING, WORSENING, CHANGED -> true;
            case ROUTINE, NOT_CHARTED -> false;
        };
    }

    /** The heading of the page. */
    static Sentence heading(List<Standing> charted) {
        List<Standing> signals =
                charted.stream().filter(standing -> hasSignal(standing.score())).toList();
        List<Standing> fresh = signals.stream()
                .filter(standing -> standing.score().signal().isNew())
                .toList();
        Map<String, String> inputs = new LinkedHashMap<>();
        signals.forEach(standing -> inputs.put(
                standing.name(),
                standing.score().signal().kind() + (fresh.contains(standing) ? ", new" : ", continuing")));
        return Sentence.of("X0", Words.fitting(headings(signals, fresh)), inputs);
    }

    private static List<String> headings(List<Standing> signals, List<Standing> fresh) {
        if (signals.isEmpty()) {
            return List.of("No measure shows more than routine variation");
        }
        String rest = continuing(signals.size() - fresh.size());
        if (fresh.isEmpty()) {
            return List.of("No signal is new; " + rest);
        }
        String opening = fresh.size() == 1 ? "One signal is new: " : Words.opening(fresh.size()) + " signals are new: ";
        String names = Words.list(fresh.stream().map(SignalRules::movement).toList());
        String counted = fresh.size() == 1 ? "One signal is new" : Words.opening(fresh.size()) + " signals are new";
        return List.of(
                opening + names + (rest.isEmpty() ? "" : "; " + rest), counted + (rest.isEmpty() ? "" : "; " + rest));
    }

    private static String continuing(int count) {
        if (count == 0) {
            return "";
        }
        return Words.opening(count).toLowerCase(Locale.US) + (count == 1 ? " continues" : " continue");
    }

    private static String movement(Standing standing) {
        return (isHigh(standing) ? "higher " : "lower ") + Words.inside(standing.title());
    }

    /** The message of one chart as a sentence without a full stop. */
    static Sentence message(Standing standing, ControlChart chart) {
        Score score = standing.score();
        Signal signal = score.signal();
        String title = standing.title();
        String side = isHighOnChart(standing) ? "above" : "below";
        String month = NumberFormats.longMonthName(score.month());
        Map<String, String> inputs = new LinkedHashMap<>(standing.inputs());
        inputs.put("assurance", chart.assurance().name());
        int outside = monthsOutside(chart);
        inputs.put("monthsOutside", String.valueOf(outside));
        String rule = rule(standing);
        String words = switch (rule) {
            case "X1" ->
                charted(standing, " has", " have") + " run " + side + " average for " + signal.sideRun()
                        + "\u00a0months" + (outside > 0 ? ", now outside the range" : "");
            case "X2" -> outside(standing, outside, month);
            case "X3" ->
                charted(standing, " has", " have") + (isHighOnChart(standing) ? " risen" : " fallen")
                        + " seven months running";
            case "X4" ->
                charted(standing, "", "") + " came near the " + (isHighOnChart(standing) ? "upper" : "lower")
                        + " limit twice";
            default -> title + Words.verb(title, " varies", " vary") + " as usual " + outlook(chart.assurance());
        };
        return new Sentence(rule, standing.name(), score.month(), words, "", inputs);
    }

    private static String outside(Standing standing, int months, String month) {
        if (months > 1) {
            return charted(standing, " has", " have") + " been " + (isHighOnChart(standing) ? "above" : "below")
                    + " the range for " + Words.opening(months).toLowerCase(Locale.US) + "\u00a0months";
        }
        return charted(standing, "", "") + (isHighOnChart(standing) ? " rose above" : " fell below")
                + " the range in\u00a0" + month;
    }

    /** What the chart shows, with the fitting form of a verb: the measure, or what of it failed. */
    private static String charted(Standing standing, String singular, String plural) {
        String title = standing.title();
        return switch (standing.score().chart().basis()) {
            case VALUE -> title + Words.verb(title, singular, plural);
            case FAILURE_RATE -> title + ": the share that failed" + singular;
            case FAILURES -> title + ": the number that failed" + singular;
        };
    }

    /** Whether the newest month is high on its chart, on which failures stand where they are charted. */
    static boolean isHighOnChart(Standing standing) {
        return (standing.score().chart().basis() == Chart.Basis.VALUE) == isHigh(standing);
    }

    /** Months in a row, to the newest, beyond the same limit of the newest phase. */
    private static int monthsOutside(ControlChart chart) {
        Chart.Phase phase = chart.phase();
        Double lower = phase.lower();
        Double upper = phase.upper();
        if (lower == null || upper == null) {
            return 0;
        }
        int months = 0;
        boolean isAbove = false;
        for (int i = chart.points().size() - 1; i >= 0; i--) {
            ControlChart.Point point = chart.points().get(i);
            if (point.mark() == ControlChart.Mark.RUN_OUT) {
                continue;
            }
            boolean above = point.value() > upper;
            if (!above && point.value() >= lower || months > 0 && above != isAbove) {
                return months;
            }
            isAbove = above;
            months++;
        }
        return months;
    }

    private static String outlook(Assurance assurance) {
        return switch (assurance) {
            case WILL_MEET -> "and will keep meeting the target";
            case WILL_MISS -> "and will go on missing the target";
            case HIT_OR_MISS -> "and can meet or miss the target";
            case SHIFTED -> "around a new level";
            case NOT_RATED -> "in the number of failures";
        };
    }

    private static String rule(Standing standing) {
        Score score = standing.score();
        if (!hasSignal(score)) {
            return "X5";
        }
        if (score.signal().sideRun() >= RUN) {
            return "X1";
        }
        if (standing.isOutsideLimits()) {
            return "X2";
        }
        String why = String.valueOf(score.signal().rule());
        return why.contains("rising") || why.contains("falling") ? "X3" : "X4";
    }

    static boolean isHigh(Standing standing) {
        String why = String.valueOf(standing.score().signal().rule());
        if (why.contains("falling")) {
            return false;
        }
        return why.contains("rising") || standing.sideOfMean().orElse("above").equals("above");
    }

    /** The rules that fired, in words. */
    static String evidence(Standing standing) {
        Score score = standing.score();
        String limits = score.signal().provisional() ? "; limits provisional" : "";
        if (!hasSignal(score)) {
            return "No rule triggered" + limits;
        }
        List<String> parts = new ArrayList<>();
        if (standing.isOutsideLimits()) {
            parts.add("Outside range");
        }
        if (score.signal().sideRun() >= RUN) {
            parts.add(
                    score.signal().sideRun() + " months " + (isHighOnChart(standing) ? "above" : "below") + " average");
        }
        String rule = score.signal().rule();
        return (parts.isEmpty() && rule != null ? Words.capital(rule) : String.join("; ", parts)) + limits;
    }

    /** What to do, by variation and assurance. */
    static String advice(Standing standing, ControlChart chart) {
        String month = NumberFormats.longMonthName(standing.score().month());
        boolean isLasting = chart.assurance() == Assurance.SHIFTED;
        return switch (standing.score().signal().kind()) {
            case WORSENING ->
                isLasting ? "Find the cause before resetting limits." : "Ask what happened in " + month + ".";
            case IMPROVING ->
                isLasting ? "Keep what made it; agree new limits." : "Learn what happened in " + month + ".";
            case CHANGED -> "Agree whether it should have moved.";
            case ROUTINE, NOT_CHARTED -> routine(chart.assurance());
        };
    }

    private static String routine(Assurance assurance) {
        return switch (assurance) {
            case WILL_MEET -> "Stable. Consider a harder target.";
            case WILL_MISS -> "Stable. Change the process itself.";
            case HIT_OR_MISS, SHIFTED, NOT_RATED -> "Stable. Do not chase single months.";
        };
    }
}
