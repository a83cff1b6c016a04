package counterpart.receive.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.partner.Configuration;
import counterpart.partner.Feed;
import counterpart.partner.PartnerServerException;
import counterpart.partner.PartnerServerException.Kind;
import counterpart.receive.Shelf;
import counterpart.receive.Shelves;
import counterpart.receive.jdbc.JdbcSightings;
import counterpart.receive.jdbc.JdbcSightings.Tidied;
import counterpart.receive.jdbc.Poll;
import counterpart.receive.jdbc.Sighted;
import counterpart.receive.jdbc.Sighted.Fate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the files that the ledger knows out of the partner's outbox, where the partner wants that. A server that refuses
 * costs a warning: the file stays, and the ledger keeps it from being taken twice.
 */
final class TidyRemote implements StepWork {
    private static final Logger LOG = LoggerFactory.getLogger(TidyRemote.class);
    private static final Set<Kind> OURS_TO_SOLVE = EnumSet.of(Kind.HOST_KEY, Kind.AUTHENTICATION);

    /** A longer name is no file system's. */
    private static final int LONGEST_NAME = 255;

    private final Configuration configuration;
    private final Shelves shelves;
    private final JdbcSightings sightings;

    TidyRemote(Configuration configuration, Shelves shelves, JdbcSightings sightings) {
        this.configuration = configuration;
        this.shelves = shelves;
        this.sightings = sightings;
    }

    @Override
    public Counts run(JobKeys keys, Progress progress) {
        Poll poll = Polls.of(keys);
        Feed feed = configuration.feed(poll.feed());
        String processed = feed.processedDirectory();
        if (processed == null) {
            return Counts.none();
        }
        sightings.tidiedBefore(poll);
        List<Sighted> known = sightings.seenIn(poll).stream()
                .filter(s -> s.fate() == Fate.TAKEN || s.fate() == Fate.DUPLICATE)
                .toList();
        if (known.isEmpty()) {
            return Counts.none();
        }
        Map<String, Long> out = new LinkedHashMap<>();
        try (Shelf shelf = shelves.open(poll.feed().partner())) {
            for (Sighted sighted : known) {
                Tidied how = tidy(shelf, poll, feed.directory(), processed, sighted);
                sightings.tidied(sighted, how);
                out.merge(how == Tidied.MOVED ? "moved" : "refused", 1L, Long::sum);
            }
        }
        LOG.info(
                "step=tidyRemote feed={} date={} poll={} known={} out={}",
                poll.feed(),
                poll.businessDate(),
                poll.number(),
                known.size(),
                out);
        return new Counts(known.size(), out);
    }

    /** The marker goes first: a marker that stays behind would call the next file of this name complete. */
    private static Tidied tidy(Shelf shelf, Poll poll, String directory, String processed, Sighted sighted) {
        try {
            if (sighted.marker() != null) {
                move(shelf, directory, sighted.marker(), processed, sighted);
            }
            move(shelf, directory, sighted.remote().name(), processed, sighted);
            return Tidied.MOVED;
        } catch (PartnerServerException e) {
            if (OURS_TO_SOLVE.contains(e.kind())) {
                throw e;
            }
            LOG.warn(
                    "step=tidyRemote feed={} file={} kind={} problem=\"{}\"",
                    poll.feed(),
                    sighted.file(),
                    e.kind(),
                    e.getMessage());
            return Tidied.REFUSED;
        }
    }

    /** A name that is taken there already belongs to an earlier file of this name: ours gets its numbers added. */
    private static void move(Shelf shelf, String directory, String name, String processed, Sighted sighted) {
        try {
            shelf.move(directory, name, processed, name);
        } catch (PartnerServerException e) {
            if (e.kind() != Kind.CONFLICT) {
                throw e;
            }
            String numbers = "." + sighted.file() + "-" + sighted.number();
            String start = name.substring(0, Math.min(name.length(), LONGEST_NAME - numbers.length()));
            shelf.move(directory, name, processed, start + numbers);
        }
    }
}
