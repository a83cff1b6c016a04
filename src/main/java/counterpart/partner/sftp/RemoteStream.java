package counterpart.partner.sftp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A partner's bytes on their way to us: failures of the server are told as such, and neither size nor time is endless. */
final class RemoteStream extends FilterInputStream {
    /** Slower than this over the whole file, after the first minute, is given up. */
    static final long LEAST_BYTES_PER_SECOND = 16 * 1024;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String act;
    private final Failures failures;
    private final long atMost;
    private final LongSupplier nanoTime;
    private final long startedAt;
    private long count;

    RemoteStream(InputStream in, String act, Failures failures, long atMost) {
        this(in, act, failures, atMost, System::nanoTime);
    }

    RemoteStream(InputStream in, String act, Failures failures, long atMost, LongSupplier nanoTime) {
        super(in);
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
        this.act = act;
        this.failures = failures;
        this.atMost = atMost;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n;
        try {
            n = super.read(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
            throw failures.of(act, e);
        }
        if (n > 0) {
            count += n;
            refuseTooMuch();
            refuseTooSlow();
        }
        return n;
    }

    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException | RuntimeException e) {
            throw failures.of(act, e);
        }
    }

    private void refuseTooMuch() {
        if (count > atMost) {
            throw failures.protocol("failed " + act + ": it is longer than " + atMost
                    + " bytes, the size that was announced or the largest allowed; it was not taken.");
        }
    }

    private void refuseTooSlow() {
        long seconds = Duration.ofNanos(nanoTime.getAsLong() - startedAt).toSeconds();
        if (seconds > PATIENCE.toSeconds() && count < (seconds - PATIENCE.toSeconds()) * LEAST_BYTES_PER_SECOND) {
            throw failures.protocol("failed " + act + ": " + count + " bytes in " + seconds
                    + " seconds are too slow to finish; it was not taken. Next: run the same command again later.");
        }
    }
}
