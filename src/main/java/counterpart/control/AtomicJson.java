package counterpart.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Small JSON files that a reader sees whole or not at all. */
final class AtomicJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AtomicJson() {}

    static void write(Path file, Object value) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** What the file holds; none when there is no such file, or none that can be read as such a value. */
    static <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), type));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }
}
