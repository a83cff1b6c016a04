package counterpart.receive.jdbc;

import counterpart.control.Audit;
import counterpart.model.FeedId;
import counterpart.model.FileId;
import counterpart.receive.ControlFile;
import counterpart.receive.Custody;
import counterpart.receive.DuplicateDelivery;
import counterpart.receive.FileAct;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The custody ledger in the control store. */
public final class JdbcCustody implements Custody {
    private static final String NIGHT = "counterpart";
    private static final Set<FileState> ENDS = Set.of(FileState.LOADED, FileState.HELD, FileState.REFUSED);

    private final JdbcClient control;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final JdbcExpectations expectations;
    private final SettlementRows settlements;
    private final FileMoves moves;
    private final Clock clock;

    public JdbcCustody(
            JdbcTemplate control,
            TransactionTemplate transaction,
            Audit audit,
            JdbcExpectations expectations,
            Clock clock) {
        this.control = JdbcClient.create(control);
        this.transaction = transaction;
        this.audit = audit;
        this.expectations = expectations;
        this.settlements = new SettlementRows(control);
        this.moves = new FileMoves(this.control, audit);
        this.clock = clock;
    }

    @Override
    public Optional<ReceivedFile> find(FileId id) {
        return FileRows.find(control, id);
    }

    @Override
    public List<ReceivedFile> awaitingIntake() {
        return control.sql(FileRows.SELECT
                        + "where state in ('RECEIVED', 'OPENED') order by arrived_at, remote_name, file_id")
                .query((row, n) -> FileRows.read(row))
                .list();
    }

    @Override
    public void open(FileId id) {
        transaction.executeWithoutResult(status -> {
            ReceivedFile file = must(id);
            if (file.state() != FileState.OPENED) {
                moves.move(file, FileAct.OPEN, NIGHT, "reading began");
            }
        });
    }

    @Override
    public void settle(FileId id, Settlement settlement, String actor) {
        if (!ENDS.contains(settlement.state())) {
            throw new IllegalArgumentException("reading ends in LOADED, HELD or REFUSED, not " + settlement.state());
        }
        transaction.executeWithoutResult(status -> {
            ReceivedFile file = must(id);
            Optional<Settlement> before = settlements.find(id, file.epoch());
            if (file.state() == settlement.state() && before.equals(Optional.of(settlement))) {
                return;
            }
            moves.move(file, FileAct.endingIn(settlement.state()), actor, reason(settlement));
            settlements.delete(id, file.epoch());
            settlements.insert(id, file.epoch(), settlement);
            expectations.review(file.feed(), clock.instant());
        });
    }

    @Override
    public void supersede(FileId id, FileId by) {
        transaction.executeWithoutResult(status -> {
            ReceivedFile file = must(id);
            if (file.state() == FileState.SUPERSEDED && by.value().equals(supersededBy(id))) {
                return;
            }
            moves.move(file, FileAct.SUPERSEDE, NIGHT, by + " took its slot");
            control.sql("update received_file set superseded_by = :by where file_id = :id")
                    .param("by", by.value())
                    .param("id", id.value())
                    .update();
        });
    }

    @Override
    public void acknowledged(FileId id, String remotePath, Instant at) {
        transaction.executeWithoutResult(status -> {
            int changed = control.sql(
                            "update received_file set acknowledged_at = :at, acknowledged_path = :path where file_id = :id"
                                    + " and (acknowledged_path is null or acknowledged_path <> :path)")
                    .param("at", Instants.stored(at))
                    .param("path", remotePath)
                    .param("id", id.value())
                    .update();
            if (changed > 0) {
                audit.record(NIGHT, "acknowledged", id.value(), remotePath);
            } else {
                must(id);
            }
        });
    }

    @Override
    public Optional<Settlement> settlement(FileId id) {
        return find(id).flatMap(file -> settlements.find(id, file.epoch()));
    }

