package counterpart.keep;

import counterpart.control.ControlStore;
import counterpart.model.Home;
import counterpart.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Copies the parts of one home into a backup that is being made, and notes each file. */
final class Copying {
    /** Parts whose files get their name when they are whole, and never change after it. */
    private static final List<String> UNCHANGING =
            List.of("books/loads/", "books/runs/", "landing/", "acknowledgments/", "break-files/", "editions/");

    private static final String UNFINISHED = ".part";
    private static final String CONFIGURATION = "job-configs";
    private static final int HEAD = 4096;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Backup.Order order;
    private final Path staged;
    private final Optional<Path> former;
    private final Map<String, BackupManifest.Entry> before = new HashMap<>();
    private final List<BackupManifest.Entry> entries = new ArrayList<>();
    private final List<String> keysLeftOut = new ArrayList<>();
    private long linked;

    Copying(Backup.Order order, Path staged, Optional<Path> former) {
        this.order = order;
        this.staged = staged;
        this.former = former;
        former.ifPresent(
                folder -> BackupManifest.readFrom(folder).files().forEach(entry -> before.put(entry.path(), entry)));
    }

    List<BackupManifest.Entry> entries() {
        return entries;
    }

    List<String> keysLeftOut() {
        return keysLeftOut;
    }

    long linked() {
        return linked;
    }

    /** Everything but the control store. */
    void files() throws IOException {
        Home home = order.home();
        for (Path part :
                List.of(home.books(), home.landing(), home.acknowledgments(), home.breakFiles(), home.editions())) {
            for (Path file : Trees.files(part)) {
                String path = Trees.relative(home.root(), file);
                if (!path.contains(UNFINISHED)) {
                    take(file, path);
                }
            }
        }
        for (Path file : Trees.files(order.configuration())) {
            takeConfiguration(file, CONFIGURATION + "/" + Trees.relative(order.configuration(), file));
        }
        Path key = order.keyFile();
        if (key != null && order.withKeys()) {
            take(key, "counterpart.key");
        } else if (key != null) {
            keysLeftOut.add(key.toString());
        }
    }

    /** Every load says of itself what it consists of: a copy of what the disk has changed meanwhile is no backup. */
    void requireWholeLoads() throws IOException {
        Map<String, String> digests = new HashMap<>();
        entries.forEach(entry -> digests.put(entry.path(), entry.sha256()));
        for (String path : digests.keySet()) {
            if (path.matches("books/loads/[^/]+/manifest\\.json")) {
                String folder = path.substring(0, path.lastIndexOf('/') + 1);
                for (JsonNode file :
                        JSON.readTree(Files.readString(staged.resolve(path))).path("files")) {
                    String name = folder + file.path("name").asString();
                    if (!file.path("sha256").asString().equals(digests.get(name))) {
                        throw new KeepException(
                                name + " is gone or is not as it was written, so no backup was made that would hide it;"
                                        + " restore the home from the last backup",
                                null);
                    }
                }
            }
        }
    }

    /** The control store as it is now, and the status beside it. */
    void control(ControlStore store) throws IOException {
        Path folder = staged.resolve("control");
        store.copyTo(folder);
        for (Path file : Trees.files(folder)) {
            note(file, Trees.relative(staged, file), Sha256.of(file).value());
        }
        Path status = order.home().statusFile();
        if (Files.exists(status)) {
            take(status, "status.json");
        }
    }

    private void takeConfiguration(Path file, String path) throws IOException {
        if (!order.withKeys() && isKey(file, path)) {
            keysLeftOut.add(path);
        } else {
            take(file, path);
        }
    }

    /** What opens something: a private key, or whatever lies in a folder of keys. */
    private static boolean isKey(Path file, String path) throws IOException {
        if (path.contains("/keys/") || path.endsWith(".key")) {
            return true;
        }
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).contains("PRIVATE KEY-----");
        }
    }

    private void take(Path file, String path) throws IOException {
        Path copy = staged.resolve(path);
        BackupManifest.Entry known = before.get(path);
        if (known != null && unchanged(file, path, known) && link(path, copy, known)) {
            entries.add(known);
            linked++;
            return;
        }
        note(copy, path, HashedCopy.make(file, copy));
    }

    private static boolean unchanged(Path file, String path, BackupManifest.Entry known) throws IOException {
        return UNCHANGING.stream().anyMatch(path::startsWith)
                && Files.size(file) == known.bytes()
                && Files.getLastModifiedTime(file).toMillis() == known.modified();
    }

    /** A link to the copy in the former backup; none where it is gone, or the file system knows no links. */
    private boolean link(String path, Path copy, BackupManifest.Entry known) throws IOException {
        Path old = former.orElseThrow().resolve(path);
        if (!Files.isRegularFile(old) || Files.size(old) != known.bytes()) {
            return false;
        }
        try {
            Files.createDirectories(copy.toAbsolutePath().getParent());
            Files.createLink(copy, old);
            return true;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return false;
        }
    }

    private void note(Path copy, String path, String digest) throws IOException {
        entries.add(new BackupManifest.Entry(
                path, Files.size(copy), digest, Files.getLastModifiedTime(copy).toMillis()));
    }
}
