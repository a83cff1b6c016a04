package counterpart.control;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * What our libraries unpack into the system's temporary folder and remove when the process ends: a killed process leaves
 * DuckDB's library (70 MB) and the fonts of an edition there. Without this, every kill would cost that room for good.
 */
final class KilledProcesses {
    /** Names that DuckDB's driver and Java's font code give. */
    private static final String UNPACKED = "{libduckdb_java*.so,+~JF*.tmp}";
    /** No command is at work for so long. */
    private static final Duration LONGEST_RUN = Duration.ofDays(1);

    private KilledProcesses() {}

    /** Removes what is older than a day; what belongs to others, or is held, stays without a word. */
    static void tidy(Path temporary, Instant now) {
        try (DirectoryStream<Path> unpacked = Files.newDirectoryStream(temporary, UNPACKED)) {
            for (Path file : unpacked) {
                removeIfOlder(file, now.minus(LONGEST_RUN));
            }
        } catch (IOException | DirectoryIteratorException e) {
            // The folder cannot be read, so nothing in it is ours to tidy.
        }
    }

    private static void removeIfOlder(Path file, Instant limit) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Another user's, held, or gone meanwhile.
        }
    }
}
