package counterpart.receive;

import counterpart.partner.DueTime;
import counterpart.partner.Partner;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** The days on which a feed's file is due, and the instants of its due time. */
public final class DueDates {
    /** A day off is looked for at most so many days back: no calendar closes for longer. */
    private static final int LONGEST_CLOSURE = 31;

    /**
     * One due delivery.
     *
     * @param businessDate the day it is due, after a holiday has moved it
     * @param lateAt the instant after which it is late: due time and grace
     */
    public record Due(LocalDate businessDate, Instant dueAt, Instant lateAt) {}

    private DueDates() {}

    /**
     * The deliveries due on the two days and between them. A due day that is a holiday moves to the next day that is
     * none; two that meet on one day are one. A due time that a change of clocks leaves out is as much later; one that
     * occurs twice is the first.
     */
    public static List<Due> between(Partner partner, DueTime due, LocalDate first, LocalDate last) {
        List<Due> all = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (isDue(partner, due, day)) {
                Instant at = ZonedDateTime.of(day, due.by(), partner.zone()).toInstant();
                all.add(new Due(day, at, at.plus(due.grace())));
            }
        }
        return all;
    }

    private static boolean isDue(Partner partner, DueTime due, LocalDate day) {
        if (partner.holidays().contains(day)) {
            return false;
        }
        LocalDate candidate = day;
        for (int back = 0; back <= LONGEST_CLOSURE; back++) {
            if (due.names(candidate)) {
                return true;
            }
            candidate = candidate.minusDays(1);
            if (!partner.holidays().contains(candidate)) {
                return false;
            }
        }
        return false;
    }
}
