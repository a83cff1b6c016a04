package counterpart.keep;

import counterpart.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/** A copy of a file that is hashed on its way and written through to the disk. */
final class HashedCopy {
    private HashedCopy() {}

    /** Copies a file with its time of change; answers the digest of what was read. */
    static String make(Path from, Path to) throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        MessageDigest digest = Sha256.growing();
        try (InputStream in = new DigestInputStream(Files.newInputStream(from), digest);
                FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            in.transferTo(out);
            channel.force(true);
        }
        Files.setLastModifiedTime(
                to, FileTime.fromMillis(Files.getLastModifiedTime(from).toMillis()));
        return Sha256.of(digest).value();
    }
}
