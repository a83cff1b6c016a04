package counterpart.receive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks a zip archive (PKWARE APPNOTE) of exactly one file and is strict where {@code java.util.zip} is not: the
 * checksum is proved, the number of entries is known before a directory of them is read, and neither size nor ratio is
 * endless. The name inside the archive is not looked at, so it can lead nowhere.
 */
final class ZipStream extends InputStream {
    private static final int END_SIGNATURE = 0x06054B50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRIES_AT = 10;
    private static final int DIRECTORY_LENGTH_AT = 12;
    private static final int FLAGS_AT = 6;
    private static final int ENCRYPTED = 1;
    /** One entry's name, extra fields and comment fit into this many times over. */
    private static final int LONGEST_DIRECTORY = 256 * 1024;

    private final ZipFile archive;
    private final ZipEntry entry;
    private final InputStream in;
    private final Limits limits;
    private final CRC32 crc = new CRC32();
    private long produced;

    private ZipStream(ZipFile archive, ZipEntry entry, Limits limits) throws IOException {
        this.archive = archive;
        this.entry = entry;
        this.in = archive.getInputStream(entry);
        this.limits = limits;
    }

    /** Whether bytes begin as a zip archive does, be it an empty one. */
    static boolean isZip(byte[] start) {
        return start.length >= 4
                && start[0] == 'P'
                && start[1] == 'K'
                && ((start[2] == 3 && start[3] == 4) || (start[2] == 5 && start[3] == 6));
    }

    /** @throws PackingDamage when the archive is not sound or does not hold exactly one file */
    static ZipStream open(Path file, Limits limits) throws IOException {
        look(file);
        ZipFile archive = sound(file);
        try {
            ZipEntry entry = archive.entries().nextElement();
            if (entry.isDirectory()) {
                throw new PackingDamage("it holds a folder and no file");
            }
            return new ZipStream(archive, entry, limits);
        } catch (ZipException e) {
            archive.close();
            throw new PackingDamage("it is packed in a way that is not known here; use deflate");
        } catch (EOFException e) {
            archive.close();
            throw new PackingDamage("its packed data is damaged");
        } catch (IOException e) {
            archive.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int n = in.read(bytes, offset, length);
            if (n > 0) {
                crc.update(bytes, offset, n);
                produced += n;
                refuseTooMuch();
            } else if (n < 0) {
                prove();
            }
            return n;
        } catch (ZipException | EOFException e) {
            throw new PackingDamage("its packed data is damaged");
        }
    }

    /** The end record says how many entries there are, before anything that is as long as their number is read. */
    private static void look(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer end = end(channel);
            if (end == null) {
                throw new PackingDamage("it ends in the middle of its packed data");
            }
            int entries = end.getShort(end.position() + ENTRIES_AT) & 0xFFFF;
            if (entries != 1) {
                throw new PackingDamage(
                        entries == 0 ? "it holds no file" : "it holds " + entries + " entries; one file was agreed");
            }
            if ((end.getInt(end.position() + DIRECTORY_LENGTH_AT) & 0xFFFFFFFFL) > LONGEST_DIRECTORY) {
                throw new PackingDamage("its directory is longer than that of one file");
            }
            ByteBuffer start = buffer(channel, 0, FLAGS_AT + 2);
            if ((start.getShort(FLAGS_AT) & ENCRYPTED) != 0) {
                throw new PackingDamage("it is encrypted with a password");
            }
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

    private static ByteBuffer buffer(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }

    private static ZipFile sound(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException | EOFException e) {
            throw new PackingDamage("its packed data is damaged");
        }
    }

    private void prove() throws PackingDamage {
        if (crc.getValue() != entry.getCrc() || produced != entry.getSize()) {
            throw new PackingDamage("its packed data is damaged (the checksum differs)");
        }
    }

    private void refuseTooMuch() throws PackingDamage {
        if (produced > limits.largestClear()) {
            throw new PackingDamage("it unpacks to more than " + limits.largestClear() + " bytes");
        }
        long packed = Math.max(1, entry.getCompressedSize());
        if (produced > GzipStream.ALWAYS_ALLOWED && produced / packed > limits.largestRatio()) {
            throw new PackingDamage("it unpacks to more than " + limits.largestRatio() + " times its size");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
        archive.close();
    }
}
