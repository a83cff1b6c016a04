package counterpart.crash;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Follows a log while it is written. */
final class LogLines {
    private static final long BETWEEN_LOOKS = TimeUnit.MICROSECONDS.toNanos(500);

    private final Path log;
    private final long begin;

    /** @param log counted from what it holds now */
    LogLines(Path log) throws IOException {
        this.log = log;
        this.begin = Files.exists(log) ? Files.size(log) : 0;
    }

    /** How many lines were added. */
    long count() {
        if (!Files.exists(log)) {
            return 0;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(begin);
            byte[] added = new byte[(int) Math.max(0, file.length() - begin)];
            file.readFully(added);
            long lines = 0;
            for (byte one : added) {
                lines += one == '\n' ? 1 : 0;
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until so many lines were added, or the process has ended. */
    void await(long lines, Process process) {
        while (process.isAlive() && count() < lines) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }
}
