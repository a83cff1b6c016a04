package counterpart.sample.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** An open file whose bytes run out, or are taken and not kept. */
final class FaultyChannel implements SeekableByteChannel {
    private final SeekableByteChannel file;
    private final Faults faults;
    private final Runnable cut;

    FaultyChannel(SeekableByteChannel file, Faults faults, Runnable cut) {
        this.file = file;
        this.faults = faults;
        this.cut = cut;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int allowed = Faults.take(faults.readable, into.remaining());
        if (allowed == 0 && into.hasRemaining()) {
            throw broken();
        }
        return file.read(into.limit(into.position() + allowed));
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int wanted = from.remaining();
        if (faults.pretendToWrite) {
            from.position(from.limit());
            return wanted;
        }
        int allowed = Faults.take(faults.writable, wanted);
        int written = file.write(from.limit(from.position() + allowed));
        if (allowed < wanted) {
            throw broken();
        }
        return written;
    }

    private IOException broken() {
        cut.run();
        return new IOException("the connection is broken on purpose");
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        file.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
