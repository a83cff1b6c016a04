package counterpart.partner;

/**
 * Where a file now lies on a partner's server.
 *
 * @param path its full path there
 * @param bytes its size, as the server said it after the file had its final name
 */
public record RemotePlace(String path, long bytes) {
    public RemotePlace {
        if (path.isBlank()) {
            throw new IllegalArgumentException("a remote place needs a path");
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("a size is not negative");
        }
    }
}
