package counterpart.receive;

/**
 * How large a partner's file may be.
 *
 * @param largestReceived bytes as they come
 * @param largestClear bytes after unpacking
 * @param largestRatio clear bytes to one received byte, looked at beyond 16 MiB
 */
public record Limits(long largestReceived, long largestClear, int largestRatio) {
    private static final long GIB = 1L << 30;

    public static final Limits DEFAULT = new Limits(4 * GIB, 32 * GIB, 200);

    public Limits {
        if (largestReceived < 1 || largestClear < 1 || largestRatio < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }
}
