package counterpart.books;

import java.util.regex.Pattern;

/**
 * What the books may use of the machine.
 *
 * @param memoryLimit most that DuckDB keeps in memory, for example {@code 1GB}
 * @param threads threads that DuckDB works with
 * @param spillLimit most that DuckDB writes to its private folder under the home's temp, for example {@code 20GB}
 */
public record BooksSettings(String memoryLimit, int threads, String spillLimit) {
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,6}(MB|GB)");

    private static final int THREADS = 2;
    private static final String SPILL = "20GB";
    private static final long LEAST_MEGABYTES = 256;
    private static final long MEGABYTE = 1024L * 1024;

    /**
     * Memory beside the heap, half as much as the heap may grow to: so one setting bounds the whole process, and
     * what does not fit is spilled. Never less than {@value #LEAST_MEGABYTES} MB, below which no check across a large
     * file gets through.
     */
    public static BooksSettings besideHeap() {
        long megabytes = Math.max(LEAST_MEGABYTES, Runtime.getRuntime().maxMemory() / MEGABYTE / 2);
        return new BooksSettings(megabytes + "MB", THREADS, SPILL);
    }

    /** @throws IllegalArgumentException when a size is not written like 512MB or 1GB, or there is no thread */
    public BooksSettings {
        if (!SIZE.matcher(memoryLimit).matches() || !SIZE.matcher(spillLimit).matches()) {
            throw new IllegalArgumentException("sizes are written like 512MB or 1GB");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("the books need at least one thread");
        }
    }
}
