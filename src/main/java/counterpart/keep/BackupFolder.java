package counterpart.keep;

import counterpart.finding.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of backups. One process at a time writes in it; a backup appears in it whole or not at all. */
final class BackupFolder implements AutoCloseable {
    static final String STAGED = ".part";
    private static final String PREFIX = "counterpart-";
    private static final String LOCK = "backup.lock";

    private final Path folder;
    private final FileChannel lock;

    private BackupFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes the folder, making it when it is not there, and throws away what a backup that died left in it. */
    static BackupFolder take(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Trees.makePrivate(folder);
        }
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new KeepException(
                    Trouble.Kind.UNAVAILABLE,
                    "another backup is written into " + folder + ", so none was begun; try later",
                    null);
        }
        BackupFolder taken = new BackupFolder(folder, channel);
        for (Path left : taken.named(PREFIX, STAGED)) {
            Trees.delete(left);
        }
        return taken;
    }

    Path path() {
        return folder;
    }

    Path staged(String name) {
        return folder.resolve(name + STAGED);
    }

    static String name(String stamp) {
        return PREFIX + stamp;
    }

    /** Gives a backup its name once all of it is on the disk. */
    Path publish(String name) throws IOException {
        Trees.sync(staged(name));
        Path published = folder.resolve(name);
        Files.move(staged(name), published, StandardCopyOption.ATOMIC_MOVE);
        Trees.syncFolder(folder);
        return published;
    }

    /** The newest backup of that home here, when there is one that can be read. */
    Optional<Path> latest(Path home) throws IOException {
        List<Path> all = ofHome(home);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Removes the oldest backups of a home beyond so many; answers how many went. */
    int thin(Path home, int keep) throws IOException {
        List<Path> all = ofHome(home);
        List<Path> old = all.subList(0, Math.max(0, all.size() - keep));
        for (Path backup : old) {
            // Under another name first: what is half removed must not look like a backup.
            Path gone = folder.resolve(backup.getFileName() + STAGED);
            Files.move(backup, gone, StandardCopyOption.ATOMIC_MOVE);
            Trees.delete(gone);
        }
        return old.size();
    }

    /** The backup that is meant: the folder itself, or the newest in it. */
    static Optional<Path> meant(Path folder) {
        if (BackupManifest.existsIn(folder)) {
            return Optional.of(folder);
        }
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(BackupManifest::existsIn)
                    .filter(path -> !path.toString().endsWith(STAGED))
                    .max(Comparator.comparing(path -> path.getFileName().toString()));
        } catch (IOException e) {
            throw new KeepException(folder + " cannot be listed, so no backup was found; see its rights", e);
        }
    }

    private List<Path> ofHome(Path home) throws IOException {
        return named(PREFIX, "").stream()
                .filter(path -> !path.toString().endsWith(STAGED) && BackupManifest.existsIn(path))
                .filter(path -> isOf(path, home))
                .toList();
    }

    private static boolean isOf(Path backup, Path home) {
        try {
            return BackupManifest.readFrom(backup).home().equals(home.toString());
        } catch (KeepException e) {
            return false; // a damaged one is no base for the next, and is not ours to remove
        }
    }

    private List<Path> named(String prefix, String suffix) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .filter(path -> path.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
