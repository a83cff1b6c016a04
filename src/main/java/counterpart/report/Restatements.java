package counterpart.report;

import counterpart.measure.Score;
import counterpart.measure.Scorecard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says which printed figures a revision changes, and by how much. */
final class Restatements {
    /** More are counted, not listed: the revision before lies in the archive. */
    private static final int MOST_NAMED = 5;

    private Restatements() {}

    /**
     * @param previous the revision that this one takes the place of; none for a first issue, or when it is not kept
     * @return one sentence for each figure, or one that says that there is none
     */
    static List<String> of(Scorecard now, @Nullable Scorecard previous) {
        if (now.revision() <= 1) {
            return List.of("Restatements: this is the first issue of the month; no printed value was restated.");
        }
        String opening = "Restatements: this is revision " + now.revision() + "; it takes the place of revision "
                + (now.revision() - 1) + ", which stays in the archive";
        if (previous == null) {
            return List.of(opening + ".");
        }
        Map<String, Score> before = previous.scores().stream()
                .collect(Collectors.toMap(score -> score.definition().name(), Function.identity()));
        List<String> changed = new ArrayList<>();
        for (Score score : now.scores()) {
            Score was = before.get(score.definition().name());
            String words = was == null ? null : difference(was, score);
            if (words != null) {
                changed.add(words);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(opening + (changed.isEmpty() ? " and printed the same values." : "."));
        changed.stream().limit(MOST_NAMED).forEach(lines::add);
        if (changed.size() > MOST_NAMED) {
            lines.add("Restated too: " + (changed.size() - MOST_NAMED) + " more; compare the two revisions.");
        }
        return lines;
    }

    /** None where the page prints the same for the same month. */
    private static @Nullable String difference(Score was, Score is) {
        boolean sameMonth = was.month().equals(is.month());
        if (sameMonth && Objects.equals(printed(was), printed(is))) {
            return null;
        }
        String amount = "";
        BigDecimal from = was.value();
        BigDecimal to = is.value();
        if (sameMonth && from != null && to != null) {
            amount = " (" + NumberFormats.change(is.definition(), from, to) + ")";
        }
        return "Restated: " + Words.inside(is.definition().title()) + ", " + told(was) + " before, now "
                + (sameMonth ? shown(is) : told(is)) + amount + ".";
    }

    private static String told(Score score) {
        return NumberFormats.monthName(score.month()) + " " + shown(score);
    }

    private static String shown(Score score) {
        String printed = printed(score);
        return printed == null ? "without a value" : printed;
    }

    private static @Nullable String printed(Score score) {
        BigDecimal value = score.value();
        return value == null ? null : NumberFormats.value(score.definition(), value);
    }
}
