package counterpart.receive;

import counterpart.partner.PartnerServerException;
import counterpart.partner.RemoteFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** The place on a partner's server where its files wait for us. Every failure there is a {@link PartnerServerException}. */
public interface Shelf extends AutoCloseable {
    /**
     * What lies in a directory.
     *
     * @param files regular files, by name
     * @param badlyNamed regular files whose names cannot be used; they carry a name that may be shown
     * @param notFiles names of everything else, as they may be shown
     */
    record Contents(List<RemoteFile> files, List<RemoteFile> badlyNamed, List<String> notFiles) {
        public Contents {
            files = List.copyOf(files);
            badlyNamed = List.copyOf(badlyNamed);
            notFiles = List.copyOf(notFiles);
        }

        /** How many entries there are. */
        public int size() {
            return files.size() + badlyNamed.size() + notFiles.size();
        }
    }

    Contents look(String directory);

    /**
     * Copies a file's bytes.
     *
     * @param file the file as it was seen
     * @return whether it was the same file, by size and time, before and after; if not, the bytes are worth nothing
     * @throws IOException when our own side cannot be written
     */
    boolean fetch(String directory, RemoteFile file, OutputStream to) throws IOException;

    /**
     * A short file as text.
     *
     * @param atMost bytes, of which a longer file is cut
     * @return none when it is not there
     */
    Optional<String> shortText(String directory, String name, int atMost);

    /**
     * Gives a file another place; a failure of kind CONFLICT says that a file lies there. Answers whether it was there
     * to be moved.
     */
    boolean move(String directory, String name, String toDirectory, String toName);

    @Override
    void close();
}
