package counterpart.control;

import counterpart.model.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The number of the last opening of a home, in a file of its own: who lost the home without noticing (somebody removed
 * the lock's file, a disk of the network gave the lock away) still sees here that it was opened again.
 */
final class Fence {
    private Fence() {}

    /** The number of the last opening; 0 when there was none. */
    static long read(Home home) {
        try {
            Path file = file(home);
            return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file(home) + "; see that you may read it", e);
        } catch (NumberFormatException e) {
            throw new IllegalStateException(
                    file(home) + " holds no number, so nothing was started; remove it, then run again", e);
        }
    }

    /** Writes a number so that it is on the disk when this returns. */
    static void write(Home home, long number) {
        Path fresh = file(home).resolveSibling("counterpart.fence.new");
        try {
            Files.writeString(fresh, number + "\n");
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file(home), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + fresh + "; see that its disk has room", e);
        }
    }

    private static Path file(Home home) {
        return home.root().resolve("counterpart.fence");
    }
}
