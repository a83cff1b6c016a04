package counterpart.control.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of jobs, read from the framework's tables without starting the framework. */
public final class JobHistory {
    private static final String SELECT = """
            select e.job_execution_id, e.job_instance_id, i.job_name, e.status, e.start_time, e.end_time
            from batch_job_execution e
            join batch_job_instance i on i.job_instance_id = e.job_instance_id
            """;

    /**
     * One attempt at a job.
     *
     * @param keys what the job worked for
     * @param status {@code COMPLETED}, {@code FAILED}, {@code STOPPED}, or that of a job at work
     * @param started in this system's zone, as the framework keeps it
     */
    public record JobRun(
            long number,
            String job,
            Map<String, String> keys,
            String status,
            @Nullable LocalDateTime started,
            @Nullable LocalDateTime ended,
            List<StepRun> steps) {
        public JobRun {
            keys = new TreeMap<>(keys);
            steps = List.copyOf(steps);
        }

        /** How long it took, when it ended. */
        public Optional<Duration> took() {
            return between(started, ended);
        }

        /** Why it failed, in a sentence, when it did and could say so. */
        public Optional<String> failure() {
            return steps.stream()
                    .map(StepRun::failure)
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        /** Whether a later attempt may continue it. */
        public boolean unfinished() {
            return !status.equals("COMPLETED");
        }
    }

    /**
     * One step of an attempt.
     *
     * @param counts what it counted; empty when it counts nothing or did not end well
     * @param said the sentence of a failure; empty when it did not fail
     */
    public record StepRun(
            String step,
            String status,
            @Nullable LocalDateTime started,
            @Nullable LocalDateTime ended,
            Map<String, Long> counts,
            String said) {
        public StepRun {
            counts = new LinkedHashMap<>(counts);
        }

        public Optional<Duration> took() {
            return between(started, ended);
        }

        Optional<String> failure() {
            return said.isEmpty() ? Optional.empty() : Optional.of(said);
        }
    }

    private final JdbcClient control;

    public JobHistory(JdbcClient control) {
        this.control = control;
    }

    /** The jobs of a run of a command, in the order in which they were started. */
    public List<JobRun> ofRun(long run) {
        return read(control.sql(SELECT + """
                        where e.job_execution_id > (select executions_before from run where id = :run)
                            and e.job_execution_id <= coalesce(
                                (select min(executions_before) from run where id > :run), 9223372036854775807)
                        order by e.job_execution_id
                        """).param("run", run));
    }

    /** The last attempt at each job of this name whose last attempt did not complete, oldest first. */
    public List<JobRun> unfinished(String job) {
        return read(control.sql(SELECT + """
                        where i.job_name = :job and e.status <> 'COMPLETED'
                            and e.job_execution_id = (select max(l.job_execution_id) from batch_job_execution l
                                where l.job_instance_id = e.job_instance_id)
                        order by e.job_execution_id
                        """).param("job", job));
    }

    /** The last attempt at a job for which a key has this value, when there was one. */
    public Optional<JobRun> last(String job, String key, String value) {
        return read(control.sql(SELECT + """
                        where e.job_execution_id = (select max(p.job_execution_id)
                            from batch_job_execution_params p
                            join batch_job_execution x on x.job_execution_id = p.job_execution_id
                            join batch_job_instance n on n.job_instance_id = x.job_instance_id
                            where n.job_name = :job and p.parameter_name = :key and p.parameter_value = :value)
                        """)
                        .param("job", job)
                        .param("key", key)
                        .param("value", value))
                .stream()
                .findFirst();
    }

    /** The value that a key had in the last job that was started with it, when there was one. */
    public Optional<String> lastValue(String key) {
        return control.sql("select parameter_value from batch_job_execution_params where parameter_name = :key"
                        + " order by job_execution_id desc fetch first 1 rows only")
                .param("key", key)
                .query(String.class)
                .optional();
    }

    private List<JobRun> read(JdbcClient.StatementSpec query) {
        record Execution(long id, long instance, String job, String status, Times times) {}
        return query
                .query((row, n) -> new Execution(
                        row.getLong("job_execution_id"),
                        row.getLong("job_instance_id"),
                        row.getString("job_name"),
                        row.getString("status"),
                        Times.of(row)))
                .list()
                .stream()
                .map(e -> new JobRun(
                        e.id(),
                        e.job(),
                        keys(e.id()),
                        e.status(),
                        e.times().started(),
                        e.times().ended(),
                        steps(e.id(), e.instance())))
                .toList();
    }

    private Map<String, String> keys(long execution) {
        Map<String, String> keys = new TreeMap<>();
        control.sql("select parameter_name, parameter_value from batch_job_execution_params"
                        + " where job_execution_id = :id and identifying = 'Y'")
                .param("id", execution)
                .query(row -> {
                    keys.put(row.getString("parameter_name"), row.getString("parameter_value"));
                });
        return keys;
    }

    private List<StepRun> steps(long execution, long instance) {
        Map<String, Map<String, Long>> counts = counts(instance);
        return new ArrayList<>(control.sql("""
                        select step_name, status, start_time, end_time, exit_message
                        from batch_step_execution where job_execution_id = :id order by step_execution_id
                        """)
                .param("id", execution)
                .query((row, n) -> {
                    String step = row.getString("step_name");
                    Times times = Times.of(row);
                    boolean completed = "COMPLETED".equals(row.getString("status"));
                    return new StepRun(
                            step,
                            row.getString("status"),
                            times.started(),
                            times.ended(),
                            completed ? counts.getOrDefault(step, Map.of()) : Map.of(),
                            sentence(row.getString("exit_message")));
                })
                .list());
    }

    private Map<String, Map<String, Long>> counts(long instance) {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        control.sql("select step, name, amount from step_counts where job_instance = :job order by id")
                .param("job", instance)
                .query(row -> {
                    counts.computeIfAbsent(row.getString("step"), step -> new LinkedHashMap<>())
                            .put(row.getString("name"), row.getLong("amount"));
                });
        return counts;
    }

    /** Our own sentence out of what the framework kept of a failure; of anybody else's text, nothing. */
    private static String sentence(@Nullable String kept) {
        String ours = StepFailure.class.getName() + ": ";
        return kept != null && kept.startsWith(ours)
                ? kept.substring(ours.length()).lines().findFirst().orElse("")
                : "";
    }

    private static Optional<Duration> between(@Nullable LocalDateTime started, @Nullable LocalDateTime ended) {
        // Not known when the clock was moved back meanwhile.
        return started == null || ended == null || ended.isBefore(started)
                ? Optional.empty()
                : Optional.of(Duration.between(started, ended));
    }

    private record Times(
            @Nullable LocalDateTime started, @Nullable LocalDateTime ended) {
        static Times of(ResultSet row) throws SQLException {
            return new Times(
                    row.getObject("start_time", LocalDateTime.class), row.getObject("end_time", LocalDateTime.class));
        }
    }
}
