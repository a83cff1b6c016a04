package counterpart.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs of commands, from their start. A run that was killed is said to be so when the next one starts. */
public final class RunLog {
    private static final int LONGEST = 2000;

    /**
     * One run.
     *
     * @param outcome RUNNING, KILLED, or what the run ended with
     */
    public record Run(
            long id,
            String command,
            Instant started,
            @Nullable Instant ended,
            String outcome,
            @Nullable Integer exitCode,
            String summary) {}

    private final JdbcClient control;
    private final Clock clock;

    public RunLog(JdbcClient control, Clock clock) {
        this.control = control;
        this.clock = clock;
    }

    /** Notes that a command starts; answers the run's id. */
    public long begin(String command) {
        control.sql(
                        "update run set outcome = 'KILLED', summary = 'the process ended without a word' where outcome = 'RUNNING'")
                .update();
        control.sql("insert into run (command, started, outcome, summary, executions_before, fence)"
                        + " values (:command, :started, 'RUNNING', '', :before, (select latest from fence))")
                .param("command", command)
                .param("started", now())
                .param("before", lastJobExecution())
                .update();
        // The owner of the home is the only writer, so the newest run is this one.
        return control.sql("select max(id) from run").query(Long.class).single();
    }

    public void end(long id, String outcome, int exitCode, String summary) {
        control.sql(
                        "update run set ended = :ended, outcome = :outcome, exit_code = :code, summary = :summary where id = :id")
                .param("ended", now())
                .param("outcome", outcome)
                .param("code", exitCode)
                .param("summary", summary.length() > LONGEST ? summary.substring(0, LONGEST) : summary)
                .param("id", id)
                .update();
    }

    /** The run of this number, when there is one. */
    public Optional<Run> find(long id) {
        return control.sql("select id, command, started, ended, outcome, exit_code, summary from run where id = :id")
                .param("id", id)
                .query(RunLog::run)
                .optional();
    }

    /** The latest runs, newest first. */
    public List<Run> latest(int atMost) {
        return control.sql(
                        "select id, command, started, ended, outcome, exit_code, summary from run order by id desc limit :n")
                .param("n", atMost)
                .query(RunLog::run)
                .list();
    }

    /** The last run of each command that has ended, by command. */
    public List<Run> lastOfEachCommand() {
        return control.sql("select id, command, started, ended, outcome, exit_code, summary from run where id in"
                        + " (select max(id) from run where outcome <> 'RUNNING' group by command) order by command")
                .query(RunLog::run)
                .list();
    }

    private long lastJobExecution() {
        return control.sql("select coalesce(max(job_execution_id), 0) from batch_job_execution")
                .query(Long.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
        return new Run(
                row.getLong("id"),
                row.getString("command"),
                row.getObject("started", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("outcome"),
                row.getObject("exit_code", Integer.class),
                row.getString("summary"));
    }
}
