package counterpart.partner.sftp;

import counterpart.partner.PartnerServerException;
import counterpart.partner.PartnerServerException.Kind;
import counterpart.partner.RemoteFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.integration.sftp.session.DefaultSftpSessionFactory;
import org.springframework.integration.sftp.session.SftpSession;

/**
 * One session on a partner's server. Each wait is bounded. Every failure is a {@link PartnerServerException}. Not for
 * several threads at a time.
 */
public final class PartnerServer implements AutoCloseable {
    /** Entries of one directory beyond which it is not read. */
    static final int LARGEST_DIRECTORY = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(PartnerServer.class);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final DefaultSftpSessionFactory factory;
    private final SftpSession session;
    private final SftpClient client;
    private final Failures failures;

    /**
     * What a directory holds.
     *
     * @param files its regular files, by name
     * @param badlyNamed regular files whose names are no plain names; they carry a name that may be shown
     * @param notFiles names of everything else (links, directories, devices), as they may be shown
     */
    public record Listing(List<RemoteFile> files, List<RemoteFile> badlyNamed, List<String> notFiles) {
        public Listing {
            files = List.copyOf(files);
            badlyNamed = List.copyOf(badlyNamed);
            notFiles = List.copyOf(notFiles);
        }
    }

    PartnerServer(DefaultSftpSessionFactory factory, SftpSession session, Failures failures) {
        this.factory = factory;
        this.session = session;
        this.client = session.getClientInstance();
        this.failures = failures;
    }

    /** Reads a directory. Links are not followed. A directory of more than 20,000 entries is refused. */
    public Listing list(String directory) {
        List<RemoteFile> files = new ArrayList<>();
        List<RemoteFile> badlyNamed = new ArrayList<>();
        List<String> notFiles = new ArrayList<>();
        doing("to list " + directory, () -> {
            int entries = 0;
            for (DirEntry entry : client.readDir(directory)) {
                if (++entries > LARGEST_DIRECTORY) { // whatever they are called: a server may repeat itself for ever
                    throw failures.protocol(directory + " has more than " + LARGEST_DIRECTORY
                            + " entries and was not read. Next: ask the partner to empty it.");
                }
                String name = entry.getFilename();
                if (name.equals(".") || name.equals("..")) {
                    continue;
                }
                if (!entry.getAttributes().isRegularFile()) {
                    notFiles.add(RemoteNames.shown(name));
                } else if (RemoteNames.isPlain(name)) {
                    files.add(file(name, entry.getAttributes()));
                } else {
                    badlyNamed.add(file(RemoteNames.shown(name), entry.getAttributes()));
                }
            }
            return entries;
        });
        files.sort(Comparator.comparing(RemoteFile::name));
        return new Listing(files, badlyNamed, notFiles);
    }

    /** The regular file of this name; none when nothing is there. Anything but a regular file is refused. */
    public Optional<RemoteFile> stat(String directory, String name) {
        String path = RemoteNames.joined(directory, name);
        try {
            Attributes attributes = client.lstat(path);
            if (!attributes.isRegularFile()) {
                throw failures.protocol(RemoteNames.shown(path) + " is not a regular file and was left alone.");
            }
            return Optional.of(file(name, attributes));
        } catch (IOException e) {
            PartnerServerException failure = failures.of("to look at " + RemoteNames.shown(path), e);
            if (failure.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /**
     * Copies a file's bytes.
     *
     * @param atMost bytes beyond which the copy breaks off as a protocol failure
     * @throws IOException when our own side cannot be written
     */
    public long read(String directory, String name, OutputStream to, long atMost) throws IOException {
        String path = RemoteNames.joined(directory, name);
        String act = "to read " + RemoteNames.shown(path);
        InputStream from = doing(act, () -> client.read(path));
        try (RemoteStream stream = new RemoteStream(from, act, failures, atMost)) {
            return stream.transferTo(to);
        }
    }

    /**
     * Copies the beginning of a file, or all of a shorter one.
     *
     * @throws IOException when our own side cannot be written
     */
    public void readStart(String directory, String name, OutputStream to, int bytes) throws IOException {
        String path = RemoteNames.joined(directory, name);
        String act = "to read " + RemoteNames.shown(path);
        InputStream from = doing(act, () -> client.read(path));
        try (RemoteStream stream = new RemoteStream(from, act, failures, Long.MAX_VALUE)) {
            to.write(stream.readNBytes(bytes));
        }
    }

    /** Gives a file another place on the same server; refused when something lies there. */
    public void move(String directory, String name, String toDirectory, String toName) {
        String from = RemoteNames.joined(directory, name);
        String to = RemoteNames.joined(toDirectory, toName);
        if (stat(toDirectory, toName).isPresent()) {
            throw failures.conflict(RemoteNames.shown(to));
        }
        doing("to move " + RemoteNames.shown(from) + " to " + RemoteNames.shown(to), () -> {
            client.rename(from, to);
            return to;
        });
    }

    /** Takes a file away. */
    public void remove(String directory, String name) {
        String path = RemoteNames.joined(directory, name);
        doing("to remove " + RemoteNames.shown(path), () -> {
            client.remove(path);
            return path;
        });
    }

    /** Sends a local file's bytes under a name, replacing what an earlier attempt left under it. */
    void write(String directory, String name, Path content) throws IOException {
        String path = RemoteNames.joined(directory, name);
        try (InputStream from = Files.newInputStream(content)) {
            doing("to write " + RemoteNames.shown(path), () -> {
                session.write(from, path);
                return path;
            });
        }
    }

    PartnerServerException conflict(String path) {
        return failures.conflict(path);
    }

    PartnerServerException protocol(String sentence) {
        return failures.protocol(sentence);
    }

    @Override
    public void close() {
        try {
            session.close();
            client.getClientSession().close(false).await(GOODBYE);
        } catch (IOException | RuntimeException e) {
            LOG.debug("server={} the session ended untidily", client, e);
        } finally {
            factory.destroy();
        }
    }

    private static RemoteFile file(String name, Attributes attributes) {
        Instant modified = attributes.getModifyTime() == null
                ? Instant.EPOCH
                : attributes.getModifyTime().toInstant();
        return new RemoteFile(name, attributes.getSize(), modified);
    }

    private interface RemoteAct<T> {
        T run() throws IOException;
    }

    private <T> T doing(String act, RemoteAct<T> work) {
        try {
            return work.run();
        } catch (PartnerServerException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw failures.of(act, e);
        }
    }
}
