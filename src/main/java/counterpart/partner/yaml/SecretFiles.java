package counterpart.partner.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/** What must hold of files that keep a secret. */
final class SecretFiles {
    private SecretFiles() {}

    /** Whether every user of the machine may read it; false where the file system has no such rights. */
    static boolean isReadableByOthers(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (UnsupportedOperationException | IOException e) {
            return false;
        }
    }
}
