package counterpart.control;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
                        "insert into audit_event (recorded_at, actor, act, subject, reason) values (:at, :actor, :act, :subject, :reason)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("act", act)
                .param("subject", subject)
                .param("reason", reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason)
                .update();
    }

    /** The latest events, newest first. */
    public List<Event> latest(int atMost) {
        return control.sql(
                        "select id, recorded_at, actor, act, subject, reason from audit_event order by id desc limit :n")
                .param("n", atMost)
                .query((row, n) -> new Event(
                        row.getLong("id"),
                        row.getObject("recorded_at", java.time.OffsetDateTime.class)
                                .toInstant(),
                        row.getString("actor"),
                        row.getString("act"),
                        row.getString("subject"),
                        row.getString("reason")))
                .list();
    }
}
