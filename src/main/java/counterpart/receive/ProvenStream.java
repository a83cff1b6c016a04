package counterpart.receive;

import counterpart.model.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Reads bytes and proves at their end that they are those of a known digest. */
final class ProvenStream extends FilterInputStream {
    private final MessageDigest digest = Sha256.growing();
    private final ReceivedFile file;
    private boolean proven;

    ProvenStream(InputStream in, ReceivedFile file) {
        super(in);
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        if (n > 0) {
            digest.update(bytes, offset, n);
        } else if (n < 0 && !proven) {
            prove();
        }
        return n;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] passed = new byte[(int) Math.min(Math.max(count, 0), 8192)];
        return Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void prove() throws IOException {
        Sha256 found = Sha256.of(digest);
        if (!found.equals(file.clearSha())) {
            throw new IOException("the landing no longer holds the bytes of " + file.id()
                    + " that were taken in; nothing of it was loaded. Next: restore the landing from a backup.");
        }
        proven = true;
    }
}
