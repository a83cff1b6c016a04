package counterpart.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** Reads what the generator wrote. */
final class Folders {
    private Folders() {}

    /** All files below a folder with their content; a packed one with its clear content, when it can be unpacked. */
    static TreeMap<String, byte[]> contents(Path folder) throws IOException {
        TreeMap<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), clear(file));
            }
        }
        return contents;
    }

    static List<String> lines(Path file) throws IOException {
        return new String(clear(file), StandardCharsets.UTF_8).lines().toList();
    }

    /** The files of an outbox whose names hold a text, in the order of their names. */
    static List<Path> outbox(Path out, String partner, String part) throws IOException {
        try (Stream<Path> files =
                Files.list(out.resolve("servers").resolve(partner).resolve("outbox"))) {
            return files.filter(f -> f.getFileName().toString().contains(part)
                            && !f.getFileName().toString().matches(".*[.](done|ready)"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] clear(Path file) throws IOException {
        if (file.toString().endsWith(".zip")) {
            try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
                in.getNextEntry();
                return in.readAllBytes();
            }
        }
        if (!file.toString().endsWith(".gz")) {
            return Files.readAllBytes(file);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }
}
