package counterpart.receive;

import counterpart.model.FeedId;
import java.time.LocalDate;

/** Tells what a collect did, from what it wrote down. */
public interface CollectSummaries {
    /** A collect that never ran saw nothing. */
    CollectSummary of(FeedId feed, LocalDate businessDate, String poll);
}
