package counterpart.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people wrote down for the committee and reviewed: the decisions asked of it, and the issues behind misses. */
public record Registers(List<Decision> decisions, List<Issue> issues) {
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

    public Registers {
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
