package counterpart.control;

import counterpart.model.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kernel lock on a home. Whoever holds it is the only process that opens a store there; the kernel drops it when the
 * process ends, however it ends, so a lock that can be taken proves that every earlier owner is dead.
 */
public final class HomeLock implements AutoCloseable {
    private static final String OWNER_FILE = "counterpart.owner.json";

    private final FileChannel channel;
    private final FileLock lock;
    private final Path ownerFile;

    private HomeLock(FileChannel channel, FileLock lock, Path ownerFile) {
        this.channel = channel;
        this.lock = lock;
        this.ownerFile = ownerFile;
    }

    /**
     * Takes the home for this process and empties its folder of work in progress.
     *
     * @param command what the owner does, as the operator typed it
     * @throws HomeBusyException when another process owns it
     * @throws UncheckedIOException when the home cannot be made or written
     */
    public static HomeLock take(Home home, String command, Clock clock) {
        try {
            Files.createDirectories(home.root());
            FileChannel channel =
                    FileChannel.open(home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw busy(home);
            }
            Path ownerFile = home.root().resolve(OWNER_FILE);
            HomeOwner owner = new HomeOwner(
                    ProcessHandle.current().pid(),
                    host(),
                    System.getProperty("user.name", "unknown"),
                    command,
                    clock.instant());
            AtomicJson.write(ownerFile, owner);
            emptyTemp(home);
            return new HomeLock(channel, lock, ownerFile);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the home " + home.root() + " cannot be taken: " + e.getMessage()
                            + ". Name a folder that this account may write with --home.",
                    e);
        }
    }

    /** Who owns the home now; none when nobody does. Opens no store and leaves nothing behind. */
    public static Optional<HomeOwner> owner(Home home) {
        if (!Files.isRegularFile(home.lockFile())) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(home.lockFile(), StandardOpenOption.WRITE);
                FileLock probe = tryLock(channel)) {
            return probe != null
                    ? Optional.empty()
                    : Optional.of(AtomicJson.read(home.root().resolve(OWNER_FILE), HomeOwner.class)
                            .orElseGet(
                                    () -> new HomeOwner(0, "unknown", "unknown", "unknown", java.time.Instant.EPOCH)));
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of " + home.root() + " cannot be looked at", e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(ownerFile);
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the home's lock could not be given back; it ends with this process", e);
        }
    }

    private static HomeBusyException busy(Home home) {
        String who = AtomicJson.read(home.root().resolve(OWNER_FILE), HomeOwner.class)
                .map(HomeOwner::toString)
                .orElse("another process");
        return new HomeBusyException("the home " + home.root() + " is owned by " + who
                + "; nothing was done. Wait until it has ended, or see"
                + " what it does with: ./counterpart status --home " + home.root());
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static void emptyTemp(Home home) throws IOException {
        if (Files.isDirectory(home.temp())) {
            List<Path> leftovers;
            try (Stream<Path> tree = Files.walk(home.temp())) {
                leftovers = tree.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path leftover : leftovers) {
                Files.delete(leftover);
            }
        }
        Files.createDirectories(home.temp());
    }
}
