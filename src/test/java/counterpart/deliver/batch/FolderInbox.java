package counterpart.deliver.batch;

import counterpart.model.PartnerId;
import counterpart.partner.PartnerServerException;
import counterpart.partner.PartnerServerException.Kind;
import counterpart.partner.RemoteInbox;
import counterpart.partner.RemotePlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Partners' servers as folders. It keeps the promises of {@link RemoteInbox}, and fails on command. */
final class FolderInbox implements RemoteInbox {
    /** The process dies; nobody catches this. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Path root;
    private final Map<PartnerId, RuntimeException> failures = new HashMap<>();
    private final List<String> uploads = new ArrayList<>();
    private boolean dieAfterRename;

    FolderInbox(Path root) {
        this.root = root;
    }

    /** What was sent, as {@code partner/directory/name}; what lay there already is not sent. */
    List<String> uploads() {
        return uploads;
    }

    Path file(String partner, String directory, String name) {
        return root.resolve(partner).resolve(directory.substring(1)).resolve(name);
    }

    void failFor(PartnerId partner, RuntimeException failure) {
        failures.put(partner, failure);
    }

    void dieAfterRename() {
        dieAfterRename = true;
    }

    void heal() {
        failures.clear();
        dieAfterRename = false;
    }

    @Override
    public RemotePlace put(PartnerId partner, String directory, String fileName, Path content) {
        RuntimeException failure = failures.get(partner);
        if (failure != null) {
            throw failure;
        }
        try {
            Path target = file(partner.value(), directory, fileName);
            if (Files.notExists(target)) {
                upload(target, content);
                uploads.add(partner + directory + "/" + fileName);
            } else if (Files.mismatch(target, content) >= 0) {
                throw new PartnerServerException(
                        Kind.CONFLICT, partner + " holds another file under " + directory + "/" + fileName, null);
            }
            if (dieAfterRename) {
                throw new Death();
            }
            return new RemotePlace(directory + "/" + fileName, Files.size(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void upload(Path target, Path content) throws IOException {
        Files.createDirectories(target.resolveSibling(""));
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.copy(content, part);
        Files.move(part, target);
    }
}
