package counterpart.books;

import counterpart.model.LoadId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;

/**
 * Holds the files of a load or run against its manifest. A Parquet file that was changed inside a page may still be read,
 * as other rows, so none is read in this process before its SHA-256 was found to be that of the day it was written.
 */
final class WrittenFiles {
    private static final String RESTORE = "Restore the home from the last backup (./counterpart restore --help)";

    /** Published folders never change, so each is read to its end once. */
    private final Map<Path, List<String>> proven = new ConcurrentHashMap<>();

    /**
     * Refuses a published load of which a file is gone or is not as it was written.
     *
     * @throws BooksException with the file's path and the way out
     */
    void requireLoad(Path published, LoadId load) {
        require(
                published,
                RESTORE + ", or take the file out and read it again from the archive: ./counterpart withdraw "
                        + load.file() + " --reason \"...\", then ./counterpart replay " + load.file()
                        + " --reason \"...\"");
    }

    /** Refuses a load that was staged, perhaps days ago, and is to count or to be looked at. */
    void requireStaged(Path staged, LoadId load) {
        List<Path> damaged = damaged(staged);
        if (!damaged.isEmpty()) {
            throw refusal(
                    damaged.get(0),
                    "Have it read again from the archive: ./counterpart hold " + load.file()
                            + " --reason \"...\" unless it is held, then ./counterpart replay " + load.file()
                            + " --reason \"...\"");
        }
    }

    /** The same for a run; one of an earlier release has no manifest. */
    void requireRun(Path folder) {
        if (Manifest.existsIn(folder)) {
            require(folder, RESTORE);
        }
    }

    /** The files of a folder that are gone or are not as they were written, looked at anew. */
    static List<Path> damaged(Path folder) {
        Manifest manifest;
        try {
            manifest = Manifest.readFrom(folder);
        } catch (JacksonException e) {
            return List.of(folder.resolve(Manifest.NAME));
        }
        List<Path> damaged = new ArrayList<>();
        for (Manifest.Entry entry : manifest.files()) {
            Path file = folder.resolve(entry.name());
            if (!Files.exists(file) || !Manifest.digest(file).equals(entry.sha256())) {
                damaged.add(file);
            }
        }
        return damaged;
    }

    private void require(Path folder, String next) {
        for (String name : proven.computeIfAbsent(folder, fresh -> prove(fresh, next))) {
            if (!Files.exists(folder.resolve(name))) {
                throw refusal(folder.resolve(name), next);
            }
        }
    }

    private static List<String> prove(Path folder, String next) {
        List<Path> damaged = damaged(folder);
        if (!damaged.isEmpty()) {
            throw refusal(damaged.get(0), next);
        }
        return Manifest.filesIn(folder);
    }

    private static BooksException refusal(Path file, String next) {
        return new BooksException(
                "the books are not whole: " + file + " is "
                        + (Files.exists(file) ? "not as it was written, by its SHA-256" : "gone")
                        + ", so nothing was read from them and nothing was changed. " + next + ".",
                null);
    }
}
