package counterpart.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tables of a store to the shape of this program, wholly or not at all. HSQLDB commits each change of a table by
 * itself, so a copy of the store as it was lies beside it until all are done; where one is found, the process died amidst.
 */
final class Migration {
    static final String SCRIPTS = "db/control";
    private static final String COPY = "before-migration";
    private static final String PART = COPY + ".part";

    private static final Pattern OF_THE_DATABASE =
            Pattern.compile("control\\.(script|log|data|backup|properties|lobs)(\\.new|\\.old)?");

    private Migration() {}

    /** Puts a store whose migration was cut short back to what it was; nobody has it open. May be cut short itself. */
    static void undoWhatWasCut(Path folder) {
        Path copy = folder.resolve(COPY);
        try {
            if (Files.isDirectory(folder.resolve(PART))) {
                remove(folder, folder.resolve(PART));
            }
            if (!Files.isDirectory(copy)) {
                return;
            }
            for (Path changed : filesIn(folder)) {
                if (OF_THE_DATABASE.matcher(changed.getFileName().toString()).matches()) {
                    Files.delete(changed);
                }
            }
            for (Path kept : filesIn(copy)) {
                Path file = folder.resolve(kept.getFileName());
                Files.copy(kept, file, StandardCopyOption.REPLACE_EXISTING);
                sync(file);
            }
            remove(folder, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the control store could not be put back to what it was before its tables were changed; see that "
                            + folder + " can be written and its disk has room, then run again",
                    e);
        }
    }

    /**
     * Changes the tables as far as needed, and has those looked at that were changed before.
     *
     * @param fits whether all of ours ran before, so that nothing is to be changed
     * @throws ControlStoreException when they do not fit this program; whoever closes the store then calls
     *     {@link #undoWhatWasCut}
     */
    static void run(DataSource store, Path folder, boolean fits) {
        try {
            if (!fits) {
                keep(store, folder);
            }
            Flyway.configure()
                    .dataSource(store)
                    .locations("classpath:" + SCRIPTS)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw refusal(e);
        } catch (SQLException | IOException e) {
            throw new ControlStoreException(
                    "the control store's tables could not be changed, so nothing ran; see that the disk under " + folder
                            + " has room, then run again",
                    e);
        }
    }

    /** Forgets the copy: from now on the changed tables are the store. */
    static void confirm(Path folder) {
        try {
            if (Files.isDirectory(folder.resolve(COPY))) {
                remove(folder, folder.resolve(COPY));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove " + folder.resolve(COPY) + "; see its rights", e);
        }
    }

    static ControlStoreException refusal(@Nullable Throwable cause) {
        return new ControlStoreException(
                "the control store's tables do not fit this program, so nothing ran; run the version that made them, or"
                        + " restore the home from before the upgrade",
                cause);
    }

    private static void keep(DataSource store, Path folder) throws SQLException, IOException {
        Path part = folder.resolve(PART);
        if (Files.isDirectory(part)) {
            remove(folder, part);
        }
        Files.createDirectories(part);
        String place = part.toAbsolutePath().toString().replace("'", "''");
        try (Connection connection = store.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("backup database to '" + place + "/' blocking as files");
        }
        for (Path file : filesIn(part)) {
            sync(file);
        }
        Files.move(part, folder.resolve(COPY), StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    /** Under another name first: half a copy must not look like one. */
    private static void remove(Path folder, Path copy) throws IOException {
        Path gone = copy.endsWith(PART) ? copy : Files.move(copy, folder.resolve(PART), StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
        for (Path file : filesIn(gone)) {
            Files.delete(file);
        }
        Files.delete(gone);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void sync(Path path) throws IOException {
        StandardOpenOption how = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
