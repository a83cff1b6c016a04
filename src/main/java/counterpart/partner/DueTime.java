package counterpart.partner;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * When a file is due: on these days of the week, or on these days of the month, by this time in the partner's zone; late
 * after the grace. A due day that is a holiday of the partner moves to the next day that is none.
 *
 * @param days days of the week; none when the file is due by days of the month
 * @param monthDays days of the month, from 1; one beyond the end of a month means its last day
 */
public record DueTime(Set<DayOfWeek> days, Set<Integer> monthDays, LocalTime by, Duration grace) {
    private static final int LONGEST_MONTH = 31;

    public DueTime {
        days = Set.copyOf(days);
        monthDays = Set.copyOf(monthDays);
        if (days.isEmpty() == monthDays.isEmpty()) {
            throw new IllegalArgumentException("a due time needs days of the week or days of the month");
        }
        if (monthDays.stream().anyMatch(day -> day < 1 || day > LONGEST_MONTH)) {
            throw new IllegalArgumentException("a month has the days 1 to 31");
        }
    }

    /** A time that is due by days of the week. */
    public DueTime(Set<DayOfWeek> days, LocalTime by, Duration grace) {
        this(days, Set.of(), by, grace);
    }

    /** Whether the calendar names a day, holidays aside. */
    public boolean names(LocalDate day) {
        int ofMonth = day.getDayOfMonth();
        boolean last = ofMonth == day.lengthOfMonth();
        return days.contains(day.getDayOfWeek())
                || monthDays.contains(ofMonth)
                || (last && monthDays.stream().anyMatch(due -> due > ofMonth));
    }
}
