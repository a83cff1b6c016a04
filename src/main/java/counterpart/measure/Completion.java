package counterpart.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which share of a month's amount is reported after so many full months of run-out, as the amounts of the past came in.
 *
 * <p>The development method on a lag triangle: from each age to the next the amounts of the newest twelve months that
 * reached it are added up and divided; the shares are the inverse products of these ratios to age 12, when a month counts
 * as told in full. A share above 1 says that more was taken back than added, as returns to stock do. A step into a
 * calendar month of which a week is missing in the books is left out.
 */
public final class Completion {
    /** The age at which nothing more is expected. */
    static final int LAST_AGE = 12;

    private static final int MONTHS_USED = 12;
    private static final int DIGITS = 6;

    private final Map<Integer, Double> shares;

    private Completion(Map<Integer, Double> shares) {
        this.shares = shares;
    }

    /**
     * What was reported of a month of service at one age.
     *
     * @param age full months from the month of service to the month of adjudication; 0 for the same month
     */
    public record Cell(YearMonth month, int age, double amount) {}

    /**
     * @param last the newest calendar month that the books tell to its end
     * @param isWhole whether the books tell every day of a calendar month
     */
    public static Completion of(List<Cell> cells, YearMonth last, Predicate<YearMonth> isWhole) {
        Map<YearMonth, double[]> sums = accumulated(cells, last);
        boolean isOldEnough = sums.keySet().stream().anyMatch(month -> age(month, last) >= LAST_AGE);
        Map<Integer, Double> shares = new HashMap<>();
        if (!isOldEnough) {
            return new Completion(shares);
        }
        double share = 1;
        shares.put(LAST_AGE, share);
        for (int from = LAST_AGE - 1; from >= 0; from--) {
            double ratio = ratio(sums, from, last, isWhole);
            if (!(ratio > 0)) {
                break;
            }
            share /= ratio;
            shares.put(from, share);
        }
        return new Completion(shares);
    }

    /** The share reported; none before the month has ended, and none when the past is too short to tell. */
    public Optional<BigDecimal> after(int age) {
        return Optional.ofNullable(shares.get(Math.min(age, LAST_AGE)))
                .map(share -> BigDecimal.valueOf(share).setScale(DIGITS, RoundingMode.HALF_UP))
                .filter(share -> share.signum() > 0);
    }

    /** What the amounts of one age and the next say, for the newest months that have both; NaN when none has. */
    private static double ratio(Map<YearMonth, double[]> sums, int from, YearMonth last, Predicate<YearMonth> isWhole) {
        double before = 0;
        double after = 0;
        int used = 0;
        for (YearMonth month = last.minusMonths(from + 1L); used < MONTHS_USED; month = month.minusMonths(1)) {
            double[] amounts = sums.get(month);
            if (amounts == null) {
                break;
            }
            if (isWhole.test(month.plusMonths(from + 1L))) {
                before += amounts[from];
                after += amounts[from + 1];
                used++;
            }
        }
        return before > 0 ? after / before : Double.NaN;
    }

    /** Running sums by age, of the months that lie within the triangle. */
    private static Map<YearMonth, double[]> accumulated(List<Cell> cells, YearMonth last) {
        Map<YearMonth, double[]> sums = new HashMap<>();
        for (Cell cell : cells) {
            long age = Math.max(0, cell.age());
            if (age <= LAST_AGE && !cell.month().plusMonths(age).isAfter(last)) {
                sums.computeIfAbsent(cell.month(), m -> new double[LAST_AGE + 1])[(int) age] += cell.amount();
            }
        }
        sums.values().forEach(amounts -> Arrays.parallelPrefix(amounts, Double::sum));
        return sums;
    }

    private static long age(YearMonth month, YearMonth last) {
        return ChronoUnit.MONTHS.between(month, last);
    }
}
