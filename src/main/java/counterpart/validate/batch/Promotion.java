package counterpart.validate.batch;

import counterpart.books.ActiveLoad;
import counterpart.books.Books;
import counterpart.model.FeedId;
import counterpart.model.FileHeader;
import counterpart.model.FileId;
import counterpart.model.LoadId;
import counterpart.partner.Configuration;
import counterpart.partner.Feed;
import counterpart.receive.Custody;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** Makes a published load count, in the slot that its feed's layout gives it. */
final class Promotion {
    private static final String FULL = "FULL";
    private static final String CHANGES = "CHG";

    private final Configuration configuration;
    private final Custody custody;
    private final Books books;

    Promotion(Configuration configuration, Custody custody, Books books) {
        this.configuration = configuration;
        this.custody = custody;
        this.books = books;
    }

    /** The day on which a file came into our keeping, in its partner's zone: the same at every rerun. */
    LocalDate dayTaken(ReceivedFile file) {
        return LocalDate.ofInstant(
                file.takenAt(), configuration.partner(file.feed().partner()).zone());
    }

    /** Puts the file's load into its slot and says so of the file that lay there. Doing it again is allowed. */
    void promote(ReceivedFile file, Feed feed, Settlement settlement) {
        FileHeader header = settlement.header();
        LocalDate asOf = header.asOfDate() == null ? dayTaken(file) : header.asOfDate();
        boolean addsUp = CHANGES.equals(header.mode());
        String slot = switch (addsUp ? Feed.Slot.FILE : feed.slot()) {
            case AS_OF -> asOf.toString();
            case PERIOD -> header.periodFrom() + ".." + header.periodTo();
            case FILE -> file.id().value();
            case FEED -> "feed";
        };
        Optional<LoadId> former = books.activate(new ActiveLoad(
                file.loadId(),
                new FeedId(file.feed().partner(), feed.booksOf()),
                ActiveLoad.slotOf(feed.name(), feed.booksOf(), slot),
                mode(header, feed),
                asOf,
                header.periodFrom(),
                header.periodTo(),
                settlement.rowsAccepted()));
        former.map(LoadId::file).filter(id -> !id.equals(file.id())).ifPresent(id -> supersede(id, file.id()));
    }

    /** Eligibility whose files add up has no newest file that tells all: each is a part. */
    private static String mode(FileHeader header, Feed feed) {
        String said = Objects.requireNonNullElse(header.mode(), FULL);
        boolean addsUp = feed.slot() == Feed.Slot.PERIOD || feed.slot() == Feed.Slot.FILE;
        return feed.content() == Feed.Content.ELIG && addsUp && !said.equals(CHANGES) ? ActiveLoad.PART : said;
    }

    private void supersede(FileId former, FileId by) {
        boolean loaded =
                custody.find(former).filter(f -> f.state() == FileState.LOADED).isPresent();
        if (loaded) {
            custody.supersede(former, by);
        }
    }
}
