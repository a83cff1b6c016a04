package counterpart.receive.jdbc;

import counterpart.model.FileId;
import counterpart.model.Sha256;
import counterpart.receive.ControlFile;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Control files as rows: numbers and a digest, never their text. */
final class ControlFileRows {
    private ControlFileRows() {}

    static Optional<ControlFile> find(JdbcClient control, FileId id) {
        return control.sql("select byte_count, sha, record_count, paid_cents from control_file where file_id = :id")
                .param("id", id.value())
                .query((row, n) -> {
                    String sha = row.getString("sha");
                    return new ControlFile(
                            row.getObject("byte_count", Long.class),
                            sha == null ? null : new Sha256(sha),
                            row.getObject("record_count", Long.class),
                            row.getObject("paid_cents", Long.class));
                })
                .optional();
    }

    static void replace(JdbcClient control, FileId id, ControlFile file) {
        Sha256 sha = file.sha256();
        control.sql("delete from control_file where file_id = :id")
                .param("id", id.value())
                .update();
        control.sql("insert into control_file (file_id, byte_count, sha, record_count, paid_cents)"
                        + " values (:id, :bytes, :sha, :records, :paid)")
                .param("id", id.value())
                .param("bytes", file.bytes())
                .param("sha", sha == null ? null : sha.value())
                .param("records", file.records())
                .param("paid", file.paidCents())
                .update();
    }
}
