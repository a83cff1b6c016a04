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
    /**
     * A file in our custody, as far as it matters here.
     *
     * @param history whether it is a history file, which answers nothing
     * @param describes the last day that its header speaks of; none as long as no header was read
     */
    public record Arrival(
            FileId file,
            Instant arrivedAt,
            boolean history,
            @Nullable LocalDate describes) {}

    private Expectations() {}

    /**
     * Answers each expectation by the first file that is for it. A file whose header names its last day is for the first
     * expectation after that day; any other is for the nearest that has no answer, but not before the one before it was
     * due. What stays without an answer is LATE after its grace and MISSING once the next one is due, and stays so when
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
        return describes != null ? after(describes, expectations) : nearest(arrival.arrivedAt(), expectations);
    }

    private static int after(LocalDate described, List<Expectation> expectations) {
        for (int i = 0; i < expectations.size(); i++) {
            if (expectations.get(i).businessDate().isAfter(described)) {
                return belongs(expectations, i, described) ? i : -1;
            }
        }
        return -1;
    }

    private static int nearest(Instant arrivedAt, List<Expectation> expectations) {
        int best = -1;
        Duration least = Duration.ZERO;
        for (int i = 0; i < expectations.size(); i++) {
            Expectation candidate = expectations.get(i);
            Duration distance = Duration.between(candidate.dueAt(), arrivedAt).abs();
            if (candidate.file() == null
                    && isOpenFor(arrivedAt, expectations, i)
                    && (best < 0 || distance.compareTo(least) < 0)) {
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
        long cadenceDays = expectations.get(1).businessDate().toEpochDay()
                - expectations.get(0).businessDate().toEpochDay();
        return expectations.get(0).businessDate().toEpochDay() - describes.toEpochDay() <= cadenceDays;
    }

    private static boolean isOpenFor(Instant arrivedAt, List<Expectation> expectations, int i) {
        return i == 0 || !arrivedAt.isBefore(expectations.get(i - 1).dueAt());
    }
}
