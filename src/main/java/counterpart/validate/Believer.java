package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.model.FeedId;
import counterpart.model.FileHeader;
import counterpart.model.PartnerId;
import counterpart.partner.Configuration;
import counterpart.partner.Feed;
import counterpart.partner.FieldMapping;
import counterpart.partner.FileLayout;
import counterpart.partner.FileLayout.RecordLayout;
import counterpart.partner.Partner;
import counterpart.receive.Custody;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides from a file's first record and its name whether it is the file that the feed expects. */
public final class Believer {
    /** How many files back the ledger is asked for sequence numbers. */
    private static final int FILES_REMEMBERED = 500;

    /** The header of a file that says nothing of itself. */
    public static final FileHeader SILENT =
            new FileHeader(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private final Configuration configuration;
    private final Custody custody;

    public Believer(Configuration configuration, Custody custody) {
        this.configuration = configuration;
        this.custody = custody;
    }

    /**
     * @param reader stands before the file's first record; the caller closes it
     * @throws IOException when the bytes cannot be had
     */
    public Belief believe(ReceivedFile file, RecordReader reader) throws IOException {
        Feed feed = configuration.feed(file.feed());
        Partner partner = configuration.partner(file.feed().partner());
        List<Finding> findings = new ArrayList<>(ControlFileCheck.of(custody.controlFile(file.id()))
                .map(check -> check.bytes(file))
                .orElse(List.of()));
        FileHeader said = header(partner.layoutOf(feed), reader, findings);
        FileHeader header = new FileNameFacts(feed.namePattern(), file.remoteName(), feed.mode()).complete(said);
        if (findings.isEmpty()) {
            checkRoute(header, partner, feed, findings);
            checkSlot(header, feed, findings);
            checkHistory(header, file, feed, findings);
        }
        LocalDate day = LocalDate.ofInstant(file.takenAt(), partner.zone());
        return new Belief(header, new AgreedEdits(feed.edits(), day).of(findings));
    }

    private static FileHeader header(FileLayout layout, RecordReader reader, List<Finding> findings)
            throws IOException {
        if (!reader.next()) {
            findings.add(reader.fault().orElseGet(() -> Edits.F003.ofFile("It has no line at all.")));
            return SILENT;
        }
        Optional<RecordLayout> expected = layout.header();
        if (expected.isEmpty()) {
            return SILENT;
        }
        RecordLayout header = expected.get();
        boolean typed = header.type() == null
                || (reader.width() > 0 && header.type().equals(reader.field(0).strip()));
        if (!typed) {
            findings.add(Edits.F004.ofFile("The first record is no header of type " + header.type() + "."));
            return SILENT;
        }
        BoundLayout bound = BoundLayout.byPosition(layout);
        if (reader.width() != bound.width(header)) {
            findings.add(Edits.F004.ofFile(
                    "The header has " + reader.width() + " columns; " + bound.width(header) + " were agreed."));
            return SILENT;
        }
        RowConverter.Converted<FileHeader> read =
                bound.converter(FileHeader.class, header).convert(reader);
        for (Finding fault : read.faults()) {
            findings.add(editOf(fault, header).ofFile("In the header: " + fault.sentence()));
        }
        FileHeader row = read.row();
        return row == null ? SILENT : row;
    }

    /** A version that is not in the layout's list is F-006, a wrong party or kind F-005, anything else F-004. */
    private static Edit editOf(Finding fault, RecordLayout header) {
        String field = header.mappings().values().stream()
                .filter(m -> Objects.equals(m.source(), fault.field()))
                .map(FieldMapping::field)
                .findFirst()
                .orElse("");
        return switch (field) {
            case "layout_version" -> Edits.F006;
            case "sender_id", "receiver_id", "file_type" -> Edits.F005;
            default -> Edits.F004;
        };
    }

    private void checkRoute(FileHeader header, Partner partner, Feed feed, List<Finding> findings) {
        String sender = header.senderId();
        if (sender != null && !sender.equalsIgnoreCase(partner.id().value())) {
            findings.add(Edits.F005.ofFile("The sender is not " + partner.id() + "."));
        }
        String receiver = header.receiverId();
        List<PartnerId> others = counterparts(partner.id());
        if (receiver != null
                && !others.isEmpty()
                && others.stream().noneMatch(p -> p.value().equalsIgnoreCase(receiver))) {
            findings.add(Edits.F005.ofFile("The receiver is none of "
                    + String.join(", ", others.stream().map(PartnerId::value).toList()) + "."));
        }
        String type = header.fileType();
        if (type != null && !type.equalsIgnoreCase(feed.content().name())) {
            findings.add(Edits.F005.ofFile("The kind of file is not " + feed.content() + "."));
        }
        if ("T".equals(header.environment())) {
            findings.add(Edits.F017.ofFile(Edits.F017.what()));
        }
    }

    private List<PartnerId> counterparts(PartnerId partner) {
        return configuration.partnershipsInOrder().stream()
                .filter(p -> p.left().equals(partner) || p.right().equals(partner))
                .map(p -> p.left().equals(partner) ? p.right() : p.left())
                .distinct()
                .toList();
    }

    private static void checkSlot(FileHeader header, Feed feed, List<Finding> findings) {
        if (feed.slot() == Feed.Slot.AS_OF && header.asOfDate() == null) {
            findings.add(Edits.F004.ofFile("Neither header nor name says of which day the file is."));
        }
        if (feed.slot() == Feed.Slot.PERIOD && (header.periodFrom() == null || header.periodTo() == null)) {
            findings.add(Edits.F004.ofFile("Neither header nor name says which period the file covers."));
        }
    }

    private void checkHistory(FileHeader header, ReceivedFile file, Feed feed, List<Finding> findings) {
        String fileId = header.fileId();
        if (fileId != null) {
            custody.findByHeaderFileId(file.feed(), fileId, file.id())
                    .ifPresent(
                            other -> findings.add(Edits.F010.ofFile("The header's file id is that of " + other + ".")));
        }
        if (Belief.isHistory(header)) {
            return;
        }
        Long sequence = header.sequenceNumber();
        Long last = lastSequence(file, feed);
        if (sequence != null && last != null && sequence > last + 1) {
            findings.add(
                    Edits.F012.ofFile("The sequence number is " + sequence + "; the last one seen is " + last + "."));
        }
        if (feed.slot() == Feed.Slot.PERIOD) {
            checkPeriod(header, file.feed(), findings);
        }
        LocalDate asOf = header.asOfDate();
        LocalDate newest = newestFull(file.feed());
        boolean replaceable = feed.slot() == Feed.Slot.AS_OF && "FULL".equals(header.mode());
        if (replaceable && asOf != null && newest != null && asOf.isBefore(newest)) {
            findings.add(Edits.F014.ofFile("The file is of " + asOf + "; the last one loaded is of " + newest + "."));
        }
    }

    /** Held against the newest loaded file that begins before it; a file of the same period replaces and follows nothing. */
    private void checkPeriod(FileHeader header, FeedId feed, List<Finding> findings) {
        LocalDate from = header.periodFrom();
        if (from == null) {
            return;
        }
        LocalDate before = custody.lastLoaded(feed, FILES_REMEMBERED).stream()
                .map(Believer::headerOf)
                .filter(h -> {
                    LocalDate first = h.periodFrom();
                    return first != null && first.isBefore(from);
                })
                .map(FileHeader::periodTo)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
        if (before != null && !before.plusDays(1).equals(from)) {
            findings.add(Edits.F013.ofFile(
                    "The period begins on " + from + "; that of the last file before it ends on " + before + "."));
        }
    }

    /** A refused file leaves no gap, and neither does one whose content we had already: both came. */
    private @Nullable Long lastSequence(ReceivedFile file, Feed feed) {
        Stream<FileHeader> taken = custody.latest(FILES_REMEMBERED).stream()
                .filter(p ->
                        p.file().feed().equals(file.feed()) && !p.file().id().equals(file.id()))
                .map(Believer::headerOf);
        Stream<FileHeader> repeated = custody.duplicateNames(file.feed(), file.arrivedAt()).stream()
                .map(name -> new FileNameFacts(feed.namePattern(), name, feed.mode()).complete(SILENT));
        return Stream.concat(taken, repeated)
                .filter(h -> !Belief.isHistory(h))
                .map(FileHeader::sequenceNumber)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElse(null);
    }

    private @Nullable LocalDate newestFull(FeedId feed) {
        return custody.lastLoaded(feed, FILES_REMEMBERED).stream()
                .map(Believer::headerOf)
                .filter(h -> "FULL".equals(h.mode()))
                .map(FileHeader::asOfDate)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static FileHeader headerOf(PastFile past) {
        return past.settlement().map(Settlement::header).orElse(SILENT);
    }
}
