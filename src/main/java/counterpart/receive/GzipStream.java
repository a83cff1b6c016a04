package counterpart.receive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952) and is strict where {@code java.util.zip} is not: bytes after the last member are a fault
 * instead of being dropped, and neither size nor ratio is endless. A fault is a {@link PackingDamage}.
 */
final class GzipStream extends InputStream {
    /** Below this size no ratio is suspicious. */
    static final long ALWAYS_ALLOWED = 16L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final InputStream packed;
    private final Limits limits;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;
    private long consumed;
    private long produced;
    private boolean inMember;
    private boolean finished;

    GzipStream(InputStream packed, Limits limits) {
        this.packed = packed;
        this.limits = limits;
    }

    /** Whether bytes begin as a gzip file does. */
    static boolean isGzip(byte[] start) {
        return start.length >= 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            while (!finished) {
                if (!inMember) {
                    beginMember();
                } else {
                    int n = inflate(bytes, offset, length);
                    if (n > 0) {
                        return n;
                    }
                }
            }
            return -1;
        } catch (DataFormatException | EOFException e) {
            throw new PackingDamage(
                    e instanceof EOFException
                            ? "it ends in the middle of its packed data"
                            : "its packed data is damaged");
        }
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException, DataFormatException {
        int n = inflater.inflate(bytes, offset, length);
        if (n > 0) {
            crc.update(bytes, offset, n);
            produced += n;
            refuseTooMuch();
            return n;
        }
        if (inflater.finished()) {
            position = end - inflater.getRemaining();
            endMember();
        } else if (inflater.needsInput()) {
            if (position == end) {
                fill();
            }
            inflater.setInput(buffer, position, end - position);
            position = end;
        } else {
            throw new DataFormatException("a dictionary is asked for");
        }
        return 0;
    }

    private void beginMember() throws IOException {
        if (next() != 0x1F || next() != 0x8B || next() != 8) {
            throw new PackingDamage("it has other data after its packed data");
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw new PackingDamage("its packed data is damaged");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        crc.reset();
        inMember = true;
    }

    private void endMember() throws IOException {
        long expected = littleEndian();
        long size = littleEndian();
        if (expected != crc.getValue() || size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new PackingDamage("its packed data is damaged (the checksum differs)");
        }
        inMember = false;
        finished = position == end && !refill();
    }

    private long littleEndian() throws IOException {
        return next() | (long) next() << 8 | (long) next() << 16 | (long) next() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            continue;
        }
    }

    private int next() throws IOException {
        if (position == end) {
            fill();
        }
        return buffer[position++] & 0xFF;
    }

    private void fill() throws IOException {
        if (!refill()) {
            throw new EOFException();
        }
    }

    private boolean refill() throws IOException {
        int n = packed.read(buffer, 0, buffer.length);
        position = 0;
        end = Math.max(n, 0);
        consumed += end;
        return n > 0;
    }

    private void refuseTooMuch() throws PackingDamage {
        if (produced > limits.largestClear()) {
            throw new PackingDamage("it unpacks to more than " + limits.largestClear() + " bytes");
        }
        if (produced > ALWAYS_ALLOWED && produced / Math.max(1, consumed) > limits.largestRatio()) {
            throw new PackingDamage("it unpacks to more than " + limits.largestRatio() + " times its size");
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
