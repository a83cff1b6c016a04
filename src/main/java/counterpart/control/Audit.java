package counterpart.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The audit trail: who did what to what, and why. Events are only ever added. None holds a member's data; subjects are
 * ids of files, loads, editions and the like.
 */
public final class Audit {
    private static final int LONGEST = 1000;

    /** One event as it was recorded. */
    public record Event(long id, Instant at, String actor, String act, String subject, String reason) {}

    private final JdbcClient control;
    private final Clock clock;

    public Audit(JdbcClient control, Clock clock) {
        this.control = control;
        this.clock = clock;
    }

    /**
     * Adds an event within the caller's transaction, so that it stands exactly when the change that it tells of stands.
     *
     * @param actor {@code counterpart} for the night, else the operator's account
     * @param act a verb in the past, for example {@code settled}
     * @param subject what it was done to, for example a file id
     * @param reason why, in plain words; what is longer than 1,000 characters is cut
     */
    public void record(String actor, String act, String subject, String reason) {
        control.sql(
                        "insert into audit_event (recorded_at, actor, act, subject, reason, fence) values (:at, :actor, :act, :subject, :reason,"
                                + " (select latest from fence))")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("act", act)
                .param("subject", subject)
                .param("reason", reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason)
                .update();
    }

    /**
     * Events, oldest first; of more than so many the newest.
     *
     * @param subject what it was done to, for example a file id; none for everything
     * @param since none for all times
     */
    public List<Event> find(@Nullable String subject, @Nullable Instant since, int atMost) {
        List<Event> newestFirst = control.sql("""
                        select id, recorded_at, actor, act, subject, reason
                        from audit_event
                        where (:every = 1 or subject = :subject) and recorded_at >= :since
                        order by id desc limit :n
                        """)
                .param("every", subject == null ? 1 : 0)
                .param("subject", subject == null ? "" : subject)
                .param("since", (since == null ? Instant.EPOCH : since).atOffset(ZoneOffset.UTC))
                .param("n", atMost)
                .query((row, n) -> event(row))
                .list();
        List<Event> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    /** The latest events, newest first. */
    public List<Event> latest(int atMost) {
        return control.sql(
                        "select id, recorded_at, actor, act, subject, reason from audit_event order by id desc limit :n")
                .param("n", atMost)
                .query((row, n) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("reason"));
    }
}
