package counterpart.keep;

import counterpart.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup consists of, kept in it as {@code backup.json}, with its own digest beside it. No member's data.
 *
 * @param home the home it is a copy of
 * @param program version of the program that made it
 * @param keysLeftOut key files that were not copied, as paths in the home
 * @param figures counts and sums of both stores ({@link Figures})
 */
public record BackupManifest(
        int version,
        String name,
        String home,
        String program,
        Instant madeAt,
        List<String> keysLeftOut,
        Map<String, String> figures,
        List<Entry> files) {
    static final String FILE = "backup.json";
    static final String DIGEST = "backup.json.sha256";
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One file.
     *
     * @param path relative to the home, with slashes
     * @param modified milliseconds of the epoch
     */
    public record Entry(String path, long bytes, String sha256, long modified) {}

    public BackupManifest {
        keysLeftOut = List.copyOf(keysLeftOut);
        figures = new TreeMap<>(figures);
        files = List.copyOf(files);
    }

    static BackupManifest of(
            String name,
            Path home,
            String program,
            Instant madeAt,
            List<String> keysLeftOut,
            Map<String, String> figures,
            List<Entry> files) {
        return new BackupManifest(VERSION, name, home.toString(), program, madeAt, keysLeftOut, figures, files);
    }

    static boolean existsIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** @throws KeepException when it was altered, or is of a newer program */
    static BackupManifest readFrom(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            String stated = Files.readString(folder.resolve(DIGEST)).strip();
            if (!stated.equals(Sha256.of(file).value())) {
                throw new KeepException(
                        file + " is not as it was written, so nothing of this backup was used; use an older backup",
                        null);
            }
            BackupManifest manifest = JSON.readValue(file.toFile(), BackupManifest.class);
            if (manifest.version() > VERSION) {
                throw new KeepException(
                        file + " was written by a newer program (" + manifest.program() + "), so nothing was restored;"
                                + " restore it with that program",
                        null);
            }
            return manifest;
        } catch (IOException | JacksonException e) {
            throw new KeepException(
                    folder + " is not a whole backup: its " + FILE + " or " + DIGEST
                            + " cannot be read, so nothing was restored; use another backup",
                    e);
        }
    }

    /** Writes it with its digest; answers the digest. */
    String writeTo(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        String digest = Sha256.of(file).value();
        Files.write(folder.resolve(DIGEST), (digest + "\n").getBytes(StandardCharsets.US_ASCII));
        return digest;
    }

    long bytes() {
        return files.stream().mapToLong(Entry::bytes).sum();
    }
}
