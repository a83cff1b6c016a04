package counterpart.keep;

import counterpart.books.Books;
import counterpart.books.BooksSettings;
import counterpart.books.DuckBooks;
import counterpart.control.Audit;
import counterpart.control.ControlStore;
import counterpart.control.HomeLock;
import counterpart.control.RunLog;
import counterpart.control.RunStatus;
import counterpart.model.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies a home that no run owns: both stores as they are at one moment, and every file that they speak of. What the
 * newest backup of the same home in the same folder holds already, and what never changes, is linked and not copied, so
 * that a backup every night is cheap. Logs and work in progress stay behind.
 */
public final class Backup {
    private static final String NO_KEY = "none";
    private static final int FAILED = 74;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /**
     * What is to be copied.
     *
     * @param configuration the folder of the configuration, wherever it lies
     * @param keyFile the file with the key of the secrets, when there is one
     * @param withKeys whether key files are copied too
     * @param program version of this program
     * @param operator the account that asks for it
     */
    public record Order(
            Home home, Path configuration, @Nullable Path keyFile, boolean withKeys, String program, String operator) {}

    /**
     * A backup that was made.
     *
     * @param digest SHA-256 of its manifest
     * @param linked files that the backup before it held already
     */
    public record Made(Path folder, BackupManifest manifest, String digest, long linked, int removed) {
        public long bytes() {
            return manifest.bytes();
        }
    }

    private final Order order;
    private final Clock clock;

    public Backup(Order order, Clock clock) {
        this.order = order;
        this.clock = clock;
    }

    /**
     * Makes a backup.
     *
     * @param target the folder that holds the backups
     * @param keep how many backups of this home stay in it; 0 for all
     * @throws counterpart.control.HomeBusyException when a run owns the home
     * @throws KeepException when there is nothing whole to copy, or it cannot be written
     */
    public Made make(Path target, int keep) {
        try (HomeLock lock = HomeLock.take(order.home(), "backup", clock);
                BackupFolder folder = BackupFolder.take(target.toAbsolutePath().normalize());
                ControlStore store = ControlStore.open(lock, clock)) {
            JdbcClient control = JdbcClient.create(store.dataSource());
            RunLog runs = new RunLog(control, clock);
            RunStatus status = new RunStatus(order.home(), store, runs, clock);
            status.begin("backup");
            try {
                Made made = make(folder, store, control, keep);
                status.end(
                        "DONE",
                        0,
                        made.manifest().files().size() + " files kept as "
                                + made.folder().getFileName());
                return made;
            } catch (IOException | RuntimeException e) {
                status.end("FAILED", FAILED, "no backup was made");
                throw e;
            }
        } catch (IOException e) {
            throw new KeepException(
                    "the backup could not be written to " + target
                            + ", so there is none of today; see that its disk has room and the folder can be written",
                    e);
        }
    }

    private Made make(BackupFolder folder, ControlStore store, JdbcClient control, int keep) throws IOException {
        String number =
                control.sql("select max(id) from run").query(String.class).single();
        String name = BackupFolder.name(STAMP.format(clock.instant()) + "-" + number);
        Optional<Path> former = folder.latest(order.home().root());
        Path staged = folder.staged(name);
        Trees.makePrivate(staged);
        try {
            Copying copying = new Copying(order, staged, former);
            // The books are closed while they are copied: what DuckDB holds open is not yet all in its file.
            Map<String, String> figures;
            try (Books books = DuckBooks.open(order.home(), BooksSettings.besideHeap(), NO_KEY)) {
                figures = Figures.of(store.dataSource(), books);
            }
            copying.files();
            copying.requireWholeLoads();
            copying.control(store);
            BackupManifest manifest = BackupManifest.of(
                    name,
                    order.home().root(),
                    order.program(),
                    clock.instant(),
                    copying.keysLeftOut(),
                    figures,
                    copying.entries());
            String digest = manifest.writeTo(staged);
            Path published = folder.publish(name);
            new Audit(control, clock)
                    .record(order.operator(), "backed up", name, "to " + folder.path() + ", manifest " + digest);
            int removed = keep == 0 ? 0 : folder.thin(order.home().root(), keep);
            return new Made(published, manifest, digest, copying.linked(), removed);
        } catch (IOException | RuntimeException e) {
            Trees.discard(staged);
            throw e;
        }
    }
}
