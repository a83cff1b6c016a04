package counterpart.control;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import counterpart.finding.DiskRoom;
import counterpart.model.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The control store of one home: an HSQLDB file database that only the owner of the home may open. What it said it kept
 * is on the disk. A statement that was cut short by a crash is trimmed, with a copy and an audit event; any other damage
 * is refused, for a store that opens with half its rows would let files be taken in twice.
 */
public final class ControlStore implements AutoCloseable {
    /** HSQLDB's own lock goes stale after a crash and is waited for; the home's kernel lock stands in for it. */
    private static final String OPTIONS = ";hsqldb.tx=mvcc;hsqldb.write_delay=false;hsqldb.full_log_replay=true"
            + ";hsqldb.applog=1;hsqldb.default_table_type=cached;hsqldb.lock_file=false;shutdown=true";

    private static final int CONNECTIONS = 8;
    private static final String SYNC_ERROR = "synch error";
    private static final String HISTORY = "flyway_schema_history";

    private final Path folder;
    private final HikariDataSource pool;
    private final DataSource fenced;
    private final long applicationLogBefore;

    private ControlStore(Path folder, HikariDataSource pool, DataSource fenced, long applicationLogBefore) {
        this.folder = folder;
        this.pool = pool;
        this.fenced = fenced;
        this.applicationLogBefore = applicationLogBefore;
    }

    /**
     * Opens the store, making or migrating it as needed.
     *
     * @throws ControlStoreException when it is damaged or its shape is not this program's
     */
    public static ControlStore open(HomeLock lock, Clock clock) {
        Path folder = lock.home().control();
        if (!lock.owner().look()) {
            requireRoom(lock.home());
        }
        Migration.undoWhatWasCut(folder);
        try {
            return openWhole(lock, clock);
        } catch (RuntimeException e) {
            Migration.undoWhatWasCut(folder);
            throw e;
        }
    }

    private static ControlStore openWhole(HomeLock lock, Clock clock) {
        Path folder = lock.home().control();
        long applicationLogBefore = sizeOf(applicationLog(folder));
        // Held until the pool has its own, because the database closes with its last connection.
        OpenedStore opened = openRepaired(folder, clock);
        try (Connection first = opened.connection()) {
            HikariDataSource pool = pool(folder);
            try {
                boolean fits = hasOurShape(first);
                if (!fits || !lock.owner().look()) {
                    Migration.run(pool, folder, fits);
                }
                if (!fits && !hasOurShape(first)) {
                    throw Migration.refusal(null); // of a later program
                }
                Migration.confirm(folder);
                fence(pool, lock);
                opened.copyOfTornLog().ifPresent(copy -> audit(pool, clock, copy));
                return new ControlStore(folder, pool, new FencedDataSource(pool, lock), applicationLogBefore);
            } catch (RuntimeException e) {
                shutDown(first, e);
                pool.close();
                throw e;
            }
        } catch (SQLException e) {
            throw damaged(folder, e);
        }
    }

    private static void shutDown(Connection connection, RuntimeException because) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    private record OpenedStore(Connection connection, Optional<Path> copyOfTornLog) {}

    private static OpenedStore openRepaired(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder);
            if (!TornLog.isPrintable(folder.resolve("control.log"))) {
                throw damaged(folder, null);
            }
            try {
                return new OpenedStore(connect(folder), Optional.empty());
            } catch (SQLException e) {
                Optional<Path> copy = TornLog.trim(folder.resolve("control.log"), clock.instant());
                if (copy.isEmpty()) {
                    throw damaged(folder, e);
                }
                return new OpenedStore(connectTrimmed(folder, copy.get()), copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not prepare " + folder + "; see that its disk has room", e);
        }
    }

    /** When trimming the tail did not help, the damage is not in the tail: the log is put back as it was found. */
    private static Connection connectTrimmed(Path folder, Path copy) throws IOException {
        try {
            return connect(folder);
        } catch (SQLException e) {
            Path log = folder.resolve("control.log");
            Files.deleteIfExists(log);
            Files.move(copy, log);
            throw damaged(folder, e);
        }
    }

    /** Connections for as long as this process owns the home; after that none, and a {@link HomeLostException}. */
    public DataSource dataSource() {
        return fenced;
    }

    /**
     * Refuses to go on when the disk failed to keep what the store wrote: HSQLDB only mentions that in its log.
     *
     * @throws ControlStoreException when it happened since this store was opened
     */
    public void requireSynced() {
        if (!synced()) {
            throw new ControlStoreException(
                    "the disk under " + folder
                            + " failed to keep what was written, so what this run did may be lost when the machine stops; have"
                            + " the disk looked at, restore the home from the backup if it was replaced, then run again",
                    null);
        }
    }

