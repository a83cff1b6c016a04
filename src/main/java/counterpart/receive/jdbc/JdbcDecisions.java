package counterpart.receive.jdbc;

import counterpart.control.Audit;
import counterpart.model.FileId;
import counterpart.receive.Decision;
import counterpart.receive.Decisions;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.transaction.support.TransactionTemplate;

/** Decisions in the control store. */
@NamedInterface("desk")
public final class JdbcDecisions implements Decisions {
    private static final int LONGEST_REASON = 1000;
    private static final String SELECT = """
            select decision_id, file_id, epoch, kind, actor, approved_by, reason, decided_at, done_at
            from decision
            """;

    private final JdbcClient control;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    public JdbcDecisions(JdbcClient control, TransactionTemplate transaction, Audit audit, Clock clock) {
        this.control = control;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Decision decide(FileId file, Decision.Kind kind, String actor, @Nullable String approvedBy, String reason) {
        String cut = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        return Objects.requireNonNull(transaction.execute(status -> {
            if (pending().stream().anyMatch(waiting -> waiting.file().equals(file))) {
                throw new IllegalStateException("a decision about " + file
                        + " is not carried out yet, so no other was taken; './counterpart nightly' carries it out");
            }
            control.sql("""
                            insert into decision (file_id, epoch, kind, actor, approved_by, reason, decided_at)
                            values (:file, :epoch, :kind, :actor, :approved, :reason, :at)
                            """)
                    .param("file", file.value())
                    .param("epoch", must(file).epoch())
                    .param("kind", kind.name())
                    .param("actor", actor)
                    .param("approved", approvedBy)
                    .param("reason", cut)
                    .param("at", Instants.stored(clock.instant()))
                    .update();
            audit.record(
                    actor,
                    "decided " + kind.name().toLowerCase(Locale.ROOT),
                    file.value(),
                    (approvedBy == null ? "" : "approved by " + approvedBy + ": ") + cut);
            long number = control.sql("select max(decision_id) from decision")
                    .query(Long.class)
                    .single();
            return find(number).orElseThrow();
        }));
    }

    @Override
    public Optional<Decision> find(long number) {
        return control.sql(SELECT + "where decision_id = :number")
                .param("number", number)
                .query((row, n) -> read(row))
                .optional();
    }

    @Override
    public List<Decision> pending() {
        return control.sql(SELECT + "where done_at is null order by decision_id")
                .query((row, n) -> read(row))
                .list();
    }

    @Override
    public void done(long number) {
        transaction.executeWithoutResult(status -> {
            int changed = control.sql(
                            "update decision set done_at = :at where decision_id = :number and done_at is null")
                    .param("at", Instants.stored(clock.instant()))
                    .param("number", number)
                    .update();
            if (changed > 0) {
                Decision decision = find(number).orElseThrow();
                audit.record(
                        "counterpart",
                        "carried out " + decision.kind().name().toLowerCase(Locale.ROOT),
                        decision.file().value(),
                        "decision " + number + " of " + decision.actor());
            }
        });
    }

    @Override
    public void hold(FileId file, String actor, String reason) {
        transaction.executeWithoutResult(status -> move(must(file), FileState.HELD, actor, reason));
    }

    @Override
    public void letRead(FileId file, String actor, String reason) {
        transaction.executeWithoutResult(status -> move(must(file), FileState.OPENED, actor, reason));
    }

    @Override
    public void replay(FileId file, String actor, String reason) {
        transaction.executeWithoutResult(status -> {
            move(must(file), FileState.OPENED, actor, reason);
            control.sql("update received_file set epoch = epoch + 1, superseded_by = null, acknowledged_at = null,"
                            + " acknowledged_path = null where file_id = :id")
                    .param("id", file.value())
                    .update();
            audit.record(actor, "replay", file.value(), "reading " + must(file).epoch() + ": " + reason);
        });
    }

    @Override
    public void withdrawn(Decision decision, Optional<FileId> restored) {
        transaction.executeWithoutResult(status -> {
            ReceivedFile file = must(decision.file());
            if (file.state() != FileState.WITHDRAWN) {
                move(file, FileState.WITHDRAWN, decision.actor(), decision.reason());
            }
            restored.map(this::must)
                    .filter(former -> former.state() == FileState.SUPERSEDED)
                    .ifPresent(
                            former -> move(former, FileState.LOADED, decision.actor(), file.id() + " was withdrawn"));
            control.sql("""
                            update received_file
                            set superseded_by = case when state = 'LOADED' then null else
                                (select w.superseded_by from received_file w where w.file_id = :id) end
                            where superseded_by = :id
                            """).param("id", file.id().value()).update();
        });
    }

    private void move(ReceivedFile file, FileState next, String actor, String reason) {
        boolean allowed = file.state().mayBecome(next);
        int changed = !allowed
                ? 0
                : control.sql("update received_file set state = :next where file_id = :id and state = :now")
                        .param("next", next.name())
                        .param("id", file.id().value())
                        .param("now", file.state().name())
                        .update();
        if (changed != 1) {
            throw new IllegalStateException(file.id() + " is " + file.state() + " and cannot become " + next
                    + "; nothing was changed. Next: './counterpart explain " + file.id() + "' tells how it stands.");
        }
        audit.record(actor, "state " + next, file.id().value(), reason);
    }

    private ReceivedFile must(FileId id) {
        return FileRows.find(control, id)
                .orElseThrow(() -> new IllegalStateException("no file " + id
                        + " is in custody; nothing was changed. Next: './counterpart files' lists them."));
    }

    private static Decision read(ResultSet row) throws SQLException {
        return new Decision(
                row.getLong("decision_id"),
                new FileId(row.getString("file_id")),
                row.getInt("epoch"),
                Decision.Kind.valueOf(row.getString("kind")),
                row.getString("actor"),
                row.getString("approved_by"),
                row.getString("reason"),
                Instants.read(row, "decided_at"),
                row.getObject("done_at") != null);
    }
}
