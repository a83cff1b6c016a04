package counterpart.report;

import counterpart.measure.Score;
import counterpart.measure.Status;
import java.util.List;

/**
 * Page 2, ready to be printed: every string is final.
 *
 * @param holdsBaselineTarget whether a row's baseline already met its target, which the legend then explains
 */
public record ScorecardPage(
        String message,
        String introduction,
        List<Group> groups,
        List<TallyRow> tally,
        boolean holdsBaselineTarget,
        String identity) {
    /** The measures of one perspective. */
    public record Group(String perspective, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One measure.
     *
     * @param note the signal, or why there is no status
     */
    public record Row(
            String title,
            String unit,
            String basis,
            String priority,
            String baseline,
            String target,
            String actual,
            String month,
            Status status,
            String statusWords,
            String note,
            String bulletAlt,
            String sparkAlt,
            Score score) {}

    /** How the measures that are one side's priority stand: for each status the number and the names. */
    public record TallyRow(String priority, String on, String near, String off, String notScored) {}

    public ScorecardPage {
        groups = List.copyOf(groups);
        tally = List.copyOf(tally);
    }
}
