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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a home out of a backup, and proves that it holds what the other held when it was copied. */
public final class Restore {
    private static final String NO_KEY = "none";
    private static final String UNPACKING = ".restoring";
    /** What a restore that was cut short may leave; it is begun anew over it. */
    private static final Set<String> OURS =
            Set.of(UNPACKING, "counterpart.lock", "counterpart.owner.json", "counterpart.fence", "temp");

    /**
     * What was proved of a backup.
     *
     * @param figures counts and sums that were found the same in it as in the home when it was copied
     */
    public record Proof(Path backup, BackupManifest manifest, Map<String, String> figures) {}

    private final Clock clock;

    public Restore(Clock clock) {
        this.clock = clock;
    }

    /**
     * Restores into a folder that is new or empty. Nothing gets its name there before the whole backup was read and every
     * file was found to be as the manifest says.
     *
     * @param home a folder without an {@link #obstacle}
     * @throws KeepException when the backup is not as it was made; the home stays empty
     */
    public Proof into(Home home, Path backup, String operator, String reason) {
        BackupManifest manifest = BackupManifest.readFrom(backup);
        if (obstacle(home).isPresent()) {
            throw new IllegalArgumentException(home.root() + " is not empty, so nothing was restored");
        }
        try (HomeLock lock = HomeLock.take(home, "restore", clock)) {
            unpack(backup, manifest, home);
            try (ControlStore store = ControlStore.open(lock, clock)) {
                Map<String, String> figures = figures(store, home);
                requireSame(backup, manifest, figures);
                JdbcClient control = JdbcClient.create(store.dataSource());
                RunLog runs = new RunLog(control, clock);
                runs.latest(1).stream()
                        .filter(run -> run.outcome().equals("RUNNING"))
                        .forEach(run -> runs.end(run.id(), "DONE", 0, "made the copy " + manifest.name()));
                RunStatus status = new RunStatus(home, store, runs, clock);
                status.begin("restore");
                new Audit(control, clock)
                        .record(operator, "restored", manifest.name(), "copy of " + manifest.home() + ": " + reason);
                status.end("DONE", 0, manifest.files().size() + " files of " + manifest.name());
                return new Proof(backup, manifest, figures);
            }
        }
    }

    /** Proves a backup by restoring it into a folder beside it, which is removed afterwards. */
    public Proof prove(Path backup) {
        BackupManifest manifest = BackupManifest.readFrom(backup);
        Path trial = backup.resolveSibling(backup.getFileName() + ".trial" + BackupFolder.STAGED);
        try {
            Trees.delete(trial);
            Trees.makePrivate(trial);
            Home home = new Home(trial);
            try (HomeLock lock = HomeLock.take(home, "verify", clock)) {
                unpack(backup, manifest, home);
                try (ControlStore store = ControlStore.open(lock, clock)) {
                    Map<String, String> figures = figures(store, home);
                    requireSame(backup, manifest, figures);
                    return new Proof(backup, manifest, figures);
                }
            } finally {
                Trees.delete(trial);
            }
        } catch (IOException e) {
            throw new KeepException(
                    "the backup in " + backup
                            + " could not be tried out, so nothing is proved of it; see that the disk under " + trial
                            + " has room for a whole home",
                    e);
        }
    }

    private void unpack(Path backup, BackupManifest manifest, Home home) {
        requireNothingElse(backup, manifest);
        Path aside = home.root().resolve(UNPACKING);
        try {
            Trees.delete(aside);
            for (BackupManifest.Entry entry : manifest.files()) {
                Path file = inside(backup, entry.path());
                if (!Files.isRegularFile(file)) {
                    throw damaged(backup, entry.path() + " is missing");
                }
                if (!HashedCopy.make(file, inside(aside, entry.path())).equals(entry.sha256())) {
                    throw damaged(backup, entry.path() + " is not as it was copied");
                }
            }
            Trees.sync(aside);
            // The control store comes last: without it a folder is no home.
            for (Path part : parts(aside)) {
                Files.move(part, home.root().resolve(part.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
            Trees.syncFolder(home.root());
            Trees.delete(aside);
        } catch (IOException e) {
            throw new KeepException(
                    "the backup could not be read, or " + home.root()
                            + " not be written, so nothing was restored; see that the disk has room, then restore again",
                    e);
        } catch (KeepException e) {
            Trees.discard(aside);
            throw e;
        }
    }

    private static List<Path> parts(Path aside) throws IOException {
        try (Stream<Path> parts = Files.list(aside)) {
            return parts.sorted(Comparator.comparing((Path part) -> part.endsWith("control"))
                            .thenComparing(part -> part))
                    .toList();
        }
    }

    /** A path of a manifest is never followed out of its folder. */
    private static Path inside(Path root, String path) {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root)) {
            throw damaged(root, path + " leads out of it");
        }
        return file;
    }

    private static void requireNothingElse(Path backup, BackupManifest manifest) {
        Set<String> known = new HashSet<>(Set.of(BackupManifest.FILE, BackupManifest.DIGEST));
        manifest.files().forEach(entry -> known.add(entry.path()));
        try {
            for (Path file : Trees.files(backup)) {
                String path = Trees.relative(backup, file);
                if (!known.contains(path)) {
                    throw damaged(backup, path + " was added to it");
                }
            }
        } catch (IOException e) {
            throw damaged(backup, "it cannot be listed");
        }
    }

    /** What stands in the way of making a home of a folder: the name of something that lies in it. */
    public static Optional<String> obstacle(Home home) {
        if (!Files.exists(home.root())) {
            return Optional.empty();
        }
        try (Stream<Path> inside = Files.list(home.root())) {
            return inside.map(path -> path.getFileName().toString())
                    .filter(name -> !OURS.contains(name))
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw new KeepException(home.root() + " cannot be looked into, so nothing was restored", e);
        }
    }

    /** The backup that is meant by a folder: itself, or the newest in it. */
    public static Optional<Path> find(Path from) {
        return BackupFolder.meant(from.toAbsolutePath().normalize());
    }

    private static Map<String, String> figures(ControlStore store, Home home) {
        try (Books books = DuckBooks.open(home, BooksSettings.besideHeap(), NO_KEY)) {
            return Figures.of(store.dataSource(), books);
        }
    }

    private static void requireSame(Path backup, BackupManifest manifest, Map<String, String> figures) {
        List<String> differences = Figures.differences(manifest.figures(), figures);
        if (!differences.isEmpty()) {
            throw damaged(
                    backup,
                    "counted again, it differs in "
                            + differences.stream().limit(5).collect(Collectors.joining(", ")));
        }
    }

    private static KeepException damaged(Path backup, String what) {
        return new KeepException(
                "the backup in " + backup + " cannot be trusted: " + what
                        + "; nothing was restored. Use another backup: ./counterpart restore --from FOLDER --home NEW",
                null);
    }
}