    @Override
    public List<PastFile> lastLoaded(FeedId feed, int atMost) {
        return control
                .sql(FileRows.SELECT + "where partner_id = :partner and feed_name = :feed"
                        + " and state in ('LOADED', 'SUPERSEDED')"
                        + " order by arrived_at desc, file_id desc fetch first :n rows only")
                .param("partner", feed.partner().value())
                .param("feed", feed.name().value())
                .param("n", atMost)
                .query((row, n) -> FileRows.read(row))
                .list()
                .stream()
                .map(this::withSettlement)
                .toList();
    }

    @Override
    public Optional<FileId> findByHeaderFileId(FeedId feed, String headerFileId, FileId other) {
        return control.sql("""
                        select min(f.file_id) as file_id
                        from received_file f
                        join file_settlement s on s.file_id = f.file_id and s.epoch = f.epoch
                        where f.partner_id = :partner and f.feed_name = :feed and s.header_file_id = :header
                            and f.file_id <> :other and f.state not in ('REFUSED', 'WITHDRAWN')
                        """)
                .param("partner", feed.partner().value())
                .param("feed", feed.name().value())
                .param("header", headerFileId)
                .param("other", other.value())
                .query((row, n) -> Optional.ofNullable(row.getString("file_id")).map(FileId::new))
                .single();
    }

    @Override
    public Optional<ControlFile> controlFile(FileId id) {
        return ControlFileRows.find(control, id);
    }

    @Override
    public List<DuplicateDelivery> unansweredDuplicates(FeedId feed) {
        return control.sql("""
                        select sighting_id, remote_name, arrived_at, file_id
                        from sighting
                        where partner_id = :partner and feed_name = :feed and fate = 'DUPLICATE' and answered_at is null
                        order by arrived_at, sighting_id
                        """)
                .param("partner", feed.partner().value())
                .param("feed", feed.name().value())
                .query((row, n) -> new DuplicateDelivery(
                        row.getLong("sighting_id"),
                        must(new FileId(row.getString("file_id"))),
                        row.getString("remote_name"),
                        Instants.read(row, "arrived_at")))
                .list();
    }

    @Override
    public void duplicateAnswered(long number, String remotePath, Instant at) {
        transaction.executeWithoutResult(status -> {
            int changed = control.sql("update sighting set answered_at = :at, answered_path = :path"
                            + " where sighting_id = :id and fate = 'DUPLICATE' and answered_at is null")
                    .param("at", Instants.stored(at))
                    .param("path", remotePath)
                    .param("id", number)
                    .update();
            if (changed > 0) {
                audit.record(NIGHT, "duplicate answered", "sighting " + number, remotePath);
            }
        });
    }

    @Override
    public List<String> duplicateNames(FeedId feed, Instant before) {
        return control.sql("select remote_name from sighting"
                        + " where fate = 'DUPLICATE' and partner_id = :partner and feed_name = :feed"
                        + " and arrived_at < :before")
                .param("before", Instants.stored(before))
                .param("partner", feed.partner().value())
                .param("feed", feed.name().value())
                .query(String.class)
                .list();
    }

    @Override
    public List<PastFile> latest(int atMost) {
        return control
                .sql(FileRows.SELECT + "order by taken_at desc, file_id desc fetch first :n rows only")
                .param("n", atMost)
                .query((row, n) -> FileRows.read(row))
                .list()
                .stream()
                .map(this::withSettlement)
                .toList();
    }

    private PastFile withSettlement(ReceivedFile file) {
        return new PastFile(file, settlements.find(file.id(), file.epoch()));
    }

    private ReceivedFile must(FileId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no file " + id
                + " is in custody; nothing was changed. Next: './counterpart status' lists the files."));
    }

    private String supersededBy(FileId id) {
        return control.sql("select coalesce(superseded_by, '') from received_file where file_id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private static String reason(Settlement settlement) {
        String code = settlement.reasonCode();
        return "read " + settlement.rowsRead() + ", accepted " + settlement.rowsAccepted() + ", rejected "
                + settlement.rowsRejected() + (code == null ? "" : ", because of " + code);
    }
}
