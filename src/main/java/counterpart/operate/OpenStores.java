package counterpart.operate;

import counterpart.books.Books;
import counterpart.books.BooksSettings;
import counterpart.books.DuckBooks;
import counterpart.control.Audit;
import counterpart.control.ControlStore;
import counterpart.control.HomeLock;
import counterpart.control.RunLog;
import counterpart.control.batch.JobHistory;
import counterpart.keep.Purge;
import counterpart.model.FileId;
import counterpart.model.Home;
import counterpart.receive.CustodyDesk;
import counterpart.receive.Decisions;
import counterpart.receive.FileStory;
import counterpart.receive.jdbc.JdbcCustodyDesk;
import counterpart.receive.jdbc.JdbcDecisions;
import java.nio.file.Files;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The stores of a home, opened for a moment by a command that looks, without the framework: it answers sooner. The books
 * are opened when they are asked for.
 */
final class OpenStores implements AutoCloseable {
    private static final String NO_KEY = "none";

    private final HomeLock lock;
    private final ControlStore store;
    private final Clock clock;
    private @Nullable DuckBooks books;

    private OpenStores(HomeLock lock, ControlStore store, Clock clock) {
        this.lock = lock;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Opens a home to look into it.
     *
     * @throws counterpart.control.HomeBusyException when a run owns the home
     * @throws CommandFailure when nothing ever ran there
     */
    static OpenStores look(Home home, String command) {
        requireHome(home);
        Clock clock = Clock.systemDefaultZone();
        return open(HomeLock.look(home, command, clock), clock);
    }

    /**
     * Opens a home to change something in it without a run.
     *
     * @throws counterpart.control.HomeBusyException when a run owns the home
     * @throws CommandFailure when nothing ever ran there
     */
    static OpenStores take(Home home, String command) {
        requireHome(home);
        Clock clock = Clock.systemDefaultZone();
        return open(HomeLock.take(home, command, clock), clock);
    }

    private static OpenStores open(HomeLock lock, Clock clock) {
        try {
            return new OpenStores(lock, ControlStore.open(lock, clock), clock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** @throws CommandFailure when nothing ever ran there */
    static void requireHome(Home home) {
        if (!Files.isDirectory(home.control())) {
            throw new CommandFailure(
                    ExitCode.NO_INPUT,
                    "nothing ever ran in a home at " + home.root()
                            + ". Name another one with --home, or start with: ./counterpart nightly");
        }
    }

    Home home() {
        return lock.home();
    }

    CustodyDesk custody() {
        return new JdbcCustodyDesk(new JdbcTemplate(store.dataSource()));
    }

    /** @throws CommandFailure when there is no such file */
    FileStory story(FileId id) {
        return custody()
                .story(id)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.NO_INPUT, "no file " + id + " is in custody. To list them: ./counterpart files"));
    }

    Decisions decisions() {
        return new JdbcDecisions(client(), transaction(), audit(), clock);
    }

    RunLog runs() {
        return new RunLog(client(), clock);
    }

    JobHistory jobs() {
        return new JobHistory(client());
    }

    Audit audit() {
        return new Audit(client(), clock);
    }

    /** Makes room in the books; what it does is its own affair with both stores. */
    Purge purge() {
        return new Purge(duckBooks().idle(), client(), transaction(), clock);
    }

    Books books() {
        return duckBooks();
    }

    private DuckBooks duckBooks() {
        DuckBooks open = books;
        if (open == null) {
            open = DuckBooks.open(home(), BooksSettings.besideHeap(), NO_KEY);
            books = open;
        }
        return open;
    }

    @Override
    public void close() {
        try (lock;
                store) {
            if (books != null) {
                books.close();
            }
        }
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(store.dataSource()));
    }

    private JdbcClient client() {
        return JdbcClient.create(store.dataSource());
    }
}
