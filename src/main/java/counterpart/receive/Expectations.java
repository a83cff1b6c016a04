package counterpart.receive;

import counterpart.model.FileId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which file answers which expectation of one feed. Computed anew from the files each time, so that what is learned later
 * (a history file, the period in a header) corrects it.
 */
public final class Expectations {
    /** So far apart are files that are due day by day: by a day, or by two when one has no work. */
    private static final int NEXT_DAYS = 2;

    /**
     * A file in our custody, as far as it matters here.
     *
     * @param history whether it is a history file, which answers nothing
     * @param describes the last day that its header or name speaks of; none as long as neither was read
     * @param repeated whether it is the same content again, which may be an unchanged file of another day or a resent one
     */
    public record Arrival(
            FileId file,
            Instant arrivedAt,
            boolean history,
            @Nullable LocalDate describes,
            boolean repeated) {}

    private Expectations() {}

    /**
     * Answers each expectation by the first file that is for it. A file that names its last day is for the expectation of
     * that day or the first after it; when files are due day by day, both may be meant, and it is for the one whose due time
     * is nearer to its arrival. Any other file is for the nearest that has no answer, but not before the one before it was
     * due; the same content again is for the nearest of all, so that a resent file answers nothing. What stays without an answer is LATE after its grace and MISSING once the next one is due, and stays so when
     * the clock goes back.
     *
     * @param expectations of one feed, in order of their dates
     * @param arrivals of the same feed, in order of arrival
     */
    public static List<Expectation> answer(List<Expectation> expectations, List<Arrival> arrivals, Instant now) {
        List<Expectation> result = new ArrayList<>();
        for (int i = 0; i < expectations.size(); i++) {
            Instant givenUp =
                    i + 1 < expectations.size() ? expectations.get(i + 1).dueAt() : Instant.MAX;
            Expectation open = expectations.get(i);
            result.add(open.unanswered(stateWithout(open, givenUp, now)));
        }
        for (Arrival arrival : arrivals) {
            int target = arrival.history() ? -1 : targetOf(arrival, result);
            if (target >= 0 && result.get(target).file() == null) {
                result.set(target, result.get(target).answeredBy(arrival.file(), arrival.arrivedAt()));
            }
        }
        return result;
    }

    private static FileState stateWithout(Expectation open, Instant givenUp, Instant now) {
        if (open.state() == FileState.MISSING) {
            return FileState.MISSING;
        }
        if (!now.isAfter(open.lateAt())) {
            return open.state() == FileState.LATE ? FileState.LATE : FileState.EXPECTED;
        }
        return now.isBefore(givenUp) ? FileState.LATE : FileState.MISSING;
    }

    private static int targetOf(Arrival arrival, List<Expectation> expectations) {
        LocalDate describes = arrival.describes();
        return describes != null
                ? describing(describes, arrival.arrivedAt(), expectations)
                : nearest(arrival, expectations);
    }

    private static int describing(LocalDate described, Instant arrivedAt, List<Expectation> expectations) {
        for (int i = 0; i < expectations.size(); i++) {
            LocalDate due = expectations.get(i).businessDate();
            if (due.isAfter(described)) {
                return belongs(expectations, i, described) ? i : -1;
            }
            if (due.equals(described)) {
                return isDayByDay(expectations, i) && isNearerToTheNext(arrivedAt, expectations, i) ? i + 1 : i;
            }
        }
        return -1;
    }

    /** Whether files are due on neighbouring days. */
    private static boolean isDayByDay(List<Expectation> expectations, int i) {
        return daysBetween(expectations, i - 1, i) <= NEXT_DAYS || daysBetween(expectations, i, i + 1) <= NEXT_DAYS;
    }

    private static long daysBetween(List<Expectation> expectations, int one, int next) {
        return one < 0 || next >= expectations.size()
                ? Long.MAX_VALUE
                : expectations.get(next).businessDate().toEpochDay()
                        - expectations.get(one).businessDate().toEpochDay();
    }

    private static boolean isNearerToTheNext(Instant arrivedAt, List<Expectation> expectations, int i) {
        return i + 1 < expectations.size()
                && distance(arrivedAt, expectations.get(i + 1)).compareTo(distance(arrivedAt, expectations.get(i))) < 0;
    }

    private static Duration distance(Instant arrivedAt, Expectation expectation) {
        return Duration.between(expectation.dueAt(), arrivedAt).abs();
    }

    private static int nearest(Arrival arrival, List<Expectation> expectations) {
        int best = -1;
        Duration least = Duration.ZERO;
        for (int i = 0; i < expectations.size(); i++) {
            Expectation candidate = expectations.get(i);
            Duration distance = distance(arrival.arrivedAt(), candidate);
            boolean open = candidate.file() == null && isOpenFor(arrival.arrivedAt(), expectations, i);
            if ((open || arrival.repeated()) && (best < 0 || distance.compareTo(least) < 0)) {
                best = i;
                least = distance;
            }
        }
        return best;
    }

    /** The first expectation of all has no predecessor that proves that an older file is not for it: look at the time. */
    private static boolean belongs(List<Expectation> expectations, int i, LocalDate describes) {
        if (i > 0 || expectations.size() < 2) {
            return true;
        }
        return expectations.get(0).businessDate().toEpochDay() - describes.toEpochDay()
                <= daysBetween(expectations, 0, 1);
    }

    private static boolean isOpenFor(Instant arrivedAt, List<Expectation> expectations, int i) {
        return i == 0 || !arrivedAt.isBefore(expectations.get(i - 1).dueAt());
    }
}
