package counterpart.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hides values behind which there are few people: a count of 1 to 10 is never shown, nor a value from which one could be
 * derived. Zero may be shown. After the cell size suppression policy of CMS, taken as a house rule. Counts of files, rows
 * and breaks say nothing of anybody's health and are shown.
 */
public final class SmallCells {
    private static final long FEWEST_SHOWN = 11;

    private SmallCells() {}

    /** Whether a month of a measure must not be seen. */
    static boolean hides(MeasureDefinition measure, MonthValue month) {
        if (!measure.handling().countsPeople()) {
            return false;
        }
        BigDecimal cases = month.cases();
        if (cases != null && isFew(cases)) {
            return true;
        }
        return switch (measure.unit()) {
            case COUNT -> isFew(month.numerator());
            case DOLLARS, DAYS -> isFew(month.denominator());
            case PER_THOUSAND -> isFew(month.denominator()) || isFew(month.numerator());
            // Where cases are told, the parts are dollars or days and their sizes say nothing.
            case PERCENT ->
                cases == null
                        && (isFew(month.denominator())
                                || isFew(month.numerator())
                                || isFew(month.denominator().subtract(month.numerator())));
        };
    }

    /**
     * A count by kinds of which every cell and the total may be seen. A cell of 1 to 10 is hidden; where the total less
     * the cells that are seen would give hidden ones away, because only one is hidden or because all of them together
     * are 1 to 10, the next smallest is hidden too; when no other cell is left, the total is.
     *
     * @param counts by kind; kinds without any are left out
     */
    public static Breakdown breakdown(Map<String, Long> counts) {
        List<Map.Entry<String, Long>> cells = counts.entrySet().stream()
                .filter(cell -> cell.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        int hidden = (int) cells.stream().filter(cell -> isFew(cell.getValue())).count();
        while (hidden > 0 && hidden < cells.size() && givesAway(cells, hidden)) {
            hidden++;
        }
        int shown = cells.size() - hidden;
        Stream<Breakdown.Row> seen = cells.subList(0, shown).stream().map(SmallCells::row);
        Stream<Breakdown.Row> unseen = cells.subList(shown, cells.size()).stream()
                .map(cell -> new Breakdown.Row(cell.getKey(), null))
                .sorted(Comparator.comparing(Breakdown.Row::kind));
        return new Breakdown(
                Stream.concat(seen, unseen).toList(), hidden > 0 && givesAway(cells, hidden) ? null : sum(cells));
    }

    /** Whether the total would tell a hidden cell, or that all hidden ones are few. */
    private static boolean givesAway(List<Map.Entry<String, Long>> cells, int hidden) {
        return hidden == 1 || isFew(sum(cells.subList(cells.size() - hidden, cells.size())));
    }

    private static Breakdown.Row row(Map.Entry<String, Long> cell) {
        @Nullable Long count = cell.getValue();
        return new Breakdown.Row(cell.getKey(), count);
    }

    private static long sum(List<Map.Entry<String, Long>> cells) {
        return new ArrayList<>(cells).stream().mapToLong(Map.Entry::getValue).sum();
    }

    private static boolean isFew(BigDecimal count) {
        return count.signum() > 0 && count.compareTo(BigDecimal.valueOf(FEWEST_SHOWN)) < 0;
    }

    private static boolean isFew(long count) {
        return count > 0 && count < FEWEST_SHOWN;
    }
}
