package counterpart.sample.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The manifest of arrival times; see {@link DemoSftpServer#applyArrivals()}. Paths are not quoted. */
final class Arrivals {
    private Arrivals() {}

    static int apply(Path root, Path manifest) {
        try {
            List<String> lines = Files.readAllLines(manifest, StandardCharsets.UTF_8);
            if (lines.isEmpty() || !lines.get(0).matches("path,\\w+")) {
                throw new IllegalArgumentException(manifest + " line 1 must be the heading path,arrived");
            }
            int applied = 0;
            for (int number = 2; number <= lines.size(); number++) {
                String line = lines.get(number - 1);
                if (!line.isBlank() && apply(root, manifest + " line " + number, line)) {
                    applied++;
                }
            }
            return applied;
        } catch (IOException e) {
            throw new UncheckedIOException("the arrival times in " + manifest + " cannot be applied", e);
        }
    }

    private static boolean apply(Path root, String where, String line) throws IOException {
        int comma = line.lastIndexOf(',');
        if (comma < 1) {
            throw new IllegalArgumentException(where + " has no path and instant");
        }
        Path file = root.resolve(line.substring(0, comma)).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException(where + " leads out of " + root);
        }
        Instant arrived = instant(where, line.substring(comma + 1));
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Files.setLastModifiedTime(file, FileTime.from(arrived));
        return true;
    }

    private static Instant instant(String where, String text) {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(where + " needs an instant like 2026-10-05T12:00:00Z", e);
        }
    }
}
