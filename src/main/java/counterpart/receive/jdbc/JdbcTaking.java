package counterpart.receive.jdbc;

import counterpart.control.Audit;
import counterpart.model.FeedId;
import counterpart.model.FileId;
import counterpart.model.Sha256;
import counterpart.receive.ControlFile;
import counterpart.receive.FileAct;
import counterpart.receive.Landing;
import counterpart.receive.ReceivedFile;
import counterpart.receive.jdbc.Sighted.Fate;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes into the custody ledger what the landing took in: each content of a feed once. */
public final class JdbcTaking {
    private final JdbcClient control;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final JdbcSightings sightings;
    private final JdbcExpectations expectations;
    private final Clock clock;

    public JdbcTaking(
            JdbcClient control,
            TransactionTemplate transaction,
            Audit audit,
            JdbcSightings sightings,
            JdbcExpectations expectations,
            Clock clock) {
        this.control = control;
        this.transaction = transaction;
        this.audit = audit;
        this.sightings = sightings;
        this.expectations = expectations;
        this.clock = clock;
    }

    /** The file of the feed with this content, whatever its name. */
    public Optional<ReceivedFile> findByContent(FeedId feed, Sha256 clearSha) {
        return control.sql(FileRows.SELECT + "where partner_id = :partner and feed_name = :feed and clear_sha = :sha")
                .param("partner", feed.partner().value())
                .param("feed", feed.name().value())
                .param("sha", clearSha.value())
                .query((row, n) -> FileRows.read(row))
                .optional();
    }

    /** The file id that the next taken file gets. It is free until {@link #take}: an attempt that fails burns none. */
    public FileId nextId() {
        return idOf(latest() + 1);
    }

    /**
     * Writes a file whose bytes are in the landing under its id, and decides the fate of its sighting.
     *
     * @param beside what its control file states, when its feed has such files
     * @throws IllegalStateException when the id is not the next one; nothing is written then
     */
    public ReceivedFile take(
            Poll poll, Sighted sighted, Landing.Landed landed, @Nullable ControlFile beside, FileId id, String keyId) {
        Instant arrivedAt = Objects.requireNonNull(sighted.arrivedAt(), "a file that is ready has arrived");
        ReceivedFile file = new ReceivedFile(
                id,
                poll.feed(),
                1,
                sighted.remote().name(),
                landed.receivedSha(),
                landed.clearSha(),
                landed.bytes(),
                arrivedAt,
                clock.instant(),
                FileAct.TAKE.result());
        transaction.executeWithoutResult(status -> {
            count(id);
            FileRows.insert(control, file, keyId);
            state(id, beside);
            audit.record("counterpart", "state RECEIVED", id.value(), poll.feed() + ", sha256 " + landed.clearSha());
            sightings.decide(poll, sighted, Fate.TAKEN, id);
            expectations.review(poll.feed(), clock.instant());
        });
        return file;
    }

    /**
     * Decides the fate of a sighting whose content is in custody. An unchanged file may be what was expected.
     *
     * @param beside what its control file states, which from now on is what the original is held against when a person
     *     has it read again
     */
    public void repeat(Poll poll, Sighted sighted, @Nullable ControlFile beside, ReceivedFile original) {
        transaction.executeWithoutResult(status -> {
            state(original.id(), beside);
            sightings.decide(poll, sighted, Fate.DUPLICATE, original.id());
            expectations.review(poll.feed(), clock.instant());
        });
    }

    private void state(FileId id, @Nullable ControlFile beside) {
        if (beside != null) {
            ControlFileRows.replace(control, id, beside);
        }
    }

    private void count(FileId id) {
        long next = latest() + 1;
        if (!idOf(next).equals(id)) {
            throw new IllegalStateException(id + " is not the next id; " + idOf(next) + " is");
        }
        control.sql("update custody_number set latest = :next where kind = 'file'")
                .param("next", next)
                .update();
    }

    private long latest() {
        return control.sql("select latest from custody_number where kind = 'file'")
                .query(Long.class)
                .single();
    }

    private static FileId idOf(long number) {
        return new FileId(String.format(Locale.ROOT, "F-%06d", number));
    }

    /** Ids of all files in custody. */
    public Set<FileId> known() {
        return new HashSet<>(control.sql("select file_id from received_file")
                .query((row, n) -> new FileId(row.getString("file_id")))
                .list());
    }
}
