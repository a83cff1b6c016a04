package counterpart.books;

import counterpart.model.FeedId;
import counterpart.model.FileId;
import counterpart.model.Home;
import counterpart.model.LoadId;
import counterpart.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * The books as Parquet folders read by one DuckDB instance in this process; {@code books.duckdb} holds what counts.
 * Whoever opens it must own the home (its kernel lock), for a second process could not open the file anyway. May be used
 * by several threads, each with its own {@link #connect() connection}.
 */
public final class DuckBooks implements Books {
    private static final Pattern FOLDER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,120}");
    private static final String STAGED = ".part";
    private static final String RESTORE = "restore the home from the last backup (./counterpart restore --help), then"
            + " run the same command again: files taken in since are fetched once more";
    /** DuckDB has no type of exception for a file that is not what it was. */
    private static final List<String> DAMAGE = List.of(
            "not a valid DuckDB database",
            "Could not read enough bytes",
            "orrupt",
            "checksum",
            "INTERNAL Error",
            "Failed to load",
            "Serialization");

    private final Path folder;
    private final String keyId;
    private final DuckDBConnection root;
    private final BookLedger ledger;
    private final WrittenFiles written = new WrittenFiles();

    private DuckBooks(Path folder, String keyId, DuckDBConnection root) {
        this.folder = folder;
        this.keyId = keyId;
        this.root = root;
        this.ledger = new BookLedger(root);
    }

    /**
     * Opens the books of a home, making or migrating them as needed. Nothing that was staged and not published survives
     * from an earlier process.
     *
     * @param keyId id of the key that new loads are encrypted with; {@code none} is the only one that can be had
     */
    public static DuckBooks open(Home home, BooksSettings settings, String keyId) {
        Path folder = home.books();
        Path spill = home.temp().resolve("duckdb");
        Properties properties = new Properties();
        properties.put("memory_limit", settings.memoryLimit());
        properties.put("threads", Integer.toString(settings.threads()));
        properties.put("temp_directory", spill.toString());
        properties.put("max_temp_directory_size", settings.spillLimit());
        requireWithItsLoads(folder);
        requireLibrary();
        try {
            Files.createDirectories(folder.resolve("loads"));
            Files.createDirectories(folder.resolve("runs"));
            Files.createDirectories(spill);
            DuckDBConnection root = (DuckDBConnection)
                    DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("books.duckdb"), properties);
            migrate(root);
            return new DuckBooks(folder, keyId, root);
        } catch (SQLException | IOException e) {
            if (isDamage(e)) {
                throw new BooksException(
                        folder.resolve("books.duckdb") + " is damaged, so nothing ran and nothing was changed; "
                                + RESTORE,
                        e);
            }
            throw new BooksException(
                    "the books in " + folder
                            + " could not be opened, so nothing ran; see that no other program has books.duckdb open, that the"
                            + " folder can be written and that its disk has room",
                    e);
        }
    }

    /** The driver unpacks its library when it is first asked for, and by itself says only which class is missing. */
    private static void requireLibrary() {
        try {
            Class.forName("org.duckdb.DuckDBNative");
        } catch (ClassNotFoundException | LinkageError | IllegalStateException e) {
            String temporary = System.getProperty("java.io.tmpdir");
            throw new BooksException(
                    "the library of DuckDB could not be unpacked into " + temporary
                            + " and loaded from there, so nothing"
                            + " ran; see that the folder has 100 MB free and that programs may run from it, or name another"
                            + " one: COUNTERPART_JAVA_OPTS=-Djava.io.tmpdir=/var/tmp",
                    e);
        }
    }

    /** Without this file nothing counts: new books beside old loads would look like books in which nothing ever was. */
    private static void requireWithItsLoads(Path folder) {
        Path loads = folder.resolve("loads");
        if (isThere(folder.resolve("books.duckdb")) || !Files.isDirectory(loads)) {
            return;
        }
        try (Stream<Path> published = Files.list(loads)) {
            if (published.anyMatch(load -> !load.toString().endsWith(STAGED))) {
                throw new BooksException(
                        folder.resolve("books.duckdb")
                                + " is gone, and only it knows which loads count, so nothing ran; " + RESTORE,
                        null);
            }
        } catch (IOException e) {
            throw new BooksException(loads + " cannot be read, so nothing ran; see its owner and rights", e);
        }
    }

    /** DuckDB takes an empty file for one that it may make anew. */
    private static boolean isThere(Path file) {
        return Files.isRegularFile(file) && file.toFile().length() > 0;
    }

    private static boolean isDamage(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof SQLException && DAMAGE.stream().anyMatch(message::contains);
    }

    private static void migrate(DuckDBConnection root) throws SQLException {
        try {
            Migrations.run(root, "db/books");
        } catch (SQLException | RuntimeException e) {
            root.close();
            throw e;
        }
    }

    @Override
    public Connection connect() {
        List<ActiveLoad> active = active();
        active.forEach(load -> written.requireLoad(published(load.load()), load.load()));
        List<Path> runs = ledger.runFolders(folder);
        runs.forEach(written::requireRun);
        try {
            Connection connection = root.duplicate();
            try (Statement statement = connection.createStatement()) {
                for (String view : Views.statements(active, load -> published(load.load()), runs)) {
                    statement.execute(view);
                }
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new BooksException(
                    "the books could not be read: a file of a load or run that counts is missing or damaged under "
                            + folder + "; restore that folder from the backup",
                    e);
        }
    }

    @Override
    public void requireWhole(LoadId load) {
        Path staged = staged(load);
        if (Files.isDirectory(staged)) {
            written.requireStaged(staged, load);
        } else {
            written.requireLoad(published(load), load);
        }
    }

    @Override
    public List<Path> damaged() {
        List<Path> folders = new ArrayList<>(
                active().stream().map(load -> published(load.load())).toList());
        ledger.runFolders(folder).stream().filter(Manifest::existsIn).forEach(folders::add);
        return folders.stream()
                .flatMap(one -> WrittenFiles.damaged(one).stream())
                .toList();
    }

    @Override
    public Connection connectWithoutViews() {
        try {
            return root.duplicate();
        } catch (SQLException e) {
            throw new BooksException("the books in " + folder + " could not be read; run again", e);
        }
    }

    @Override
    public LoadWriter stage(LoadId load) {
        return new ParquetLoadWriter(load, Folders.fresh(staged(load)), keyId);
    }

    @Override
    public Path folderOf(LoadId load) {
        Path staged = staged(load);
        return Files.isDirectory(staged) ? staged : published(load);
    }

    @Override
    public void publish(LoadId load) {
        Path staged = staged(load);
        Path published = published(load);
        if (Files.isDirectory(staged)) {
            if (!Manifest.existsIn(staged)) {
                throw new BooksException(
                        "the load " + load + " was not staged to its end, so it cannot count; run again", null);
            }
            if (Files.isDirectory(published) && ledger.isActive(load)) {
                Folders.delete(staged); // the same bytes under the same id count already
                return;
            }
            written.requireStaged(staged, load);
            Folders.delete(published);
            completeManifest(staged);
            Folders.publish(staged, published);
        } else if (!Files.isDirectory(published)) {
            throw new BooksException("the load " + load + " was never staged, so it cannot count; run again", null);
        }
    }

    /** Verdicts and findings across rows are written by SQL after the rows, so only now the manifest can list them. */
    private void completeManifest(Path staged) {
        Manifest manifest = Manifest.readFrom(staged);
        for (Path file : Folders.parquetIn(staged)) {
            if (!manifest.lists(String.valueOf(file.getFileName()))) {
                manifest = manifest.with(file, ledger.rowsIn(file));
            }
        }
        manifest.writeTo(staged);
    }

    private void writeRunsManifest(Path staged, String runId) {
        Manifest manifest = new Manifest(runId, keyId, List.of());
        for (Path file : Folders.parquetIn(staged)) {
            manifest = manifest.with(file, ledger.rowsIn(file));
        }
        manifest.writeTo(staged);
    }

    @Override
    public Optional<LoadId> activate(ActiveLoad load) {
        if (!Files.isDirectory(published(load.load()))) {
            throw new BooksException(
                    "the load " + load.load() + " is not published, so it cannot count; run again", null);
        }
        return ledger.activate(load);
    }

    @Override
    public void deactivate(LoadId load) {
        ledger.deactivate(load);
    }

    @Override
    public Optional<LoadId> withdraw(LoadId load) {
        requireWithdrawable(load);
        return ledger.withdraw(load);
    }

    @Override
    public void requireWithdrawable(LoadId load) {
        LoadId former = ledger.beneath(load).orElse(null);
        if (former != null && !Files.isDirectory(published(former))) {
            FileId file = former.file();
            throw new BooksException(
                    load + " cannot be taken out, for the load " + former
                            + " that would count in its place was purged; nothing"
                            + " was changed. Take both out and read the earlier one again from the archive: ./counterpart withdraw "
                            + file + ", ./counterpart withdraw "
                            + load.file()
                            + ", ./counterpart replay " + file + ", each with --reason \"...\"",
                    null);
        }
    }

    /** What lies in the books' folder and does not count; asked by whoever makes room. */
    public IdleBooks idle() {
        return new IdleBooks(folder, ledger);
    }

    @Override
    public List<ActiveLoad> active() {
        return ledger.active();
    }

    @Override
    public String activeHash() {
        return hash(feed -> true);
    }

    @Override
    public String activeHash(Collection<FeedId> feeds) {
        return hash(feeds::contains);
    }

    private String hash(Predicate<FeedId> feeds) {
        StringBuilder ids = new StringBuilder();
        active().stream()
                .filter(load -> feeds.test(load.feed()))
                .forEach(load -> ids.append(load.load()).append('\n'));
        // What was reconciled before a withdrawal is to be reconciled again after it, although the same loads count.
        ledger.withdrawn().stream()
                .filter(load -> feeds.test(load.feed()))
                .forEach(load -> ids.append("withdrawn ").append(load.load()).append('\n'));
        return Sha256.of(ids.toString()).value();
    }

    @Override
    public Path stageRun(String kind, String runId) {
        return Folders.fresh(runs(kind).resolve(checked(runId) + STAGED));
    }

    /** A run's folder has a number after its id, so a repeated run never touches the files of the one that counts. */
    @Override
    public void activateRun(String kind, String key, String runId) {
        Path staged = runs(kind).resolve(checked(runId) + STAGED);
        int number = lastNumber(kind, runId);
        if (Files.isDirectory(staged)) {
            number++;
            writeRunsManifest(staged, runId);
            Folders.publish(staged, runs(kind).resolve(runId + "-" + number));
        } else if (number == 0) {
            throw new BooksException("the run " + runId + " was never staged, so it cannot count; run again", null);
        }
        ledger.activateRun(kind, key, runId, kind + "/" + runId + "-" + number);
    }

    private int lastNumber(String kind, String runId) {
        int number = 0;
        while (Files.isDirectory(runs(kind).resolve(runId + "-" + (number + 1)))) {
            number++;
        }
        return number;
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw new BooksException("the books could not be closed; what was activated is kept", e);
        }
    }

    private Path staged(LoadId load) {
        return folder.resolve("loads").resolve(load + STAGED);
    }

    private Path published(LoadId load) {
        return folder.resolve("loads").resolve(load.value());
    }

    private Path runs(String kind) {
        try {
            return Files.createDirectories(folder.resolve("runs").resolve(checked(kind)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checked(String name) {
        if (!FOLDER_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a run's kind and id are letters, digits, dots, hyphens and underscores");
        }
        return name;
    }
}
