package counterpart.receive.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.model.FileId;
import counterpart.partner.Completeness;
import counterpart.partner.Configuration;
import counterpart.partner.Feed;
import counterpart.receive.ControlFile;
import counterpart.receive.Landing;
import counterpart.receive.Limits;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Shelf;
import counterpart.receive.Shelves;
import counterpart.receive.jdbc.JdbcSightings;
import counterpart.receive.jdbc.JdbcTaking;
import counterpart.receive.jdbc.Poll;
import counterpart.receive.jdbc.Sighted;
import counterpart.receive.jdbc.Sighted.Fate;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the complete files into custody. The order keeps every file: its bytes are durable in the landing before the
 * ledger knows it, and the ledger knows it before anything changes on the partner's server.
 */
final class TakeCustody implements StepWork {
    private static final Logger LOG = LoggerFactory.getLogger(TakeCustody.class);

    /** A control file is one line; a name on a server has 255 characters at most. */
    private static final int LONGEST_CONTROL_FILE = 1024;

    private final Configuration configuration;
    private final Shelves shelves;
    private final Landing landing;
    private final JdbcSightings sightings;
    private final JdbcTaking taking;
    private final Limits limits;

    TakeCustody(
            Configuration configuration,
            Shelves shelves,
            Landing landing,
            JdbcSightings sightings,
            JdbcTaking taking,
            Limits limits) {
        this.configuration = configuration;
        this.shelves = shelves;
        this.landing = landing;
        this.sightings = sightings;
        this.taking = taking;
        this.limits = limits;
    }

    /** The file changed on the server while it was copied. */
    private static final class Changed extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Counts run(JobKeys keys, Progress progress) throws IOException {
        Poll poll = Polls.of(keys);
        Feed feed = configuration.feed(poll.feed());
        landing.discardLeftovers(poll.feed());
        List<Sighted> ready = sightings.seenIn(poll).stream()
                .filter(s -> s.fate() == Fate.READY)
                .toList();
        Map<String, Long> out = new LinkedHashMap<>();
        for (int i = 0; i < ready.size(); i++) {
            progress.told("fetching from " + poll.feed(), i, ready.size());
            out.merge(takeOne(poll, feed, ready.get(i)), 1L, Long::sum);
        }
        LOG.info(
                "step=takeCustody feed={} date={} poll={} ready={} out={}",
                poll.feed(),
                poll.businessDate(),
                poll.number(),
                ready.size(),
                out);
        return new Counts(ready.size(), out);
    }

    private String takeOne(Poll poll, Feed feed, Sighted sighted) throws IOException {
        if (sighted.remote().bytes() > limits.largestReceived()) {
            sightings.decide(poll, sighted, Fate.TOO_LARGE, null);
            return "tooLarge";
        }
        landing.requireRoom(sighted.remote().bytes());
        Landing.Landed landed;
        ControlFile beside;
        try (Shelf shelf = shelves.open(poll.feed().partner())) {
            landed = landing.land(poll.feed(), out -> {
                if (!shelf.fetch(feed.directory(), sighted.remote(), out)) {
                    throw new Changed();
                }
            });
            beside = beside(shelf, feed, sighted);
        } catch (Changed e) {
            sightings.see(poll, sighted.remote(), Fate.WAITING, null, sighted.marker());
            return "changed";
        }
        Optional<ReceivedFile> same = taking.findByContent(poll.feed(), landed.clearSha());
        if (same.isPresent()) {
            taking.repeat(poll, sighted, beside, same.get());
            landing.discard(landed);
            return "duplicate";
        }
        FileId id = taking.nextId();
        landing.keep(landed, id);
        ReceivedFile file = taking.take(poll, sighted, landed, beside, id, landing.keyId());
        LOG.info(
                "file={} feed={} bytes={} sha256={} arrived={}",
                id,
                poll.feed(),
                file.bytes(),
                file.clearSha(),
                file.arrivedAt());
        return "taken";
    }

    /** What the control file beside a file states; none for a feed without such files. */
    private static @Nullable ControlFile beside(Shelf shelf, Feed feed, Sighted sighted) {
        String name = sighted.marker();
        if (name == null || !(feed.completeness() instanceof Completeness.Control)) {
            return null;
        }
        return shelf.shortText(feed.directory(), name, LONGEST_CONTROL_FILE)
                .map(text -> ControlFile.read(text, sighted.remote().name()))
                .orElse(ControlFile.UNREADABLE);
    }
}
