package counterpart.receive.jdbc;

import counterpart.model.FeedId;
import counterpart.model.FeedName;
import counterpart.model.FileId;
import counterpart.model.PartnerId;
import counterpart.model.Sha256;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files in custody as rows. */
final class FileRows {
    static final String SELECT = """
            select file_id, partner_id, feed_name, epoch, remote_name, received_sha, clear_sha, byte_count,
                arrived_at, taken_at, state
            from received_file
            """;

    private FileRows() {}

    static Optional<ReceivedFile> find(JdbcClient control, FileId id) {
        return control.sql(SELECT + "where file_id = :id")
                .param("id", id.value())
                .query((row, n) -> read(row))
                .optional();
    }

    static ReceivedFile read(ResultSet row) throws SQLException {
        return new ReceivedFile(
                new FileId(row.getString("file_id")),
                new FeedId(new PartnerId(row.getString("partner_id")), new FeedName(row.getString("feed_name"))),
                row.getInt("epoch"),
                row.getString("remote_name"),
                new Sha256(row.getString("received_sha")),
                new Sha256(row.getString("clear_sha")),
                row.getLong("byte_count"),
                Instants.read(row, "arrived_at"),
                Instants.read(row, "taken_at"),
                FileState.valueOf(row.getString("state")));
    }

    static void insert(JdbcClient control, ReceivedFile file, String keyId) {
        control.sql("""
                        insert into received_file (file_id, partner_id, feed_name, epoch, remote_name, received_sha,
                            clear_sha, byte_count, arrived_at, taken_at, state, key_id)
                        values (:id, :partner, :feed, :epoch, :name, :received, :clear, :bytes, :arrived, :taken, :state,
                            :key)
                        """)
                .param("id", file.id().value())
                .param("partner", file.feed().partner().value())
                .param("feed", file.feed().name().value())
                .param("epoch", file.epoch())
                .param("name", file.remoteName())
                .param("received", file.receivedSha().value())
                .param("clear", file.clearSha().value())
                .param("bytes", file.bytes())
                .param("arrived", Instants.stored(file.arrivedAt()))
                .param("taken", Instants.stored(file.takenAt()))
                .param("state", file.state().name())
                .param("key", keyId)
                .update();
    }
}
