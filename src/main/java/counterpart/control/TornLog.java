package counterpart.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The end of the control store's log after a crash. A statement is one line, so a line without its end is one that was
 * being written when the process or the machine stopped; nobody was told that it is kept. Anything else that cannot be
 * read is damage.
 */
final class TornLog {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private TornLog() {}

    /**
     * Cuts a torn last line off, keeping the log as it was beside it; answers that copy, or nothing when the last line is
     * whole.
     */
    static Optional<Path> trim(Path log, Instant now) throws IOException {
        if (!Files.exists(log)) {
            return Optional.empty();
        }
        long whole = endOfLastWholeLine(log);
        if (whole == Files.size(log)) {
            return Optional.empty();
        }
        Path copy = log.resolveSibling(log.getFileName() + ".torn-" + STAMP.format(now));
        Files.copy(log, copy);
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(whole);
            file.getChannel().force(true);
        }
        return Optional.of(copy);
    }

    /**
     * Whether all whole lines are printable ASCII, as HSQLDB writes them. It would take a line with other bytes inside a
     * text for a changed text, and go on.
     */
    static boolean isPrintable(Path log) throws IOException {
        if (!Files.exists(log)) {
            return true;
        }
        long whole = endOfLastWholeLine(log);
        byte[] block = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(log)) {
            for (long left = whole; left > 0; ) {
                int length = in.read(block, 0, (int) Math.min(block.length, left));
                if (length < 0) {
                    return true;
                }
                for (int i = 0; i < length; i++) {
                    if (block[i] < ' ' && block[i] != '\n' && block[i] != '\r') { // a byte above 127 is negative
                        return false;
                    }
                }
                left -= length;
            }
        }
        return true;
    }

    private static long endOfLastWholeLine(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] block = new byte[8192];
            for (long end = file.length(); end > 0; ) {
                int length = (int) Math.min(block.length, end);
                file.seek(end - length);
                file.readFully(block, 0, length);
                for (int i = length - 1; i >= 0; i--) {
                    if (block[i] == '\n') {
                        return end - length + i + 1;
                    }
                }
                end -= length;
            }
            return 0;
        }
    }
}
