package counterpart.receive.batch;

import counterpart.control.batch.JobKeys;
import counterpart.model.FeedId;
import counterpart.receive.jdbc.Poll;

/** Reads the keys of the collect job. */
final class Polls {
    private Polls() {}

    static Poll of(JobKeys keys) {
        return new Poll(FeedId.of(keys.text("feed")), keys.date("businessDate"), keys.text("poll"));
    }
}
