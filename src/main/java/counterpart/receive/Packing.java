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
            return of(in.readNBytes(MAGIC));
        }
    }

    private static Packing of(byte[] start) {
        if (GzipStream.isGzip(start)) {
            return GZIP;
        }
        return ZipStream.isZip(start) ? ZIP : PLAIN;
    }

    /**
     * The file's unpacked bytes.
     *
     * @throws PackingDamage here or while reading, when they cannot be had within the limits
     */
    InputStream open(Path file, Limits limits) throws IOException {
        return switch (this) {
            case PLAIN -> plain(file);
            case GZIP -> once(new GzipStream(plain(file), limits));
            case ZIP -> once(ZipStream.open(file, limits));
        };
    }

    /** As in: the file is ... */
    String words() {
        return words;
    }

    /** What is packed twice would need limits of its own, and a name inside a name; nobody agrees on such a file. */
    private static InputStream once(InputStream unpacked) throws IOException {
        InputStream in = new BufferedInputStream(unpacked, BUFFER);
        try {
            in.mark(MAGIC);
            Packing inside = of(in.readNBytes(MAGIC));
            if (inside != PLAIN) {
                throw new PackingDamage("what it holds is " + inside.words + " again; pack it once");
            }
            in.reset();
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static InputStream plain(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }
}
