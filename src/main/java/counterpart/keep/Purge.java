package counterpart.keep;

import counterpart.books.IdleBooks;
import counterpart.books.IdleBooks.Idle;
import counterpart.control.Audit;
import counterpart.model.FileId;
import counterpart.model.LoadId;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes room: removes loads and runs that do not count and that nothing needs any more. What counts, what a withdrawal
 * would bring back, what is held or being read, the bytes in the archive, the ledger and the audit always stay. Of what
 * goes a tombstone stays: what it was, how much, its digest.
 */
public final class Purge {
    private static final String PART = ".part";
    private static final Set<FileState> IN_WORK = Set.of(FileState.RECEIVED, FileState.OPENED, FileState.HELD);

    /** What a folder is. */
    public enum Kind {
        /** A load that was superseded, withdrawn or refused long ago. */
        LOAD,
        /** A run that another took the place of. */
        RUN,
        /** What a process that died had begun. */
        UNFINISHED
    }

    /** One folder that may go. */
    public record Item(Kind kind, Idle idle, String why) {}

    /**
     * How old things must be.
     *
     * @param loads loads that ceased to count before this instant
     * @param runs runs and unfinished work that were written before this instant
     */
    public record Terms(Instant loads, Instant runs) {}

    private final IdleBooks books;
    private final JdbcClient control;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Purge(IdleBooks books, JdbcClient control, TransactionTemplate transaction, Clock clock) {
        this.books = books;
        this.control = control;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What may go by the terms, given every file in custody. Nothing is changed. */
    public List<Item> plan(List<ReceivedFile> custody, Terms terms) {
        Map<FileId, ReceivedFile> files = custody.stream()
                .collect(Collectors.toMap(ReceivedFile::id, Function.identity(), (a, b) -> a, TreeMap::new));
        Map<String, Instant> changed = lastChanges();
        List<Item> items = new ArrayList<>();
        for (Idle load : books.loads()) {
            LoadId id = new LoadId(load.name());
            FileId file = id.file();
            ReceivedFile known = files.get(file);
            boolean present = known != null && known.loadId().equals(id);
            if (known == null || (present && IN_WORK.contains(known.state()))) {
                continue;
            }
            Instant since = changed.getOrDefault(file.value(), known.takenAt());
            if (since.isBefore(terms.loads())) {
                String was = present ? known.state().name().toLowerCase(Locale.ROOT) : "read again";
                items.add(new Item(Kind.LOAD, load, was + " since " + day(since)));
            }
        }
        for (Idle run : books.runs()) {
            Instant written = written(run.folder());
            if (written.isBefore(terms.runs())) {
                items.add(new Item(Kind.RUN, run, "of " + day(written) + "; a later one counts"));
            }
        }
        for (Idle left : books.unfinished()) {
            Instant written = written(left.folder());
            if (written.isBefore(terms.runs()) && !isInWork(left, files)) {
                items.add(new Item(Kind.UNFINISHED, left, "begun " + day(written) + " and never finished"));
            }
        }
        return items;
    }

    /** Removes what was planned: its tombstone and the audit first, so that what is gone is always accounted for. */
    public void apply(List<Item> items, String actor, String reason) {
        for (Item item : items) {
            transaction.executeWithoutResult(status -> {
                control.sql("""
                                insert into tombstone
                                    (kind, name, byte_count, row_count, digest, why, actor, reason, purged_at)
                                values (:kind, :name, :bytes, :rows, :digest, :why, :actor, :reason, :at)
                                """)
                        .param("kind", item.kind().name())
                        .param("name", item.idle().name())
                        .param("bytes", item.idle().bytes())
                        .param("rows", item.idle().rows())
                        .param("digest", item.idle().digest())
                        .param("why", item.why())
                        .param("actor", actor)
                        .param("reason", reason)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
                new Audit(control, clock).record(actor, "purged", item.idle().name(), item.why() + ": " + reason);
            });
            books.remove(item.idle());
        }
    }

    /** When the state of each file last changed, by the audit. */
    private Map<String, Instant> lastChanges() {
        Map<String, Instant> changes = new TreeMap<>();
        control.sql("select subject, max(recorded_at) as changed_at from audit_event"
                        + " where act like 'state %' group by subject")
                .query((row, n) -> changes.put(
                        row.getString("subject"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
        return changes;
    }

    /** A load that is being read has its working folder until it is settled. */
    private static boolean isInWork(Idle left, Map<FileId, ReceivedFile> files) {
        String name = String.valueOf(left.folder().getFileName());
        if (!name.matches("F-[0-9]{6,12}-[0-9]{1,4}\\.part")) {
            return false;
        }
        ReceivedFile file = files.get(new LoadId(name.substring(0, name.length() - PART.length())).file());
        return file != null && IN_WORK.contains(file.state());
    }

    private static String day(Instant at) {
        return at.toString().substring(0, "2026-11-22".length());
    }

    private static Instant written(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be looked at; see its rights", e);
        }
    }
}
