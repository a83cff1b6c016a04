package counterpart.sample.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** What a test lets go wrong on a {@link DemoSftpServer}. */
public final class ServerFaults {
    private static final long NEVER = Long.MAX_VALUE;

    private final AtomicLong cutAfter = new AtomicLong(NEVER);
    private final AtomicBoolean moveRefused = new AtomicBoolean();
    private volatile Runnable atOpen = () -> {};

    /** The connection ends when so many bytes of any file were read or written. */
    public void cutAfter(long bytes) {
        cutAfter.set(bytes);
    }

    public void cutNoMore() {
        cutAfter.set(NEVER);
    }

    public void refuseMoves(boolean refused) {
        moveRefused.set(refused);
    }

    /** What happens on the server at the moment when a file is opened. */
    public void atOpen(Runnable act) {
        atOpen = act;
    }

    /** To be given to the server's constructor. */
    public void applyTo(SshServer ssh, SftpSubsystemFactory sftp) {
        sftp.setFileSystemAccessor(new SftpFileSystemAccessor() {
            @Override
            public SeekableByteChannel openFile(
                    SftpSubsystemProxy subsystem,
                    FileHandle fileHandle,
                    Path file,
                    String handle,
                    Set<? extends OpenOption> options,
                    FileAttribute<?>... attrs)
                    throws IOException {
                atOpen.run();
                SeekableByteChannel channel =
                        SftpFileSystemAccessor.super.openFile(subsystem, fileHandle, file, handle, options, attrs);
                return new CutChannel(channel, subsystem);
            }

            @Override
            public void renameFile(
                    SftpSubsystemProxy subsystem, Path oldPath, Path newPath, Collection<CopyOption> opts)
                    throws IOException {
                if (moveRefused.get()) {
                    throw new AccessDeniedException(oldPath.toString());
                }
                SftpFileSystemAccessor.super.renameFile(subsystem, oldPath, newPath, opts);
            }
        });
    }

    private final class CutChannel implements SeekableByteChannel {
        private final SeekableByteChannel channel;
        private final SftpSubsystemProxy subsystem;

        private CutChannel(SeekableByteChannel channel, SftpSubsystemProxy subsystem) {
            this.channel = channel;
            this.subsystem = subsystem;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            int allowed = (int) Math.min(target.remaining(), cutAfter.get() - channel.position());
            if (allowed <= 0) {
                subsystem.getServerSession().close(true);
                throw new IOException("cut");
            }
            ByteBuffer part = target.slice(target.position(), allowed);
            int n = channel.read(part);
            target.position(target.position() + Math.max(n, 0));
            return n;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            if (channel.position() + source.remaining() > cutAfter.get()) {
                subsystem.getServerSession().close(true);
                throw new IOException("cut");
            }
            return channel.write(source);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            channel.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
