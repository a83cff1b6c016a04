package counterpart.sample.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A {@link DemoSftpServer} that fails on command, for tests of what talks to it. Faults apply to all sessions from the
 * moment they are asked for until {@link #heal()}.
 */
public final class FaultySftpServer implements AutoCloseable {
    private final Faults faults = new Faults();
    private final DemoSftpServer server;

    public FaultySftpServer(Path root, Path hostKey, String user, String password) {
        server = new DemoSftpServer(root, hostKey, user, password, (ssh, sftp) -> {
            try {
                sftp.setFileSystemAccessor(new FaultyFiles(root.toRealPath(), faults));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The server itself: port, fingerprint, root. */
    public DemoSftpServer server() {
        return server;
    }

    /** Breaks the connection once clients have read so many bytes of files, counted from now. */
    public FaultySftpServer cutAfterReading(long bytes) {
        faults.readable.set(bytes);
        return this;
    }

    /** Breaks the connection once clients have written so many bytes, counted from now; these are in the file. */
    public FaultySftpServer cutAfterWriting(long bytes) {
        faults.writable.set(bytes);
        return this;
    }

    /** Refuses every rename with "permission denied". */
    public FaultySftpServer refuseRename() {
        faults.refuseRename = true;
        return this;
    }

    /** Renames as asked, then breaks the connection before the client hears of it. */
    public FaultySftpServer cutAfterRename() {
        faults.cutAfterRename = true;
        return this;
    }

    /** Renames as asked and says so, and then has lost the file. */
    public FaultySftpServer loseAfterRename() {
        faults.loseAfterRename = true;
        return this;
    }

    /** Lets the file grow by one byte after each listing of its directory. */
    public FaultySftpServer grow(Path file) {
        faults.growing = file;
        return this;
    }

    /** Confirms writes and keeps nothing of them. */
    public FaultySftpServer pretendToWrite() {
        faults.pretendToWrite = true;
        return this;
    }

    /** Ends all faults; connections that were broken stay so. */
    public void heal() {
        faults.heal();
    }

    @Override
    public void close() {
        server.close();
    }
}
