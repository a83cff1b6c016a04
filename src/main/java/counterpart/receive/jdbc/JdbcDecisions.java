package counterpart.receive.jdbc;

import counterpart.control.Audit;
import counterpart.model.FeedId;
import counterpart.model.FileId;
import counterpart.receive.Decision;
import counterpart.receive.Decisions;
import counterpart.receive.FileAct;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import counterpart.receive.ReleaseRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
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
    private final FileMoves moves;
    private final Clock clock;

    public JdbcDecisions(JdbcClient control, TransactionTemplate transaction, Audit audit, Clock clock) {
        this.control = control;
        this.transaction = transaction;
        this.audit = audit;
        this.moves = new FileMoves(control, audit);
        this.clock = clock;
    }

    @Override
    public Decision decide(FileId file, Decision.Kind kind, String actor, @Nullable String approvedBy, String reason) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Decision decision = insert(file, kind, actor, approvedBy, cut(reason));
            audit.record(actor, "decided " + kind.name().toLowerCase(Locale.ROOT), file.value(), cut(reason));
            return decision;
        }));
    }

    @Override
    public Optional<ReleaseRequest> request(FileId file) {
        return control.sql("""
                        select r.file_id, r.epoch, r.person, r.actor, r.reason, r.asked_at
                        from release_request r
                        join received_file f on f.file_id = r.file_id and f.epoch = r.epoch
                        where r.file_id = :file
                        """)
                .param("file", file.value())
                .query((row, n) -> new ReleaseRequest(
                        new FileId(row.getString("file_id")),
                        row.getInt("epoch"),
                        row.getString("person"),
                        row.getString("actor"),
                        row.getString("reason"),
                        Instants.read(row, "asked_at")))
                .optional();
    }

    @Override
    public void ask(FileId file, String person, String actor, String reason) {
        transaction.executeWithoutResult(status -> {
            int epoch = must(file).epoch();
            control.sql("delete from release_request where file_id = :file and epoch = :epoch")
                    .param("file", file.value())
                    .param("epoch", epoch)
                    .update();
            control.sql("""
                            insert into release_request (file_id, epoch, person, actor, reason, asked_at)
                            values (:file, :epoch, :person, :actor, :reason, :at)
                            """)
                    .param("file", file.value())
                    .param("epoch", epoch)
                    .param("person", person)
                    .param("actor", actor)
                    .param("reason", cut(reason))
                    .param("at", Instants.stored(clock.instant()))
                    .update();
            audit.record(actor, "asked release", file.value(), cut(reason));
        });
    }

    @Override
    public Decision confirm(FileId file, String person, String actor, String reason) {
        return Objects.requireNonNull(transaction.execute(status -> {
            ReleaseRequest asked = request(file)
                    .filter(request -> !request.person().equals(person))
                    .orElseThrow(() -> new IllegalStateException("no other person than " + person + " asked that "
                            + file + " be released; nothing was changed"));
            Decision decision = insert(
                    file, Decision.Kind.RELEASE, asked.actor(), actor, cut(asked.reason() + "; confirmed: " + reason));
            audit.record(actor, "confirmed release", file.value(), cut("asked by " + asked.actor() + "; " + reason));
            return decision;
        }));
    }

    private Decision insert(FileId file, Decision.Kind kind, String actor, @Nullable String approvedBy, String reason) {
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
                .param("reason", reason)
                .param("at", Instants.stored(clock.instant()))
                .update();
        long number = control.sql("select max(decision_id) from decision")
                .query(Long.class)
                .single();
        return find(number).orElseThrow();
    }

    private static String cut(String reason) {
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
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
        transaction.executeWithoutResult(status -> moves.move(must(file), FileAct.HOLD, actor, reason));
    }

    @Override
    public void letRead(FileId file, String actor, String reason) {
        transaction.executeWithoutResult(status -> moves.move(must(file), FileAct.LET_READ, actor, reason));
    }

    @Override
    public void replay(FileId file, String actor, String reason) {
        transaction.executeWithoutResult(status -> {
            moves.move(must(file), FileAct.REPLAY, actor, reason);
            control.sql("update received_file set epoch = epoch + 1, superseded_by = null, acknowledged_at = null,"
                            + " acknowledged_path = null where file_id = :id")
                    .param("id", file.value())
                    .update();
            audit.record(actor, "replay", file.value(), "reading " + must(file).epoch() + ": " + reason);
        });
    }

    @Override
    public void excuse(FeedId feed, LocalDate businessDate, String actor, String reason) {
        transaction.executeWithoutResult(status -> {
            int changed = control.sql("""
                            update expectation set excused_by = :actor, excuse_reason = :reason, excused_at = :at
                            where partner_id = :partner and feed_name = :feed and business_date = :day
                                and file_id is null
                            """)
                    .param("actor", actor)
                    .param("reason", cut(reason))
                    .param("at", Instants.stored(clock.instant()))
                    .param("partner", feed.partner().value())
                    .param("feed", feed.name().value())
                    .param("day", businessDate)
                    .update();
            if (changed != 1) {
                throw new IllegalStateException("no file of " + feed + " is owed for " + businessDate
                        + ", so there is nothing to excuse; nothing was changed. Next: './counterpart status' names what is"
                        + " late or missing, './counterpart files' what came.");
            }
            audit.record(actor, "excused", feed + " " + businessDate, cut(reason));
        });
    }

    @Override
    public void withdrawn(Decision decision, Optional<FileId> restored) {
        transaction.executeWithoutResult(status -> {
            ReceivedFile file = must(decision.file());
            if (file.state() != FileState.WITHDRAWN) {
                moves.move(file, FileAct.WITHDRAW, decision.actor(), decision.reason());
            }
            restored.map(this::must)
                    .filter(former -> former.state() == FileState.SUPERSEDED)
                    .ifPresent(former ->
                            moves.move(former, FileAct.BRING_BACK, decision.actor(), file.id() + " was withdrawn"));
            control.sql("""
                            update received_file
                            set superseded_by = case when state = 'LOADED' then null else
                                (select w.superseded_by from received_file w where w.file_id = :id) end
                            where superseded_by = :id
                            """).param("id", file.id().value()).update();
        });
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
