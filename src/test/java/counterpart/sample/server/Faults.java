package counterpart.sample.server;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What a {@link FaultySftpServer} does wrong at present; set by the test's thread, read by the server's. */
final class Faults {
    private static final long NO_LIMIT = Long.MAX_VALUE;

    final AtomicLong readable = new AtomicLong(NO_LIMIT);
    final AtomicLong writable = new AtomicLong(NO_LIMIT);
    volatile boolean refuseRename;
    volatile boolean cutAfterRename;
    volatile boolean loseAfterRename;
    volatile boolean pretendToWrite;
    volatile @Nullable Path growing;

    void heal() {
        readable.set(NO_LIMIT);
        writable.set(NO_LIMIT);
        refuseRename = false;
        cutAfterRename = false;
        loseAfterRename = false;
        pretendToWrite = false;
        growing = null;
    }

    /** Takes from what is left of a limit, at most what is wanted. */
    static int take(AtomicLong limit, int wanted) {
        long before = limit.getAndUpdate(left -> left - Math.min(left, wanted));
        return (int) Math.min(before, wanted);
    }
}
