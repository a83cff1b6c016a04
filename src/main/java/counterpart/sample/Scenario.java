package counterpart.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * What partnership to invent. Two equal scenarios give the same bytes.
 *
 * @param seed start of every random choice
 * @param members people covered in a month of the newest year
 * @param months months of service, the last of them the month before the business date
 * @param businessDate day of the monthly run; nothing in the files lies after it but coverage to come
 * @param faults what to plant
 */
public record Scenario(long seed, int members, int months, LocalDate businessDate, Faults faults) {
    /** The faults to plant. */
    public enum Faults {
        /** None: a clean base in which no finding is justified and both ledgers agree. */
        NONE,
        /** A handful, for a small set that people read. */
        FEW,
        /** At least two of each kind, on disjoint entities, and the background of breaks that two ledgers have. */
        ALL
    }

    private static final int FEWEST_MEMBERS = 60;

    public Scenario {
        if (members < FEWEST_MEMBERS || members > 200_000) {
            throw new IllegalArgumentException("a scenario has 60 to 200000 members, not " + members);
        }
        if (months < 2 || months > 60) {
            throw new IllegalArgumentException("a scenario has 2 to 60 months, not " + months);
        }
        if (faults == Faults.ALL && members < 5_000) {
            throw new IllegalArgumentException("all faults need 5000 members: in a smaller file the rejected rows"
                    + " alone would exceed the limits");
        }
    }

    /** The set that the demo uses: about 30,000 members and 36 months, with every fault. */
    public static Scenario demo(long seed) {
        return new Scenario(seed, 30_000, 36, LocalDate.of(2026, 11, 10), Faults.ALL);
    }

    /** The set that lies in {@code sample-data}: small enough to read. */
    public static Scenario readable() {
        return new Scenario(7, 120, 4, LocalDate.of(2026, 11, 10), Faults.FEW);
    }

    /** People covered in the second partnership: two fifths of those in the first, and not fewer than a table needs. */
    public int pharmacyMembers() {
        return Math.max(FEWEST_MEMBERS, members * 2 / 5);
    }

    /** The month that the committee's next edition is about. */
    public YearMonth reportMonth() {
        return YearMonth.from(businessDate).minusMonths(1);
    }

    /** The first day of service in the files. */
    LocalDate start() {
        return reportMonth().minusMonths(months - 1L).atDay(1);
    }

    /** The last Sunday of history: the next week is the first that holds a day of the report month. */
    LocalDate historyEnd() {
        return reportMonth()
                .atDay(1)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusDays(1);
    }

    /** Fresh weeks up to the one in which the report month ends. */
    int freshWeeks() {
        LocalDate last = reportMonth().atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return (int) ((last.toEpochDay() - historyEnd().toEpochDay()) / 7);
    }

    /** Weeks before the fresh ones that may hold an adjudication of the period. */
    int historyWeeks() {
        return (int) ((historyEnd().toEpochDay() - start().toEpochDay()) / 7) + 1;
    }

    /** The Monday of a week; week 0 is the first of history, and {@code historyWeeks()} the first fresh one. */
    long monday(int week) {
        return historyEnd().toEpochDay() + 1 - 7L * (historyWeeks() - week);
    }

    int weeks() {
        return historyWeeks() + freshWeeks();
    }
}
