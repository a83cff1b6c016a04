package counterpart.deliver.batch;

import counterpart.control.Audit;
import counterpart.deliver.DeliveryKey;
import counterpart.deliver.DeliveryLedger;
import counterpart.deliver.DeliveryReceipt;
import counterpart.model.PartnershipId;
import counterpart.model.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The proofs of deliveries in the control store. */
final class JdbcDeliveryLedger implements DeliveryLedger {
    private static final String SELECT = """
            select partnership_id, report_month, revision, recipient, remote_path, artefact_sha, byte_count, delivered_at
            from delivery
            """;

    private final JdbcClient control;
    private final TransactionTemplate transaction;
    private final Audit audit;

    JdbcDeliveryLedger(JdbcClient control, TransactionTemplate transaction, Audit audit) {
        this.control = control;
        this.transaction = transaction;
        this.audit = audit;
    }

    @Override
    public Optional<DeliveryReceipt> find(DeliveryKey key) {
        return control.sql(SELECT + "where delivery_key = :key")
                .param("key", key.value())
                .query((row, n) -> read(row))
                .optional();
    }

    @Override
    public void keep(DeliveryKey key, String channel, DeliveryReceipt receipt) {
        transaction.executeWithoutResult(status -> {
            if (find(key).isPresent()) {
                return;
            }
            insert(key, channel, receipt);
            audit.record(
                    "counterpart",
                    "delivered",
                    receipt.partnership() + "/" + receipt.month() + "/" + receipt.revision(),
                    receipt.recipient() + " by " + channel + ": " + receipt.remotePath());
        });
    }

    @Override
    public List<DeliveryReceipt> of(PartnershipId partnership, YearMonth month, int revision) {
        return control.sql(SELECT + "where partnership_id = :partnership and report_month = :month"
                        + " and revision = :revision order by delivered_at, recipient")
                .param("partnership", partnership.value())
                .param("month", month.toString())
                .param("revision", revision)
                .query((row, n) -> read(row))
                .list();
    }

    private void insert(DeliveryKey key, String channel, DeliveryReceipt receipt) {
        control.sql("""
                        insert into delivery (delivery_key, partnership_id, report_month, revision, recipient, channel,
                            artefact_sha, remote_path, byte_count, delivered_at)
                        values (:key, :partnership, :month, :revision, :recipient, :channel, :sha, :path, :bytes, :at)
                        """)
                .param("key", key.value())
                .param("partnership", receipt.partnership().value())
                .param("month", receipt.month().toString())
                .param("revision", receipt.revision())
                .param("recipient", receipt.recipient())
                .param("channel", channel)
                .param("sha", receipt.sha().value())
                .param("path", receipt.remotePath())
                .param("bytes", receipt.bytes())
                .param("at", receipt.deliveredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static DeliveryReceipt read(ResultSet row) throws SQLException {
        return new DeliveryReceipt(
                new PartnershipId(row.getString("partnership_id")),
                YearMonth.parse(row.getString("report_month")),
                row.getInt("revision"),
                row.getString("recipient"),
                row.getString("remote_path"),
                new Sha256(row.getString("artefact_sha")),
                row.getLong("byte_count"),
                row.getObject("delivered_at", OffsetDateTime.class).toInstant());
    }
}
