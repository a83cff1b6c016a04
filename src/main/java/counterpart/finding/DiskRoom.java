package counterpart.finding;

import counterpart.model.Home;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The room that is left where a home's folders lie; each may be a disk of its own. It is looked at before every job,
 * because HSQLDB confirms what it could not write, and because a ledger that stops in the middle of a job costs a rerun
 * that nobody needs.
 */
public final class DiskRoom {
    /** Less than this is called full: the ledger of the largest job fits in many times over. */
    static final long LEAST_BYTES = 32L << 20;

    private static final int MIB = 20;

    private DiskRoom() {}

    /**
     * Says of the first folder whose disk is full which it is, how much is free and how much must be; nothing when all
     * have room.
     */
    public static Optional<String> shortage(Home home) {
        for (Path folder : List.of(home.control(), home.landing(), home.books(), home.temp(), home.root())) {
            Optional<String> shortage = shortage(folder, LEAST_BYTES);
            if (shortage.isPresent()) {
                return shortage;
            }
        }
        return Optional.empty();
    }

    /**
     * Says how much is free in a folder when it is less than is needed. A folder that is not there yet is as free as the
     * one that will hold it; a disk that cannot be asked is none that is full.
     */
    public static Optional<String> shortage(Path folder, long needed) {
        try {
            FileStore store = Files.getFileStore(existing(folder));
            long free = store.getUsableSpace();
            return free >= needed
                    ? Optional.empty()
                    : Optional.of(String.format(
                            Locale.ROOT,
                            "the disk under %s has %,d MB free and %,d MB are needed",
                            folder,
                            free >> MIB,
                            (needed >> MIB) + 1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Path existing(Path folder) {
        Path found = folder.toAbsolutePath();
        while (!Files.exists(found) && found.getParent() != null) {
            found = found.getParent();
        }
        return found;
    }
}
