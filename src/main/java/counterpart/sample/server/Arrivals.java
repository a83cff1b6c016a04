package counterpart.sample.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * The manifest of arrival times: a CSV with the heading {@code path,instant}, a path relative to the server's root and
 * an instant in ISO form. A path that is not there (yet, or any more) is passed over.
 */
final class Arrivals {
    private Arrivals() {}

    static void apply(Path root, Path manifest) {
        if (!Files.isRegularFile(manifest)) {
            return;
        }
        try {
            int number = 0;
            for (String line : Files.readAllLines(manifest, StandardCharsets.UTF_8)) {
                number++;
                if (!line.isBlank() && !line.equals("path,instant")) {
                    apply(root, manifest, number, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the arrival times in " + manifest + " cannot be applied", e);
        }
    }

    private static void apply(Path root, Path manifest, int number, String line) throws IOException {
        int comma = line.lastIndexOf(',');
        if (comma < 1) {
            throw new IllegalArgumentException(manifest + " line " + number + " has no path and instant");
        }
        Path file = root.resolve(line.substring(0, comma)).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException(manifest + " line " + number + " leads out of " + root);
        }
        if (Files.isRegularFile(file)) {
            Files.setLastModifiedTime(file, FileTime.from(instant(manifest, number, line.substring(comma + 1))));
        }
    }

    private static Instant instant(Path manifest, int number, String text) {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    manifest + " line " + number + " needs an instant like 2026-10-05T12:00:00Z", e);
        }
    }
}
