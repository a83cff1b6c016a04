package counterpart.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Replaces a small file so that a reader sees the old or the new content, never a part. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the content beside the file and puts it in its place, making the folder when it is not there. */
    public static void replace(Path file, byte[] content) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "could not write " + file + "; see that its disk has room and the folder can be written", e);
        }
    }
}
