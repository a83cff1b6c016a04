package counterpart.partner.sftp;

import counterpart.model.PartnerId;
import counterpart.model.Sha256;
import counterpart.partner.Configuration;
import counterpart.partner.RemoteFile;
import counterpart.partner.RemoteInbox;
import counterpart.partner.RemotePlace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts files on partners' servers over SFTP: temporary name, rename, stat. */
public final class SftpInbox implements RemoteInbox {
    /** Suffix of a file that is not complete yet. */
    static final String TEMPORARY = ".part";

    private final Configuration configuration;
    private final PartnerServers servers;

    public SftpInbox(Configuration configuration, PartnerServers servers) {
        this.configuration = configuration;
        this.servers = servers;
    }

    @Override
    public RemotePlace put(PartnerId partner, String directory, String fileName, Path content) {
        try (PartnerServer server =
                servers.open(partner, configuration.partner(partner).connection())) {
            return put(server, directory, fileName, content);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    content + " cannot be read and was not sent to " + partner
                            + ". Next: check the disk, then run the same command again.",
                    e);
        }
    }

    @Override
    public List<RemotePlace> putAll(PartnerId partner, String directory, List<Path> files) {
        List<RemotePlace> places = new ArrayList<>();
        try (PartnerServer server =
                servers.open(partner, configuration.partner(partner).connection())) {
            for (Path file : files) {
                places.add(put(server, directory, String.valueOf(file.getFileName()), file));
            }
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    files + " cannot be read; " + places.size() + " of them were sent to " + partner
                            + ". Next: check the disk, then run the same command again.",
                    e);
        }
    }

    static RemotePlace put(PartnerServer server, String directory, String fileName, Path content) throws IOException {
        String path = RemoteNames.joined(directory, fileName);
        long size = Files.size(content);
        Optional<RemoteFile> there = server.stat(directory, fileName);
        if (there.isEmpty()) {
            send(server, directory, fileName, content, size);
        } else if (!sameBytes(server, directory, there.get(), content, size)) {
            throw server.conflict(path);
        }
        long now = server.stat(directory, fileName).map(RemoteFile::bytes).orElse(-1L);
        if (now != size) {
            throw server.protocol(path + " should have " + size + " bytes after it was sent, and has "
                    + (now < 0 ? "gone" : now + "") + ". Next: run the same command again.");
        }
        return new RemotePlace(path, now);
    }

    private static void send(PartnerServer server, String directory, String fileName, Path content, long size)
            throws IOException {
        String temporary = fileName + TEMPORARY;
        server.write(directory, temporary, content);
        long sent = server.stat(directory, temporary).map(RemoteFile::bytes).orElse(-1L);
        if (sent != size) {
            throw server.protocol(RemoteNames.joined(directory, temporary) + " has " + sent + " of " + size
                    + " bytes after it was written; it was not given its final name. Next: run the same command"
                    + " again.");
        }
        server.move(directory, temporary, directory, fileName);
    }

    private static boolean sameBytes(PartnerServer server, String directory, RemoteFile there, Path content, long size)
            throws IOException {
        if (there.bytes() != size) {
            return false;
        }
        MessageDigest theirs = Sha256.growing();
        server.read(directory, there.name(), new DigestOutputStream(OutputStream.nullOutputStream(), theirs), size);
        return Sha256.of(theirs).equals(Sha256.of(content));
    }
}
