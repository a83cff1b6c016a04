package counterpart.partner;

import counterpart.model.PartnerId;
import java.nio.file.Path;
import java.util.List;

/** Where our answers go: a directory on a partner's server. */
public interface RemoteInbox {
    /**
     * Puts a file there so that the partner never sees a part of it: it is written under a temporary name, renamed, and
     * its size read back. Doing it again with the same bytes is allowed and sends nothing.
     *
     * @param directory absolute directory on the partner's server; it must exist
     * @param fileName plain name, without a slash
     * @throws PartnerServerException when the server cannot be reached, is not the one that was pinned, refuses us or
     *     breaks off; and of kind CONFLICT when other bytes lie there under this name
     */
    RemotePlace put(PartnerId partner, String directory, String fileName, Path content);

    /**
     * Puts files there in their order, each under its own name and as {@link #put} does; what fails keeps those behind it
     * from being sent. An inbox on a server sends all of them in one session.
     *
     * @return the files' places, in their order
     */
    default List<RemotePlace> putAll(PartnerId partner, String directory, List<Path> files) {
        return files.stream()
                .map(file -> put(partner, directory, String.valueOf(file.getFileName()), file))
                .toList();
    }
}
