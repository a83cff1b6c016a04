package counterpart.receive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The directory at the end of a zip archive (PKWARE APPNOTE 4.3), looked at before a library that believes it allocates
 * what it claims. It must speak of one entry, no link, at the very start, and account for every byte before it:
 * whatever two programs could read differently is refused.
 */
final class ZipDirectory {
    private static final int END_SIGNATURE = 0x06054B50;
    private static final int END_LENGTH = 22;
    private static final int END_ENTRIES = 10;
    private static final int END_DIRECTORY_LENGTH = 12;
    private static final int END_DIRECTORY_AT = 16;
    private static final int END_COMMENT_LENGTH = 20;
    private static final int LONGEST_COMMENT = 0xFFFF;

    /** The end record of large archives and its locator, which some programs write for small ones too. */
    private static final int LARGE_END_RECORDS = 56 + 20;

    private static final int ENTRY_SIGNATURE = 0x02014B50;
    private static final int ENTRY_LENGTH = 46;
    private static final int ENTRY_MADE_ON = 5;
    private static final int ENTRY_KIND = 40;
    private static final int ENTRY_STARTS_AT = 42;

    private static final int START_LENGTH = 30;
    private static final int START_FLAGS = 6;
    private static final int START_NAME_LENGTH = 26;
    private static final int START_EXTRA_LENGTH = 28;
    private static final int ENCRYPTED = 1;

    private static final int UNIX = 3;
    private static final int KIND = 0xF000;
    private static final int LINK = 0xA000;

    /** Sizes and checksum after the data of a file whose size was not known before: with signature and 64 bits. */
    private static final int LONGEST_DESCRIPTOR = 24;
    /** One entry's name, extra fields and comment fit into this many times over. */
    private static final int LONGEST_DIRECTORY = 256 * 1024;

    private final long directoryAt;
    private final long dataAt;

    private ZipDirectory(long directoryAt, long dataAt) {
        this.directoryAt = directoryAt;
        this.dataAt = dataAt;
    }

    /** @throws PackingDamage when the archive does not hold exactly one file */
    static ZipDirectory of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer end = end(channel);
            if (end == null) {
                throw new PackingDamage("it ends in the middle of its packed data");
            }
            refuseOtherNumbers(end);
            long length = unsigned(end, END_DIRECTORY_LENGTH);
            long directoryAt = unsigned(end, END_DIRECTORY_AT);
            long between = channel.size() - end.remaining() - directoryAt - length;
            if (between != 0 && between != LARGE_END_RECORDS) {
                throw new PackingDamage("its directory does not say where it is");
            }
            refuseLink(buffer(channel, directoryAt, ENTRY_LENGTH));
            ByteBuffer start = buffer(channel, 0, START_LENGTH);
            if (start.limit() < START_LENGTH) {
                throw new PackingDamage("it ends in the middle of its packed data");
            }
            if ((start.getShort(START_FLAGS) & ENCRYPTED) != 0) {
                throw new PackingDamage("it is encrypted with a password");
            }
            long dataAt = START_LENGTH
                    + (start.getShort(START_NAME_LENGTH) & 0xFFFFL)
                    + (start.getShort(START_EXTRA_LENGTH) & 0xFFFFL);
            return new ZipDirectory(directoryAt, dataAt);
        }
    }

    /** @throws PackingDamage when bytes before the directory are neither the file's nor about it */
    void requireNothingElse(long packedLength) throws PackingDamage {
        long beside = directoryAt - dataAt - packedLength;
        if (beside < 0 || beside > LONGEST_DESCRIPTOR) {
            throw new PackingDamage("it holds other data than its directory speaks of");
        }
    }

    private static void refuseOtherNumbers(ByteBuffer end) throws PackingDamage {
        int at = end.position();
        int entries = end.getShort(at + END_ENTRIES) & 0xFFFF;
        if (entries != 1) {
            throw new PackingDamage(
                    entries == 0 ? "it holds no file" : "it holds " + entries + " entries; one file was agreed");
        }
        if (unsigned(end, END_DIRECTORY_LENGTH) > LONGEST_DIRECTORY) {
            throw new PackingDamage("its directory is longer than that of one file");
        }
        if (end.remaining() != END_LENGTH + (end.getShort(at + END_COMMENT_LENGTH) & 0xFFFF)) {
            throw new PackingDamage("it has other data after its packed data");
        }
    }

    private static void refuseLink(ByteBuffer entry) throws PackingDamage {
        if (entry.limit() < ENTRY_LENGTH || entry.getInt(0) != ENTRY_SIGNATURE) {
            throw new PackingDamage("its directory is damaged");
        }
        if (entry.getInt(ENTRY_STARTS_AT) != 0) {
            throw new PackingDamage("it holds other data than its directory speaks of");
        }
        int kind = entry.get(ENTRY_MADE_ON) == UNIX ? entry.getShort(ENTRY_KIND) & KIND : 0;
        if (kind == LINK) { // a pipe is a file: that is how zip notes what it packed from its standard input
            throw new PackingDamage("it holds a link and no file");
        }
    }

    /** The bytes from the end record on; none when there is no such record. */
    private static @Nullable ByteBuffer end(FileChannel channel) throws IOException {
        long from = Math.max(0, channel.size() - END_LENGTH - LONGEST_COMMENT);
        ByteBuffer tail = buffer(channel, from, (int) (channel.size() - from));
        for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE) {
                tail.position(at);
                return tail;
            }
        }
        return null;
    }

    private static long unsigned(ByteBuffer end, int field) {
        return end.getInt(end.position() + field) & 0xFFFFFFFFL;
    }

    private static ByteBuffer buffer(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }
}
