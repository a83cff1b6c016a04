package counterpart.operate;

import counterpart.model.FeedId;
import counterpart.partner.Configuration;
import counterpart.receive.ReceivedFile;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The order in which a night reads files, by when they arrived and not by when we fetched them, so that a backlog is read
 * as it would have been night by night: days of the partner's zone in order; within a day eligibility before claims, for
 * claims are checked against coverage; of files that came in one instant, those of changes after those that they change;
 * at last by name.
 */
final class ReadingOrder implements Comparator<ReceivedFile> {
    private final Configuration configuration;
    private final Comparator<ReceivedFile> order;

    /** The files in order; those of feeds that are not configured, which cannot be read, are the last. */
    static List<ReceivedFile> of(List<ReceivedFile> files, Configuration configuration) {
        Stream<ReceivedFile> known =
                files.stream().filter(file -> configuration.has(file.feed())).sorted(new ReadingOrder(configuration));
        return Stream.concat(known, files.stream().filter(file -> !configuration.has(file.feed())))
                .toList();
    }

    private ReadingOrder(Configuration configuration) {
        this.configuration = configuration;
        order = Comparator.comparing(this::arrivalDay)
                .thenComparing(file -> configuration.feed(file.feed()).content())
                .thenComparing(ReceivedFile::arrivedAt)
                .thenComparing(this::countsInAnothersBooks)
                .thenComparing(ReceivedFile::remoteName);
    }

    @Override
    public int compare(ReceivedFile one, ReceivedFile other) {
        return order.compare(one, other);
    }

    private LocalDate arrivalDay(ReceivedFile file) {
        return LocalDate.ofInstant(
                file.arrivedAt(), configuration.partner(file.feed().partner()).zone());
    }

    private boolean countsInAnothersBooks(ReceivedFile file) {
        FeedId feed = file.feed();
        return !configuration.booksOf(feed).equals(feed);
    }
}
