package counterpart.books;

import counterpart.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a load consists of, kept beside its files as {@code manifest.json}.
 *
 * @param key id of the key that the files are encrypted with; {@code none} when they are not
 */
record Manifest(String load, String key, List<Entry> files) {
    static final String NO_KEY = "none";
    static final String NAME = "manifest.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One file of the load. */
    record Entry(String name, long rows, String sha256) {}

    Manifest {
        files = List.copyOf(files);
    }

    static boolean existsIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    /** The files that a load is known to consist of. */
    static List<String> filesIn(Path folder) {
        return existsIn(folder)
                ? readFrom(folder).files().stream().map(Entry::name).toList()
                : List.of();
    }

    static Manifest readFrom(Path folder) {
        return JSON.readValue(folder.resolve(NAME).toFile(), Manifest.class);
    }

    void writeTo(Path folder) {
        JSON.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(NAME).toFile(), this);
    }

    boolean lists(String name) {
        return files.stream().anyMatch(entry -> entry.name().equals(name));
    }

    Manifest with(Path file, long rows) {
        List<Entry> more = new ArrayList<>(files);
        more.add(new Entry(String.valueOf(file.getFileName()), rows, digest(file)));
        return new Manifest(load, key, more);
    }

    static String digest(Path file) {
        try {
            return Sha256.of(file).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
