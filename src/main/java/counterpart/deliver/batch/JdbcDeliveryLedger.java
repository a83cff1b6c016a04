package counterpart.deliver.batch;

import counterpart.control.Audit;
import counterpart.deliver.Delivery;
import counterpart.deliver.Delivery.State;
import counterpart.deliver.DeliveryLedger;
import counterpart.deliver.DeliveryOrder;
import counterpart.deliver.DeliveryReceipt;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.model.Sha256;
import counterpart.partner.Partnership.Recipient;
import counterpart.partner.Partnership.Way;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps deliveries in the control store; each change and its audit event in one transaction. */
final class JdbcDeliveryLedger implements DeliveryLedger {
    private static final int LONGEST_FAILURE = 2000;
    private static final int LONGEST_PATH = 700;
    private static final String DELIVERIES = """
            select partnership, report_month, revision, recipient, partner, way, place, channel, file_name,
                   artefact_sha, state, attempts, failure, remote_path, byte_count, delivered_at
            from delivery
            """;

    private final JdbcClient control;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    JdbcDeliveryLedger(JdbcClient control, TransactionTemplate transaction, Audit audit, Clock clock) {
        this.control = control;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Delivery open(DeliveryOrder order) {
        return inTransaction(() -> find(order.key()).orElseGet(() -> insert(order)));
    }

    @Override
    public Delivery begin(Delivery delivery) {
        return change(delivery, delivery.begun(), "began to deliver", "attempt " + (delivery.attempts() + 1));
    }

    @Override
    public Delivery sent(Delivery delivery, DeliveryReceipt receipt) {
        String proof = receipt.remotePath() + " has " + receipt.bytes() + " bytes, sha256 " + receipt.sha();
        return change(delivery, delivery.sent(receipt), "delivered", proof);
    }

    @Override
    public Delivery failed(Delivery delivery, String sentence) {
        return change(delivery, delivery.failed(kept(sentence)), "failed to deliver", sentence);
    }

    @Override
    public Delivery deferred(Delivery delivery, String sentence) {
        return change(delivery, delivery.deferred(kept(sentence)), "deferred", sentence);
    }

    @Override
    public Delivery uncertain(Delivery delivery, String sentence) {
        return change(delivery, delivery.uncertain(kept(sentence)), "cannot know whether it delivered", sentence);
    }

    @Override
    public Delivery confirm(Delivery delivery, String actor, String reason) {
        DeliveryReceipt word = byWord(delivery.order(), "confirmed by " + actor + ": " + reason);
        return change(delivery, delivery.confirmed(word), actor, "confirmed the delivery", reason);
    }

    @Override
    public Delivery handedOver(Delivery delivery, String actor, String evidence) {
        DeliveryReceipt word = byWord(delivery.order(), "by hand, says " + actor + ": " + evidence);
        String was = delivery.state().name().toLowerCase(Locale.ROOT);
        return change(
                delivery,
                delivery.handedOver(word),
                actor,
                "marked delivered",
                "it was " + was + " by " + delivery.order().channel() + "; evidence: " + evidence);
    }

    /** A receipt that rests on somebody's word: no size was read back. */
    private DeliveryReceipt byWord(DeliveryOrder order, String word) {
        return new DeliveryReceipt(
                order.partnership(),
                order.month(),
                order.revision(),
                order.recipient().name(),
                kept(word, LONGEST_PATH),
                order.artefact(),
                0,
                clock.instant());
    }

    @Override
    public Delivery release(Delivery delivery, String actor, String reason) {
        String sentence = kept("to be sent again by the word of " + actor + ": " + reason);
        return change(delivery, delivery.released(sentence), actor, "released for sending again", reason);
    }

    @Override
    public List<Delivery> of(PartnershipId partnership, YearMonth month, int revision) {
        return control.sql(DELIVERIES + " where partnership = :partnership and report_month = :month"
                        + " and revision = :revision order by partner, place, file_name, artefact_sha")
                .param("partnership", partnership.value())
                .param("month", month.toString())
                .param("revision", revision)
                .query((row, number) -> delivery(row))
                .list();
    }

    @Override
    public List<Delivery> unfinished() {
        return control.sql(DELIVERIES + " where state <> 'SENT' order by ordered_at, partner, place, file_name")
                .query((row, number) -> delivery(row))
                .list();
    }

    private Optional<Delivery> find(Sha256 key) {
        return control.sql(DELIVERIES + " where delivery_key = :key")
                .param("key", key.value())
                .query((row, number) -> delivery(row))
                .optional();
    }

    private Delivery insert(DeliveryOrder order) {
        control.sql("""
                        insert into delivery (delivery_key, partnership, report_month, revision, recipient, partner,
                            way, place, channel, file_name, artefact_sha, state, attempts, ordered_at, changed_at)
                        values (:key, :partnership, :month, :revision, :recipient, :partner,
                            :way, :place, :channel, :fileName, :artefact, 'PENDING', 0, :now, :now)
                        """)
                .param("key", order.key().value())
                .param("partnership", order.partnership().value())
                .param("month", order.month().toString())
                .param("revision", order.revision())
                .param("recipient", order.recipient().name())
                .param("partner", order.recipient().partner().value())
                .param("way", order.recipient().way().name())
                .param("place", order.recipient().place())
                .param("channel", order.channel())
                .param("fileName", order.fileName())
                .param("artefact", order.artefact().value())
                .param("now", now())
                .update();
        return Delivery.pending(order);
    }

    private static String kept(String sentence) {
        return kept(sentence, LONGEST_FAILURE);
    }

    private static String kept(String sentence, int longest) {
        return sentence.length() > longest ? sentence.substring(0, longest) : sentence;
    }

    private Delivery change(Delivery from, Delivery to, String act, String reason) {
        return change(from, to, "counterpart", act, reason);
    }

    private Delivery change(Delivery from, Delivery to, String actor, String act, String reason) {
        return inTransaction(() -> {
            update(from, to);
            DeliveryOrder order = to.order();
            audit.record(
                    actor,
                    act,
                    order.fileName(),
                    "to " + order.recipient().partner() + " "
                            + order.recipient().place() + ": " + reason);
            return to;
        });
    }

    private void update(Delivery from, Delivery to) {
        DeliveryReceipt receipt = to.receipt();
        int rows = control.sql("""
                        update delivery
                        set state = :to, attempts = :attempts, changed_at = :now, failure = :failure,
                            remote_path = :path, byte_count = :bytes, delivered_at = :deliveredAt
                        where delivery_key = :key and state = :from and attempts = :attemptsBefore
                        """)
                .param("to", to.state().name())
                .param("attempts", to.attempts())
                .param("now", now())
                .param("failure", to.failure())
                .param("path", receipt == null ? null : receipt.remotePath())
                .param("bytes", receipt == null ? null : receipt.bytes())
                .param(
                        "deliveredAt",
                        receipt == null ? null : receipt.deliveredAt().atOffset(ZoneOffset.UTC))
                .param("key", to.order().key().value())
                .param("from", from.state().name())
                .param("attemptsBefore", from.attempts())
                .update();
        if (rows != 1) {
            throw new IllegalStateException("the delivery of " + to.order().fileName() + " to "
                    + to.order().recipient().partner() + " is no longer " + from.state()
                    + ": another process changed it, so this one stopped. Next: see that one process runs, then run the"
                    + " same command again");
        }
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        Recipient recipient = new Recipient(
                row.getString("recipient"),
                new PartnerId(row.getString("partner")),
                Way.valueOf(row.getString("way")),
                row.getString("place"));
        DeliveryOrder order = new DeliveryOrder(
                new PartnershipId(row.getString("partnership")),
                YearMonth.parse(row.getString("report_month")),
                row.getInt("revision"),
                recipient,
                row.getString("channel"),
                row.getString("file_name"),
                new Sha256(row.getString("artefact_sha")));
        return new Delivery(
                order,
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("failure"),
                receipt(order, row));
    }

    private static @Nullable DeliveryReceipt receipt(DeliveryOrder order, ResultSet row) throws SQLException {
        OffsetDateTime deliveredAt = row.getObject("delivered_at", OffsetDateTime.class);
        if (deliveredAt == null) {
            return null;
        }
        return new DeliveryReceipt(
                order.partnership(),
                order.month(),
                order.revision(),
                order.recipient().name(),
                row.getString("remote_path"),
                order.artefact(),
                row.getLong("byte_count"),
                deliveredAt.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        T result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("a transaction of the control store gave nothing back");
        }
        return result;
    }
}
