package counterpart.control;

import counterpart.model.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ownership of a home: a kernel lock, which the operating system takes back from a process that dies, so there is never a
 * stale one. Only the owner may open the two stores. Who it is stands beside the lock for anybody to read.
 */
public final class HomeLock implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OWNER_FILE = "counterpart.owner.json";
    /** A probe holds the lock for an instant; an owner holds it for longer than this. */
    private static final int TRIES = 20;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(25);
    /** A command that only looks is over in a moment; whoever wants the home waits so often for it. */
    private static final int TRIES_FOR_A_LOOK = 400;

    /**
     * Homes that this process owns. The kernel gives a second lock to the same process, and drops the first when any
     * handle of the file is closed, so the file is not even opened for those.
     */
    private static final Set<Path> OURS = new HashSet<>();

    /**
     * Who owns a home.
     *
     * @param command what it was started to do
     * @param look whether it only looks, and gives the home back in a moment
     */
    public record Owner(long pid, String host, String user, String command, Instant since, boolean look) {}

    private final Home home;
    private final FileChannel channel;
    private final Owner owner;
    private volatile long number;

    private HomeLock(Home home, FileChannel channel, Owner owner) {
        this.home = home;
        this.channel = channel;
        this.owner = owner;
    }

    /**
     * Takes the home, empties its temp folder, and removes what killed processes left in the system's.
     *
     * @throws HomeBusyException when another process, or another part of this one, owns it
     */
    public static HomeLock take(Home home, String command, Clock clock) {
        return take(home, command, clock, false);
    }

    /**
     * Takes the home for a moment, to look into its stores. Others who want the home wait for a look rather than be told
     * that it is busy; work in progress is left as it lies.
     *
     * @throws HomeBusyException when another process, or another part of this one, owns it
     */
    public static HomeLock look(Home home, String command, Clock clock) {
        return take(home, command, clock, true);
    }

    private static HomeLock take(Home home, String command, Clock clock, boolean look) {
        Owner owner = new Owner(
                ProcessHandle.current().pid(),
                host(),
                System.getProperty("user.name", "?"),
                command,
                clock.instant(),
                look);
        synchronized (OURS) {
            if (OURS.contains(home.root())) {
                throw new HomeBusyException(readOwner(home));
            }
            FileChannel channel = locked(home);
            if (channel == null) {
                throw new HomeBusyException(presentOwner(home));
            }
            OURS.add(home.root());
            HomeLock lock = new HomeLock(home, channel, owner);
            try {
                lock.number = Fence.read(home) + 1;
                Fence.write(home, lock.number);
                AtomicFile.replace(ownerFile(home), JSON.writeValueAsBytes(owner));
                if (!look) {
                    empty(home.temp());
                    KilledProcesses.tidy(Path.of(System.getProperty("java.io.tmpdir")), clock.instant());
                }
                return lock;
            } catch (RuntimeException e) {
                lock.close();
                throw e;
            }
        }
    }

    /** Who owns the home at present, if anybody does; looking does not take it. */
    public static Optional<Owner> owner(Home home) {
        synchronized (OURS) {
            if (OURS.contains(home.root())) {
                return Optional.of(readOwner(home));
            }
        }
        if (!Files.exists(home.lockFile())) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(home.lockFile(), StandardOpenOption.READ);
                FileLock free = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return free == null ? Optional.of(readOwner(home)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look at " + home.lockFile() + "; see that you may read it", e);
        }
    }

    public Home home() {
        return home;
    }

    public Owner owner() {
        return owner;
    }

    /** Which opening of the home this is: greater than that of every earlier one. */
    public long number() {
        return number;
    }

    /**
     * Refuses to go on when the home was opened again since.
     *
     * @throws HomeLostException when another process has it
     */
    public void requireOwned() {
        long latest = Fence.read(home);
        if (latest != number) {
            throw new HomeLostException(owner, number, latest);
        }
    }

    /** Takes a greater number, when the store knows of openings that the home's folder has forgotten. */
    void raiseAbove(long known) {
        if (known >= number) {
            number = known + 1;
            Fence.write(home, number);
        }
    }

    /** Gives the home back. */
    @Override
    public void close() {
        synchronized (OURS) {
            if (!OURS.remove(home.root())) {
                return;
            }
            try {
                Files.deleteIfExists(ownerFile(home));
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "could not give back " + home.lockFile() + "; it ends with this process", e);
            }
        }
    }

    private static @Nullable FileChannel locked(Home home) {
        try {
            Files.createDirectories(home.root());
            FileChannel channel =
                    FileChannel.open(home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            for (int tried = 0; tried < TRIES_FOR_A_LOOK; tried++) {
                if (channel.tryLock() != null) {
                    return channel;
                }
                if (tried >= TRIES && !readOwner(home).look()) {
                    break;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
            channel.close();
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "could not lock " + home.lockFile() + "; see that the home exists and you may write in it", e);
        }
    }

    /** Whoever just took the home has not yet said so; until then the file may name one who died. */
    private static Owner presentOwner(Home home) {
        Owner said = readOwner(home);
        for (int tried = 0; tried < TRIES && !isAlive(said); tried++) {
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            said = readOwner(home);
        }
        return said;
    }

    private static boolean isAlive(Owner owner) {
        return ProcessHandle.of(owner.pid()).filter(ProcessHandle::isAlive).isPresent();
    }

    private static Owner readOwner(Home home) {
        try {
            return JSON.readValue(ownerFile(home).toFile(), Owner.class);
        } catch (JacksonException e) {
            // The owner holds the lock but has not yet said who it is.
            return new Owner(0, "this host", "somebody", "a command that just started", Instant.EPOCH, false);
        }
    }

    private static Path ownerFile(Home home) {
        return home.root().resolve(OWNER_FILE);
    }

    /** The folder itself stays: it may be a disk of its own. */
    private static void empty(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> inside = Files.walk(folder)) {
                    List<Path> deepestFirst = inside.filter(path -> !path.equals(folder))
                            .sorted(Comparator.reverseOrder())
                            .toList();
                    for (Path path : deepestFirst) {
                        Files.deleteIfExists(path);
                    }
                }
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("could not empty " + folder + "; see that all in it belongs to you", e);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this host";
        }
    }
}
