package counterpart.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote down for the committee and reviewed: the decisions asked of it, the issues behind misses, what each
 * side has promised to do, and what went wrong beside the measures.
 */
public record Registers(List<Decision> decisions, List<Issue> issues, List<Action> actions, List<Incident> incidents) {
    /** A decision asked of the committee, in the order of its number. */
    public record Decision(int number, String decision, String whyNow, String proposedBy) {}

    /**
     * What is known of a measure's miss.
     *
     * @param month the month in which the issue was recorded
     * @param impact who or what it touched; none while it is not assessed
     * @param plan what will be done; none while there is no plan
     */
    public record Issue(
            String measure,
            YearMonth month,
            @Nullable String impact,
            @Nullable String plan,
            @Nullable String owner,
            @Nullable LocalDate due) {}

    /**
     * What somebody promised to do.
     *
     * @param closed when it was done; none while it is open
     */
    public record Action(
            int number,
            String action,
            String owner,
            LocalDate opened,
            LocalDate due,
            @Nullable LocalDate closed) {
        /** Whether it is open on a day. */
        public boolean isOpen(LocalDate day) {
            return !opened.isAfter(day) && (closed == null || closed.isAfter(day));
        }

        /** Days by which it is overdue on a day; 0 when it is not. */
        public long daysOverdue(LocalDate day) {
            return isOpen(day) ? Math.max(0, ChronoUnit.DAYS.between(due, day)) : 0;
        }
    }

    /**
     * Something that went wrong and is no measure: a leak, an outage, a misdirected file.
     *
     * @param due when it is to be over; none when nobody knows
     * @param closed when it was over; none while it is open
     */
    public record Incident(
            LocalDate opened,
            String incident,
            @Nullable String impact,
            String owner,
            @Nullable LocalDate due,
            @Nullable LocalDate closed) {
        /** Whether it is open on a day. */
        public boolean isOpen(LocalDate day) {
            return !opened.isAfter(day) && (closed == null || closed.isAfter(day));
        }
    }

    /** Registers without actions and incidents. */
    public Registers(List<Decision> decisions, List<Issue> issues) {
        this(decisions, issues, List.of(), List.of());
    }

    public Registers {
        actions = List.copyOf(actions);
        incidents = List.copyOf(incidents);
        decisions = List.copyOf(decisions);
        issues = List.copyOf(issues);
    }

    /** Where nobody wrote anything down. */
    public static Registers empty() {
        return new Registers(List.of(), List.of());
    }

    /** The newest issue of a measure that was recorded between two months, both included. */
    public Optional<Issue> newestIssue(String measure, YearMonth first, YearMonth last) {
        return issues.stream()
                .filter(issue -> issue.measure().equals(measure))
                .filter(issue ->
                        !issue.month().isBefore(first) && !issue.month().isAfter(last))
                .reduce((one, other) -> other.month().isBefore(one.month()) ? one : other);
    }
}
