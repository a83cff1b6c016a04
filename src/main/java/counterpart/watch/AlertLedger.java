package counterpart.watch;

import java.util.Collection;
import java.util.List;

/** Which alerts stand, and which channels know. Each change stands when the call returns. */
public interface AlertLedger {
    /** An alert with its number in the ledger. */
    record Entry(long number, Attention what) {}

    /** What a channel does not know yet. */
    record News(List<Entry> raised, List<Entry> resolved) {
        public News {
            raised = List.copyOf(raised);
            resolved = List.copyOf(resolved);
        }
    }

    /** Alerts whose cause stands, oldest first. */
    List<Entry> open();

    /** Notes causes that appeared and causes that are gone, together. */
    void change(List<Attention> raised, Collection<Entry> resolved);

    /** Alerts that stand and that the channel was not told of; alerts that it was told of and that are resolved since. */
    News newsFor(String channel);

    /** Notes that the channel has taken the news. */
    void told(String channel, News news);
}
