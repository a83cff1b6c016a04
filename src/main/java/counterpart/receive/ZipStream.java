package counterpart.receive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks a zip archive (PKWARE APPNOTE) of exactly one file and is strict where {@code java.util.zip} is not: the
 * checksum is proved, the directory is looked at before it is read ({@link ZipDirectory}), and neither size nor ratio is
 * endless. The name inside the archive is not looked at, so it can lead nowhere.
 */
final class ZipStream extends InputStream {
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
        ZipDirectory directory = ZipDirectory.of(file);
        ZipFile archive = sound(file);
        try {
            if (archive.size() != 1) {
                throw new PackingDamage("its directory lists " + archive.size() + " files and speaks of one");
            }
            ZipEntry entry = archive.entries().nextElement();
            if (entry.isDirectory()) {
                throw new PackingDamage("it holds a folder and no file");
            }
            directory.requireNothingElse(entry.getCompressedSize());
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
