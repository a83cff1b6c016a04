package counterpart.partner;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;

/**
 * When a file is due: on these days of the week, by this time in the partner's zone; late after the grace. A due day
 * that is a holiday of the partner moves to the next day that is none.
 */
public record DueTime(Set<DayOfWeek> days, LocalTime by, Duration grace) {
    public DueTime {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a due time needs a day of the week");
        }
    }
}
