package counterpart.sample.server;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Collection;
import java.util.Set;
import org.apache.sshd.common.util.io.IoUtils;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * Keeps a session inside its root. The rooted file system already refuses {@code ..}, but it follows symbolic links to
 * wherever they lead; here none is followed, read or made.
 */
class ConfinedFiles implements SftpFileSystemAccessor {
    private static final LinkOption[] NEVER_FOLLOW = {LinkOption.NOFOLLOW_LINKS};

    private final Path root;

    ConfinedFiles(Path root) {
        this.root = root;
    }

    @Override
    public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path rootDir, String remotePath) throws IOException {
        Path path = SftpFileSystemAccessor.super.resolveLocalFilePath(subsystem, rootDir, remotePath);
        Path local = IoUtils.chroot(root, path);
        for (int names = root.getNameCount() + 1; names < local.getNameCount(); names++) {
            Path folder = root.getRoot().resolve(local.subpath(0, names));
            if (Files.isSymbolicLink(folder)) {
                throw refused(remotePath);
            }
        }
        return path;
    }

    @Override
    public LinkOption[] resolveFileAccessLinkOptions(
            SftpSubsystemProxy subsystem, Path file, int cmd, String extension, boolean followLinks) {
        return NEVER_FOLLOW.clone();
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
        refuseLink(file);
        return SftpFileSystemAccessor.super.openFile(subsystem, fileHandle, file, handle, options, attrs);
    }

    @Override
    public DirectoryStream<Path> openDirectory(
            SftpSubsystemProxy subsystem, DirectoryHandle dirHandle, Path dir, String handle, LinkOption... linkOptions)
            throws IOException {
        refuseLink(dir);
        return Files.newDirectoryStream(dir);
    }

    @Override
    public void createLink(SftpSubsystemProxy subsystem, Path link, Path existing, boolean symLink) throws IOException {
        throw refused(link.toString());
    }

    @Override
    public String resolveLinkTarget(SftpSubsystemProxy subsystem, Path link) throws IOException {
        throw refused(link.toString());
    }

    @Override
    public void copyFile(SftpSubsystemProxy subsystem, Path src, Path dst, Collection<CopyOption> opts)
            throws IOException {
        refuseLink(src);
        refuseLink(dst);
        SftpFileSystemAccessor.super.copyFile(subsystem, src, dst, opts);
    }

    private static void refuseLink(Path path) throws AccessDeniedException {
        if (Files.isSymbolicLink(path)) {
            throw refused(path.toString());
        }
    }

    private static AccessDeniedException refused(String path) {
        return new AccessDeniedException(path, null, "links are not followed here");
    }
}
