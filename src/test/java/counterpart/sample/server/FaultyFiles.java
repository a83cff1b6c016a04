package counterpart.sample.server;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Collection;
import java.util.Set;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.jspecify.annotations.Nullable;

/** Files that fail as {@link Faults} says. */
final class FaultyFiles extends ConfinedFiles {
    private final Path root;
    private final Faults faults;

    FaultyFiles(Path root, Faults faults) {
        super(root);
        this.root = root;
        this.faults = faults;
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle fileHandle,
            Path file,
            String handle,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attrs)
            throws IOException {
        SeekableByteChannel channel = super.openFile(subsystem, fileHandle, file, handle, options, attrs);
        return new FaultyChannel(
                channel, faults, () -> subsystem.getServerSession().close(true));
    }

    @Override
    public void renameFile(SftpSubsystemProxy subsystem, Path oldPath, Path newPath, Collection<CopyOption> opts)
            throws IOException {
        if (faults.refuseRename) {
            throw new AccessDeniedException(oldPath.toString(), newPath.toString(), "renaming is refused");
        }
        super.renameFile(subsystem, oldPath, newPath, opts);
        if (faults.loseAfterRename) {
            Files.delete(root.resolve("." + newPath));
        }
        if (faults.cutAfterRename) {
            subsystem.getServerSession().close(true);
        }
    }

    @Override
    public void closeDirectory(
            SftpSubsystemProxy subsystem,
            @Nullable DirectoryHandle dirHandle,
            Path dir,
            String handle,
            DirectoryStream<Path> stream)
            throws IOException {
        super.closeDirectory(subsystem, dirHandle, dir, handle, stream);
        Path growing = faults.growing;
        if (growing != null) {
            Path here = root.resolve("." + dir).resolve(growing.getName(growing.getNameCount() - 1));
            if (Files.exists(here) && Files.isSameFile(here, growing)) {
                Files.write(growing, new byte[] {'x'}, StandardOpenOption.APPEND);
            }
        }
    }
}
