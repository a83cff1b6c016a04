package counterpart.partner;

import java.time.Instant;

/**
 * A regular file in a directory of a partner's server. Its name is evidence, never a local path.
 *
 * @param modifiedAt when the server says that it was last written
 */
public record RemoteFile(String name, long bytes, Instant modifiedAt) {}
