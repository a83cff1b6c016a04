package counterpart.validate.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes a stream by its declared charset and never guesses: bytes that are no text in it end the reading. */
final class StrictText implements Closeable {
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).flip();
    private long bytesBeforeBuffer;
    private boolean streamEnded;
    private boolean undecodable;
    private boolean sixteenBits;
    private boolean finished;

    StrictText(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * Decodes into a part of an array.
     *
     * @return how many characters came, at least one; -1 at the end or before the first undecodable byte
     */
    int read(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        int before = out.position();
        while (!undecodable && !finished && out.hasRemaining()) {
            CoderResult result = decoder.decode(bytes, out, streamEnded);
            if (result.isError()) {
                undecodable = true;
            } else if (result.isUnderflow() && streamEnded) {
                finished = decoder.flush(out).isUnderflow();
            } else if (result.isUnderflow()) {
                refill();
            } else {
                break;
            }
        }
        int count = out.position() - before;
        return count == 0 ? -1 : count;
    }

    boolean undecodable() {
        return undecodable;
    }

    /** Number of bytes before the first one not decoded. */
    long byteOffset() {
        return bytesBeforeBuffer + bytes.position();
    }

    /** Whether the first two bytes are those of text in 16-bit characters, which the charset did not say. */
    boolean beginsInSixteenBits() {
        return sixteenBits;
    }

    private static boolean isSixteenBits(int first, int second) {
        boolean marked = (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
        return marked || ((first == 0) != (second == 0));
    }

    private void refill() throws IOException {
        bytesBeforeBuffer += bytes.position();
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            streamEnded = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
        if (bytesBeforeBuffer == 0 && bytes.remaining() > 1) {
            sixteenBits = isSixteenBits(bytes.get(0) & 0xFF, bytes.get(1) & 0xFF);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
