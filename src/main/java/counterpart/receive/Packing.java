package counterpart.receive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a file is packed; told by its first bytes, never by its name. */
enum Packing {
    PLAIN("plain"),
    GZIP("gzip"),
    ZIP("a zip archive");

    private static final int BUFFER = 64 * 1024;
    private static final int MAGIC = 4;

    private final String words;

    Packing(String words) {
        this.words = words;
    }

    static Packing of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(MAGIC);
            if (GzipStream.isGzip(start)) {
                return GZIP;
            }
            return ZipStream.isZip(start) ? ZIP : PLAIN;
        }
    }

    /**
     * The file's unpacked bytes.
     *
     * @throws PackingDamage here or while reading, when they cannot be had within the limits
     */
    InputStream open(Path file, Limits limits) throws IOException {
        return switch (this) {
            case PLAIN -> plain(file);
            case GZIP -> new GzipStream(plain(file), limits);
            case ZIP -> ZipStream.open(file, limits);
        };
    }

    /** As in: the file is ... */
    String words() {
        return words;
    }

    private static InputStream plain(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }
}
