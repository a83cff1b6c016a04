package counterpart.keep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files, and copies that are hashed on their way and written through to the disk. */
final class Digest {
    private static final int BLOCK = 1 << 16;

    private Digest() {}

    static String of(Path file) throws IOException {
        return read(file, OutputStream.nullOutputStream());
    }

    /** Copies a file with its time of change; answers the digest of what was read. */
    static String copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        String digest;
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            digest = read(from, out);
            channel.force(true);
        }
        Files.setLastModifiedTime(
                to, FileTime.fromMillis(Files.getLastModifiedTime(from).toMillis()));
        return digest;
    }

    private static String read(Path file, OutputStream out) throws IOException {
        MessageDigest sha256 = sha256();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                sha256.update(block, 0, n);
                out.write(block, 0, n);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
