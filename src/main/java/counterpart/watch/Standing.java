package counterpart.watch;

import counterpart.model.FeedId;
import counterpart.model.PartnershipId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How things stand after a run: one look at both stores, from which status page, summary, metrics and alerts are made. No
 * member's data.
 *
 * @param run the run that has just ended
 * @param lastRuns how the last run of each command ended, this one among them
 * @param lastSuccess when a run of each command last came to its end, whatever a person must look at
 * @param work the jobs of the run in their order
 * @param night the jobs of the last run that read files: of this one, or of one before it
 * @param files how many files are in custody, by state in lower case
 * @param needs what needs a person
 * @param due what is due next, as sentences
 * @param breaks open breaks by partnership and category
 * @param deliveries how many deliveries there are of the newest editions, by state in lower case
 * @param diskFreeBytes room on the home's disk
 */
public record Standing(
        Run run,
        List<Run> lastRuns,
        Map<String, Instant> lastSuccess,
        List<Work> work,
        List<Work> night,
        Map<String, Long> files,
        List<Attention> needs,
        List<String> due,
        List<FeedStanding> feeds,
        List<EditionStanding> editions,
        Map<PartnershipId, Map<String, Long>> breaks,
        Map<String, Long> deliveries,
        long diskFreeBytes) {
    public Standing {
        lastRuns = List.copyOf(lastRuns);
        lastSuccess = Collections.unmodifiableMap(new TreeMap<>(lastSuccess));
        work = List.copyOf(work);
        night = List.copyOf(night);
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        needs = List.copyOf(needs);
        due = List.copyOf(due);
        feeds = List.copyOf(feeds);
        editions = List.copyOf(editions);
        breaks = Collections.unmodifiableMap(new TreeMap<>(breaks));
        deliveries = Collections.unmodifiableMap(new TreeMap<>(deliveries));
    }

    /**
     * A run of a command.
     *
     * @param date its business date; none when its jobs have none
     * @param outcome the name of its exit code, KILLED, or RUNNING
     */
    public record Run(
            long number,
            String command,
            @Nullable LocalDate date,
            Instant started,
            Instant ended,
            String outcome,
            int exitCode,
            String summary) {
        /** Whether it has not ended yet: what is said of its end then means nothing. */
        public boolean isAtWork() {
            return outcome.equals("RUNNING");
        }

        public Duration took() {
            return Duration.between(started, ended).isNegative() ? Duration.ZERO : Duration.between(started, ended);
        }
    }

    /**
     * A job of the run.
     *
     * @param keys what it worked for
     * @param status as the framework calls it, in lower case
     * @param feed the feed whose files it was about; none for others
     * @param read rows that it read, when it read a file
     * @param findings how often each edit found something in it
     * @param failure why it failed; empty when it did not
     * @param isUnchanged whether it is a reconciliation that was not made anew, since nothing that it rests on changed
     */
    public record Work(
            String job,
            Map<String, String> keys,
            String status,
            List<StepTime> steps,
            @Nullable FeedId feed,
            @Nullable Rows read,
            Map<String, Long> findings,
            String failure,
            boolean isUnchanged) {
        public Work {
            keys = Collections.unmodifiableMap(new TreeMap<>(keys));
            steps = List.copyOf(steps);
            findings = Collections.unmodifiableMap(new TreeMap<>(findings));
        }

        /** What it worked for, in one phrase. */
        public String keysInWords() {
            return String.join(" ", keys.values());
        }
    }

    /** How long a step of a job took. */
    public record StepTime(String step, Duration took) {}

    /** Rows of files. */
    public record Rows(long in, long accepted, long rejected) {
        public static final Rows NONE = new Rows(0, 0, 0);

        public Rows plus(Rows more) {
            return new Rows(in + more.in, accepted + more.accepted, rejected + more.rejected);
        }
    }

    /**
     * A feed and its last file.
     *
     * @param file the last file's id; none when none ever came
     * @param state the last file's state in lower case; empty when none ever came
     * @param held files that wait for a person
     * @param late deliveries of the last five weeks that are late and have not come
     * @param missing deliveries of the last five weeks that were given up
     * @param dueNext none when the feed has no calendar
     */
    public record FeedStanding(
            FeedId feed,
            @Nullable String file,
            String state,
            @Nullable Instant arrived,
            @Nullable Instant lastLoaded,
            long held,
            long late,
            long missing,
            @Nullable Instant dueNext) {}

    /**
     * The newest edition of a partnership.
     *
     * @param deliveries its deliveries by state in lower case
     */
    public record EditionStanding(
            PartnershipId partnership, YearMonth month, int revision, Map<String, Long> deliveries) {
        public EditionStanding {
            deliveries = Collections.unmodifiableMap(new TreeMap<>(deliveries));
        }

        /** How many deliveries arrived, of how many. */
        public String deliveriesInWords() {
            long all = deliveries.values().stream().mapToLong(Long::longValue).sum();
            return deliveries.getOrDefault("sent", 0L) + " of " + all;
        }
    }

    /** Rows of the files that the run read. */
    public Rows rows() {
        return work.stream().map(Work::read).filter(java.util.Objects::nonNull).reduce(Rows.NONE, Rows::plus);
    }

    /** Why jobs of the run failed, as sentences. */
    public List<String> failures() {
        return work.stream()
                .filter(one -> !one.failure().isEmpty())
                .map(one -> one.job() + " " + one.keysInWords() + ": " + one.failure())
                .toList();
    }
}
