package counterpart.receive;

import counterpart.finding.Outcome;
import counterpart.model.FeedId;
import counterpart.model.FileId;
import counterpart.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;

/**
 * Where files in our custody lie, byte for byte as they came. All bytes go in and out as streams under a key id, so that
 * keeping them encrypted is this interface's business and nobody else's.
 */
public interface Landing {
    /** The key id of bytes that are kept as they are. */
    String NO_KEY = "none";

    /** Writes a partner's bytes to a stream. */
    @FunctionalInterface
    interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Bytes that are durable here under a temporary name.
     *
     * @param temporary name of the temporary file
     * @param clearSha digest of the unpacked bytes; equal to {@code receivedSha} when they were not packed or cannot be
     *     unpacked
     */
    record Landed(String temporary, Sha256 receivedSha, Sha256 clearSha, long bytes) {}

    /** Id of the key under which new files are kept. */
    String keyId();

    /**
     * Refuses a file that would fill the disk, before a byte of it is fetched.
     *
     * @throws IOException naming the folder, what is free and what is needed
     */
    void requireRoom(long bytes) throws IOException;

    /** Takes bytes in: temporary name, digests, all written through to the disk. */
    Landed land(FeedId feed, Source source) throws IOException;

    /** Gives landed bytes their final place, atomically. */
    void keep(Landed landed, FileId id) throws IOException;

    /** Throws landed bytes away, as for a duplicate. */
    void discard(Landed landed) throws IOException;

    /** Throws away what attempts that were cut short left of this feed. */
    void discardLeftovers(FeedId feed) throws IOException;

    /** Throws away what no ledger knows: files that were kept by a process that ended before it wrote the ledger. */
    void sweep(Set<FileId> known) throws IOException;

    /**
     * Sees that the file still has the bytes that were taken in.
     *
     * @throws IOException when it has not, in words for an operator
     */
    void requireUnchanged(ReceivedFile file) throws IOException;

    /**
     * The file's unpacked bytes, packed or not being told by content and not by name; or why they cannot be unpacked
     * (F-002). The stream proves at its end that these are the bytes that were taken in, and throws an
     * {@link IOException} when they are not.
     */
    Outcome<InputStream> openClear(ReceivedFile file) throws IOException;
}
