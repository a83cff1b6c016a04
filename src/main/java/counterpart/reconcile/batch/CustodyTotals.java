package counterpart.reconcile.batch;

import counterpart.model.FeedId;
import counterpart.model.FileHeader;
import counterpart.partner.Configuration;
import counterpart.partner.Feed;
import counterpart.receive.Custody;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import counterpart.reconcile.FileTotals;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes files' totals from the custody ledger, and what the books hold of them from the books. The files of a feed that counts
 * in another feed's books are among them when their feed is asked for (R1 asks for all that a partnership lives on): they
 * state totals of their own, and their loads lie in those books under their own ids.
 */
final class CustodyTotals implements FileTotals.Source {
    /** Beyond so many files back nothing is reconciled any more. */
    private static final int FILES_BACK = 20_000;

    private static final String CHANGES = "CHG";
    private static final Set<FileState> JUDGED = Set.of(FileState.LOADED, FileState.HELD, FileState.REFUSED);

    private final Custody custody;
    private final Configuration configuration;
    private final Map<String, FileTotals.InBooks> loads;

    /** @param loads what the books hold, by load id */
    CustodyTotals(Custody custody, Configuration configuration, Map<String, FileTotals.InBooks> loads) {
        this.custody = custody;
        this.configuration = configuration;
        this.loads = Map.copyOf(loads);
    }

    @Override
    public List<FileTotals> of(List<FeedId> feeds) {
        return custody.latest(FILES_BACK).stream()
                .filter(past -> feeds.contains(past.file().feed()))
                .filter(past -> JUDGED.contains(past.file().state()))
                .map(past -> past.settlement().map(settlement -> totals(past.file(), settlement)))
                .flatMap(Optional::stream)
                .toList();
    }

    private FileTotals totals(ReceivedFile file, Settlement settlement) {
        return new FileTotals(
                file.feed(),
                slot(file, settlement.header()),
                part(file, settlement.header()),
                FileTotals.State.valueOf(file.state().name()),
                file.arrivedAt().toEpochMilli(),
                settlement.declared(),
                settlement.computed(),
                settlement.rowsAccepted(),
                settlement.rowsRejected(),
                loads.get(file.loadId().value()));
    }

    /** Files of changes, and those of a feed that keeps each of them, stand beside each other. */
    private @Nullable String part(ReceivedFile file, FileHeader header) {
        boolean addsUp =
                CHANGES.equals(header.mode()) || configuration.feed(file.feed()).slot() == Feed.Slot.FILE;
        if (!addsUp) {
            return null;
        }
        return header.sequenceNumber() == null
                ? Objects.requireNonNullElse(header.fileId(), file.remoteName())
                : "no. " + header.sequenceNumber();
    }

    private String slot(ReceivedFile file, FileHeader header) {
        boolean byDay = configuration.feed(file.feed()).slot() == Feed.Slot.AS_OF;
        if (!byDay && header.periodFrom() != null && header.periodTo() != null) {
            return header.periodFrom() + ".." + header.periodTo();
        }
        return header.asOfDate() == null
                ? Objects.requireNonNullElse(header.fileId(), file.remoteName())
                : header.asOfDate().toString();
    }
}
