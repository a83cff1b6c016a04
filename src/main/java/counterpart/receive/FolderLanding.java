package counterpart.receive;

import counterpart.finding.DiskRoom;
import counterpart.finding.Finding;
import counterpart.finding.Outcome;
import counterpart.finding.RuleCode;
import counterpart.finding.Severity;
import counterpart.model.FeedId;
import counterpart.model.FileId;
import counterpart.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * A landing in one folder: a file in custody has its file id as its name, one on its way in ends with {@code .part}.
 * Bytes are kept as they came (key id {@code none}).
 */
public final class FolderLanding implements Landing {
    /** Said when a file cannot be unpacked. */
    public static final RuleCode CANNOT_UNPACK = new RuleCode("F-002");

    private static final String TEMPORARY = ".part";
    /** What taking a file may not use of the disk. */
    private static final long KEPT_FREE = 16L << 20;

    private final Path folder;
    private final Limits limits;

    public FolderLanding(Path folder, Limits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    @Override
    public String keyId() {
        return NO_KEY;
    }

    @Override
    public void requireRoom(long bytes) throws IOException {
        Optional<String> shortage = DiskRoom.shortage(folder, bytes + KEPT_FREE);
        if (shortage.isPresent()) {
            throw new IOException(shortage.get()
                    + " for the next file, so it was not fetched and stays where it is. Next: make room there, then run"
                    + " the same command again");
        }
    }

    @Override
    public Landed land(FeedId feed, Source source) throws IOException {
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, prefix(feed), TEMPORARY);
        try {
            MessageDigest digest = Sha256.growing();
            long bytes;
            try (FileChannel file = FileChannel.open(temporary, StandardOpenOption.WRITE);
                    OutputStream out = new DigestOutputStream(Channels.newOutputStream(file), digest)) {
                source.writeTo(out);
                file.force(true);
                bytes = file.size();
            }
            Sha256 received = Sha256.of(digest);
            return new Landed(temporary.getFileName().toString(), received, clearSha(temporary, received), bytes);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    @Override
    public void keep(Landed landed, FileId id) throws IOException {
        Files.move(folder.resolve(landed.temporary()), folder.resolve(id.value()), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public void discard(Landed landed) throws IOException {
        Files.deleteIfExists(folder.resolve(landed.temporary()));
    }

    @Override
    public void discardLeftovers(FeedId feed) throws IOException {
        deleteWhere(prefix(feed) + "*" + TEMPORARY, Set.of());
    }

    @Override
    public void sweep(Set<FileId> known) throws IOException {
        deleteWhere("*" + TEMPORARY, Set.of());
        deleteWhere("F-*", known);
    }

    @Override
    public void requireUnchanged(ReceivedFile file) throws IOException {
        Path path = folder.resolve(file.id().value());
        boolean there = Files.isRegularFile(path);
        if (there) {
            try (InputStream bytes = Files.newInputStream(path)) {
                if (Sha256.of(bytes).equals(file.receivedSha())) {
                    return;
                }
            }
        }
        throw new IOException(path + (there ? " was changed since " + file.id() + " was taken in" : " is gone")
                + ", so the reading of " + file.id()
                + " stopped and nothing of it counts. Next: put the file back as it"
                + " was, from a backup or from the partner (" + file.remoteName() + "; its SHA-256 is "
                + file.receivedSha() + "), then run the same command again.");
    }

    @Override
    public Outcome<InputStream> openClear(ReceivedFile file) throws IOException {
        Path path = folder.resolve(file.id().value());
        Packing packing = Packing.of(path);
        boolean unpacked = packing != Packing.PLAIN && !file.clearSha().equals(file.receivedSha());
        if (packing == Packing.PLAIN || unpacked) {
            return Outcome.success(new ProvenStream(packing.open(path, limits), file));
        }
        try (InputStream clear = packing.open(path, limits)) {
            Sha256.of(clear);
        } catch (PackingDamage e) {
            return Outcome.refusal(Finding.ofFile(
                    CANNOT_UNPACK,
                    Severity.REJECT_FILE,
                    "The file is " + packing.words() + " but cannot be unpacked: " + e.getMessage()
                            + ". Make it anew and send it again."));
        }
        throw new IOException("the landing no longer holds the bytes of " + file.id() + " that were taken in; nothing"
                + " of it was loaded. Next: restore the landing from a backup.");
    }

    private Sha256 clearSha(Path path, Sha256 received) throws IOException {
        Packing packing = Packing.of(path);
        if (packing == Packing.PLAIN) {
            return received;
        }
        try (InputStream clear = packing.open(path, limits)) {
            return Sha256.of(clear);
        } catch (PackingDamage e) {
            return received;
        }
    }

    /** A feed's names hold no dot, so that no feed's prefix begins another's. */
    private static String prefix(FeedId feed) {
        return feed.partner() + "." + feed.name() + ".";
    }

    private void deleteWhere(String glob, Set<FileId> kept) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, glob)) {
            for (Path path : paths) {
                String name = path.getFileName().toString();
                if (kept.stream().noneMatch(id -> id.value().equals(name))) {
                    Files.delete(path);
                }
            }
        }
    }
}