    /**
     * Refuses to begin work when a disk under the home is full.
     *
     * @throws ControlStoreException naming the folder, what is free and what is needed
     */
    public void requireRoom() {
        requireRoom(home());
    }

    private static void requireRoom(Home home) {
        DiskRoom.shortage(home).ifPresent(sentence -> {
            throw new ControlStoreException(
                    sentence + ", so nothing more was begun; make room there, then run the same command again: what is"
                            + " finished stays finished, and it goes on from there",
                    null);
        });
    }

    /** Says which of the home's folders lies on a full disk; nothing when all have room. */
    public Optional<String> shortage() {
        return DiskRoom.shortage(home());
    }

    private Home home() {
        return new Home(Objects.requireNonNull(folder.getParent()));
    }

    /** Whether all that the store wrote since it was opened reached the disk. */
    public boolean synced() {
        Path log = applicationLog(folder);
        if (sizeOf(log) <= applicationLogBefore) {
            return true;
        }
        try {
            byte[] all = Files.readAllBytes(log);
            int from = (int) Math.min(applicationLogBefore, all.length);
            return !new String(all, from, all.length - from, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains(SYNC_ERROR);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Copies the database as it is now into a folder that is not there yet, ready to be opened.
     *
     * @throws ControlStoreException when it cannot be read or the copy cannot be written
     */
    public void copyTo(Path copy) {
        String place = copy.toAbsolutePath().toString().replace("'", "''");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            Files.createDirectories(copy);
            statement.execute("backup database to '" + place + "/' blocking as files");
        } catch (SQLException | IOException e) {
            throw new ControlStoreException(
                    "the control store could not be copied to " + copy
                            + ", so that copy is of no use; see that the disk there has room",
                    e);
        }
    }

    /** Closes the database cleanly, so that the next start has nothing to replay. */
    @Override
    public void close() {
        if (pool.isClosed()) {
            return;
        }
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw damaged(folder, e);
        } finally {
            pool.close();
        }
    }

    private static Connection connect(Path folder) throws SQLException {
        return DriverManager.getConnection(url(folder), "sa", "");
    }

    private static HikariDataSource pool(Path folder) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("control");
        config.setJdbcUrl(url(folder));
        config.setUsername("sa");
        config.setPassword("");
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    /** Whether exactly our migrations ran. Asking them themselves takes longer than all the rest of a look. */
    private static boolean hasOurShape(Connection connection) throws SQLException {
        Set<String> ran = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet tables = connection.getMetaData().getTables(null, null, HISTORY, null)) {
            if (!tables.next()) {
                return false;
            }
            try (ResultSet scripts =
                    statement.executeQuery("select \"script\" from \"" + HISTORY + "\" where \"success\" = true")) {
                while (scripts.next()) {
                    ran.add(scripts.getString(1));
                }
            }
        }
        try {
            Set<String> ours = new HashSet<>();
            for (Resource script : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + Migration.SCRIPTS + "/V*.sql")) {
                ours.add(String.valueOf(script.getFilename()));
            }
            return ran.equals(ours);
        } catch (IOException e) {
            throw new UncheckedIOException("the program cannot list its own migrations; install it again", e);
        }
    }

    /** From now on what is written bears the number of this opening. */
    private static void fence(DataSource dataSource, HomeLock lock) {
        JdbcClient client = JdbcClient.create(dataSource);
        lock.raiseAbove(client.sql("select latest from fence").query(Long.class).single());
        client.sql("update fence set latest = :number")
                .param("number", lock.number())
                .update();
    }

    private static void audit(DataSource dataSource, Clock clock, Path copy) {
        new Audit(JdbcClient.create(dataSource), clock)
                .record(
                        "counterpart",
                        "trimmed",
                        "control.log",
                        "the last statement was cut short by a crash and was never confirmed; the log as found is "
                                + copy.getFileName());
    }

    private static ControlStoreException damaged(Path folder, @Nullable Throwable cause) {
        return new ControlStoreException(
                "the control store in " + folder
                        + " is damaged, so nothing ran and nothing in it was changed; restore that folder from the last backup,"
                        + " then run again: files taken in since are fetched and taken in once more",
                cause);
    }

    private static String url(Path folder) {
        return "jdbc:hsqldb:file:" + folder.resolve("control") + OPTIONS;
    }

    private static Path applicationLog(Path folder) {
        return folder.resolve("control.app.log");
    }

    private static long sizeOf(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
