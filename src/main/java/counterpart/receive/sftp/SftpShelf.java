package counterpart.receive.sftp;

import counterpart.partner.PartnerServerException;
import counterpart.partner.PartnerServerException.Kind;
import counterpart.partner.RemoteFile;
import counterpart.partner.sftp.PartnerServer;
import counterpart.receive.Shelf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A shelf on an SFTP server. */
final class SftpShelf implements Shelf {
    private final PartnerServer server;

    SftpShelf(PartnerServer server) {
        this.server = server;
    }

    @Override
    public Contents look(String directory) {
        PartnerServer.Listing listing = server.list(directory);
        return new Contents(listing.files(), listing.badlyNamed(), listing.notFiles());
    }

    @Override
    public boolean fetch(String directory, RemoteFile file, OutputStream to) throws IOException {
        if (!isStillThere(directory, file)) {
            return false;
        }
        try {
            long bytes = server.read(directory, file.name(), to, file.bytes());
            return bytes == file.bytes() && isStillThere(directory, file);
        } catch (PartnerServerException e) {
            if (e.kind() == Kind.PROTOCOL && !isStillThere(directory, file)) {
                return false; // it grew while it was read
            }
            throw e;
        }
    }

    @Override
    public Optional<String> shortText(String directory, String name, int atMost) {
        return server.stat(directory, name).map(file -> {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            try {
                server.readStart(directory, name, text, atMost);
            } catch (IOException e) {
                throw new UncheckedIOException("memory takes all bytes", e);
            }
            return text.toString(StandardCharsets.UTF_8);
        });
    }

    @Override
    public boolean move(String directory, String name, String toDirectory, String toName) {
        boolean there = server.stat(directory, name).isPresent();
        if (there) {
            server.move(directory, name, toDirectory, toName);
        }
        return there;
    }

    @Override
    public void close() {
        server.close();
    }

    private boolean isStillThere(String directory, RemoteFile file) {
        return server.stat(directory, file.name()).filter(file::equals).isPresent();
    }
}
