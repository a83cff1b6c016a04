package counterpart.crash;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Tells the trigger of each request to an SFTP server, before and after it is done. A request at which the client dies
 * before it is done is not done.
 */
final class WatchedRequests implements SftpEventListener {
    private final Trigger trigger;

    WatchedRequests(Trigger trigger) {
        this.trigger = trigger;
    }

    @Override
    public void opening(ServerSession session, String handle, Handle file) throws IOException {
        before("open " + file.getFile());
    }

    @Override
    public void readingEntries(ServerSession session, String handle, DirectoryHandle folder) throws IOException {
        before("list " + folder.getFile());
    }

    @Override
    public void reading(
            ServerSession session, String handle, FileHandle file, long at, byte[] data, int from, int length)
            throws IOException {
        before("read " + file.getFile());
    }

    @Override
    public void writing(
            ServerSession session, String handle, FileHandle file, long at, byte[] data, int from, int length)
            throws IOException {
        before("write " + file.getFile());
    }

    @Override
    public void written(
            ServerSession session,
            String handle,
            FileHandle file,
            long at,
            byte[] data,
            int from,
            int length,
            @Nullable Throwable failure) {
        after("write " + file.getFile());
    }

    @Override
    public void closed(ServerSession session, String handle, Handle file, @Nullable Throwable failure) {
        after("close " + file.getFile());
    }

    @Override
    public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) throws IOException {
        before("move " + from + " to " + to);
    }

    @Override
    public void moved(
            ServerSession session, Path from, Path to, Collection<CopyOption> options, @Nullable Throwable failure) {
        after("move " + from + " to " + to);
    }

    @Override
    public void removing(ServerSession session, Path path, boolean directory) throws IOException {
        before("remove " + path);
    }

    @Override
    public void removed(ServerSession session, Path path, boolean directory, @Nullable Throwable failure) {
        after("remove " + path);
    }

    @Override
    public void modifyingAttributes(ServerSession session, Path path, Map<String, ?> attributes) throws IOException {
        before("set attributes of " + path);
    }

    private void before(String request) throws IOException {
        if (trigger.moment("before: " + request)) {
            throw new IOException("the client is gone");
        }
    }

    private void after(String request) {
        trigger.moment("after: " + request);
    }
}
