package counterpart.reconcile.batch;

import counterpart.books.ActiveLoad;
import counterpart.books.Books;
import counterpart.model.FeedId;
import counterpart.model.Sha256;
import counterpart.partner.Configuration;
import counterpart.partner.Partnership;
import counterpart.receive.Custody;
import counterpart.reconcile.ControlTotalsCheck;
import counterpart.reconcile.ReconciledBooks;
import counterpart.reconcile.book.BreakBook;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reconciliation rests on. Where nothing of it changed since the last one, and no day has passed that changes the
 * answer by itself, the last one still holds and its work is not done again.
 */
final class Basis {
    private final Books books;
    private final BreakBook breaks;
    private final Custody custody;
    private final Configuration configuration;

    Basis(Books books, BreakBook breaks, Custody custody, Configuration configuration) {
        this.books = books;
        this.breaks = breaks;
        this.custody = custody;
        this.configuration = configuration;
    }

    /** The reconciliation that still holds, or none when the work is to be done. */
    Optional<ReconciledBooks> standing(Reconciling job) {
        return breaks.latest(job.partnership().id()).filter(latest -> latest.holds(digest(job), job.asOf()));
    }

    /** Digest of the loads, of every file's totals and of the terms by which they are held against each other. */
    String digest(Reconciling job) {
        Partnership terms = job.partnership();
        List<String> files =
                ControlTotalsCheck.judged(
                                new CustodyTotals(custody, configuration, Map.of()).of(configuration.feedsOf(terms)))
                        .stream()
                        .map(Object::toString)
                        .sorted()
                        .toList();
        String text = Stream.of(
                        job.booksHash(),
                        terms.left(),
                        terms.right(),
                        terms.books(),
                        terms.claimsLedger(),
                        terms.pharmacyLedger(),
                        terms.roster(),
                        terms.memberMonthRule(),
                        files)
                .map(Objects::toString)
                .reduce("", (before, next) -> before + next + '\n');
        return Sha256.of(text).value();
    }

    /** The last day on which the answer is the same: until a matter of timing ends, or a load for a later day counts. */
    @Nullable
    LocalDate holdsUntil(Reconciling job, @Nullable LocalDate timing) {
        List<FeedId> feeds = job.partnership().feeds();
        Optional<LocalDate> nextLoad = books.active().stream()
                .filter(load -> feeds.contains(load.feed()))
                .map(ActiveLoad::asOf)
                .filter(day -> day.isAfter(job.asOf()))
                .min(Comparator.naturalOrder())
                .map(day -> day.minusDays(1));
        return Stream.concat(nextLoad.stream(), Stream.ofNullable(timing))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
