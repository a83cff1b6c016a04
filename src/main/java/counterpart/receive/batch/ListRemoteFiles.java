package counterpart.receive.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.partner.Completeness;
import counterpart.partner.Configuration;
import counterpart.partner.Feed;
import counterpart.partner.Partner;
import counterpart.partner.RemoteFile;
import counterpart.receive.Shelf;
import counterpart.receive.Shelves;
import counterpart.receive.SortedFiles;
import counterpart.receive.Waiter;
import counterpart.receive.jdbc.JdbcExpectations;
import counterpart.receive.jdbc.JdbcSightings;
import counterpart.receive.jdbc.Poll;
import counterpart.receive.jdbc.Sighted.Fate;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at a feed's directory and writes down which files are complete, which are not, and which are nobody's. */
final class ListRemoteFiles implements StepWork {
    private static final Logger LOG = LoggerFactory.getLogger(ListRemoteFiles.class);

    private final Configuration configuration;
    private final Shelves shelves;
    private final JdbcSightings sightings;
    private final JdbcExpectations expectations;
    private final TransactionTemplate transaction;
    private final Waiter waiter;
    private final Clock clock;

    ListRemoteFiles(
            Configuration configuration,
            Shelves shelves,
            JdbcSightings sightings,
            JdbcExpectations expectations,
            TransactionTemplate transaction,
            Waiter waiter,
            Clock clock) {
        this.configuration = configuration;
        this.shelves = shelves;
        this.sightings = sightings;
        this.expectations = expectations;
        this.transaction = transaction;
        this.waiter = waiter;
        this.clock = clock;
    }

    @Override
    public Counts run(JobKeys keys, Progress progress) throws InterruptedException {
        Poll poll = Polls.of(keys);
        Partner partner = configuration.partner(poll.feed().partner());
        Feed feed = configuration.feed(poll.feed());
        expect(poll, partner, feed);
        progress.told("looking at " + poll.feed(), 0, 0);
        Instant now = clock.instant();
        Shelf.Contents contents = look(partner, feed);
        SortedFiles sorted = SortedFiles.of(contents, partner, feed, now);
        Set<RemoteFile> stable = stable(poll, partner, feed, sorted);
        Map<String, Long> out = new LinkedHashMap<>();
        for (RemoteFile file : sorted.mine()) {
            Optional<Instant> completeAt = stable.contains(file) ? sorted.completeAt(feed, file) : Optional.empty();
            Fate fate = completeAt.isPresent() ? Fate.READY : Fate.WAITING;
            String said = sightings.isDecided(poll, file) ? "known" : fate == Fate.READY ? "ready" : "waiting";
            sightings.see(poll, file, fate, completeAt.orElse(null), marker(feed, file));
            out.merge(said, 1L, Long::sum);
        }
        for (RemoteFile file : sorted.unknown()) {
            sightings.see(poll, file, Fate.UNKNOWN, null, null);
        }
        for (String name : sorted.noFiles()) {
            sightings.see(poll, new RemoteFile(name, 0, Instant.EPOCH), Fate.NOT_A_FILE, null, null);
        }
        out.put("unknown", (long) sorted.unknown().size());
        out.put("noFiles", (long) sorted.noFiles().size());
        out.put("others", (long) sorted.others());
        LOG.info(
                "step=listRemoteFiles feed={} date={} poll={} entries={} out={}",
                poll.feed(),
                poll.businessDate(),
                poll.number(),
                contents.size(),
                out);
        return new Counts(contents.size(), out);
    }

    private void expect(Poll poll, Partner partner, Feed feed) {
        transaction.executeWithoutResult(status -> {
            if (feed.due() != null) {
                expectations.expect(partner, poll.feed(), feed.due(), poll.businessDate());
            }
            expectations.review(poll.feed(), clock.instant());
        });
    }

    /** A session a look: a session that waits between two looks is one that a server closes. */
    private Shelf.Contents look(Partner partner, Feed feed) {
        try (Shelf shelf = shelves.open(partner.id())) {
            return shelf.look(feed.directory());
        }
    }

    /** The feed's files that stay as they are over as many looks as the feed asks for; all, when it uses markers. */
    private Set<RemoteFile> stable(Poll poll, Partner partner, Feed feed, SortedFiles sorted)
            throws InterruptedException {
        Set<RemoteFile> stable = new HashSet<>(sorted.mine());
        if (feed.completeness() instanceof Completeness.Stable rule) {
            boolean undecided = sorted.mine().stream().anyMatch(file -> !sightings.isDecided(poll, file));
            for (int look = 1; undecided && look < rule.looks(); look++) {
                waiter.await(rule.apart());
                stable.retainAll(look(partner, feed).files());
            }
        }
        return stable;
    }

    private static @Nullable String marker(Feed feed, RemoteFile file) {
        return feed.completeness().companionOf(file.name()).orElse(null);
    }
}
