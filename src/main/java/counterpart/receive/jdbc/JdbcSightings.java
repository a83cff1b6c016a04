package counterpart.receive.jdbc;

import counterpart.control.Audit;
import counterpart.model.FileId;
import counterpart.partner.RemoteFile;
import counterpart.receive.jdbc.Sighted.Fate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What was seen on partners' servers, in the control store. */
public final class JdbcSightings {
    private static final String SELECT = """
            select sighting_id, remote_name, byte_count, modified_at, arrived_at, marker_name, fate, file_id
            from sighting
            """;
    private static final String OF_FEED = " partner_id = :partner and feed_name = :feed ";

    private final JdbcClient control;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    public JdbcSightings(JdbcClient control, TransactionTemplate transaction, Audit audit, Clock clock) {
        this.control = control;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes down that a file was seen in a poll; one whose fate is decided keeps it. */
    public void see(Poll poll, RemoteFile file, Fate fate, @Nullable Instant arrivedAt, @Nullable String marker) {
        transaction.executeWithoutResult(status -> {
            forgetOlderVersions(poll, file);
            Optional<Sighted> before = find(poll, file);
            if (before.isEmpty()) {
                insert(poll, file);
            }
            boolean decided = before.map(s -> s.fate().isFinal()).orElse(false);
            control.sql("update sighting set seen_date = :date, seen_poll = :poll"
                            + (decided ? "" : ", fate = :fate, arrived_at = :arrived, marker_name = :marker")
                            + " where" + OF_FEED
                            + "and remote_name = :name and byte_count = :bytes and modified_at = :modified")
                    .params(key(poll, file))
                    .param("date", poll.businessDate())
                    .param("poll", poll.number())
                    .param("fate", fate.name())
                    .param("arrived", arrivedAt == null ? null : Instants.stored(arrivedAt))
                    .param("marker", marker)
                    .update();
        });
    }

    /** What was seen in a poll, by name. */
    public List<Sighted> seenIn(Poll poll) {
        return control.sql(SELECT + "where" + OF_FEED + "and seen_date = :date and seen_poll = :poll"
                        + " order by arrived_at, remote_name")
                .param("partner", poll.feed().partner().value())
                .param("feed", poll.feed().name().value())
                .param("date", poll.businessDate())
                .param("poll", poll.number())
                .query((row, n) -> read(row))
                .list();
    }

    /** Decides the fate of a file that was ready; part of the caller's transaction, if it has one. */
    public void decide(Poll poll, Sighted sighted, Fate fate, @Nullable FileId file) {
        transaction.executeWithoutResult(status -> {
            control.sql("update sighting set fate = :fate, file_id = :file, fated_date = :date, fated_poll = :poll"
                            + " where sighting_id = :id")
                    .param("fate", fate.name())
                    .param("file", file == null ? null : file.value())
                    .param("date", poll.businessDate())
                    .param("poll", poll.number())
                    .param("id", sighted.number())
                    .update();
            audit.record(
                    "counterpart",
                    "sighting " + fate,
                    file == null ? "sighting " + sighted.number() : file.value(),
                    "sighting " + sighted.number() + " of " + poll.feed() + ", "
                            + sighted.remote().bytes() + " bytes");
        });
    }

    /** Says how tidying went. */
    public void tidied(Sighted sighted, Tidied how) {
        control.sql("update sighting set tidied = :how where sighting_id = :id")
                .param("how", how.name())
                .param("id", sighted.number())
                .update();
    }

    /** Notes for files that are not there any more that they were moved away, where a run died before it said so. */
    public void tidiedBefore(Poll poll) {
        control.sql("update sighting set tidied = :how where" + OF_FEED
                        + "and fate in ('TAKEN', 'DUPLICATE') and tidied is null"
                        + " and (seen_date <> :date or seen_poll <> :poll)")
                .param("how", Tidied.MOVED.name())
                .param("partner", poll.feed().partner().value())
                .param("feed", poll.feed().name().value())
                .param("date", poll.businessDate())
                .param("poll", poll.number())
                .update();
    }

    /** Whether a file's fate was decided before. */
    public boolean isDecided(Poll poll, RemoteFile file) {
        return find(poll, file).map(s -> s.fate().isFinal()).orElse(false);
    }

    /** The files of a poll that met this fate in it, by arrival. */
    List<Sighted> decidedIn(Poll poll, Fate fate) {
        return control.sql(SELECT + "where" + OF_FEED + "and seen_date = :date and seen_poll = :poll and fate = :fate"
                        + " and fated_date = :date and fated_poll = :poll order by arrived_at, remote_name")
                .param("partner", poll.feed().partner().value())
                .param("feed", poll.feed().name().value())
                .param("date", poll.businessDate())
                .param("poll", poll.number())
                .param("fate", fate.name())
                .query((row, n) -> read(row))
                .list();
    }

    /** How many files of a poll the partner's server did not let us move away. */
    long notTidied(Poll poll) {
        return count(poll, " and tidied = '" + Tidied.REFUSED + "'");
    }

    private long count(Poll poll, String condition) {
        return control.sql("select count(*) from sighting where" + OF_FEED
                        + "and seen_date = :date and seen_poll = :poll" + condition)
                .param("partner", poll.feed().partner().value())
                .param("feed", poll.feed().name().value())
                .param("date", poll.businessDate())
                .param("poll", poll.number())
                .query(Long.class)
                .single();
    }

    /** What tidying did with a file on the partner's server. */
    public enum Tidied {
        MOVED,
        REFUSED
    }

    private Optional<Sighted> find(Poll poll, RemoteFile file) {
        return control.sql(SELECT + "where" + OF_FEED
                        + "and remote_name = :name and byte_count = :bytes and modified_at = :modified")
                .params(key(poll, file))
                .query((row, n) -> read(row))
                .optional();
    }

    private void insert(Poll poll, RemoteFile file) {
        control.sql("""
                        insert into sighting (partner_id, feed_name, remote_name, byte_count, modified_at, fate,
                            first_seen_at, seen_date, seen_poll)
                        values (:partner, :feed, :name, :bytes, :modified, :fate, :now, :date, :poll)
                        """)
                .params(key(poll, file))
                .param("fate", Fate.WAITING.name())
                .param("now", Instants.stored(clock.instant()))
                .param("date", poll.businessDate())
                .param("poll", poll.number())
                .update();
    }

    /** A file that grew or was written anew before it was taken leaves no trace of what it was. */
    private void forgetOlderVersions(Poll poll, RemoteFile file) {
        control.sql("delete from sighting where" + OF_FEED + "and remote_name = :name and fate in ('WAITING', 'READY')"
                        + " and (byte_count <> :bytes or modified_at <> :modified)")
                .params(key(poll, file))
                .update();
    }

    private static Map<String, Object> key(Poll poll, RemoteFile file) {
        return Map.of(
                "partner", poll.feed().partner().value(),
                "feed", poll.feed().name().value(),
                "name", file.name(),
                "bytes", file.bytes(),
                "modified", Instants.stored(file.modifiedAt()));
    }

    private static Sighted read(ResultSet row) throws SQLException {
        String file = row.getString("file_id");
        return new Sighted(
                row.getLong("sighting_id"),
                new RemoteFile(
                        row.getString("remote_name"), row.getLong("byte_count"), Instants.read(row, "modified_at")),
                Instants.readOrNull(row, "arrived_at"),
                row.getString("marker_name"),
                Fate.valueOf(row.getString("fate")),
                file == null ? null : new FileId(file));
    }
}
