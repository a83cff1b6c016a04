package counterpart.validate.batch;

import counterpart.books.Books;
import counterpart.books.LoadWriter;
import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.finding.Finding;
import counterpart.finding.Outcome;
import counterpart.model.ControlTotals;
import counterpart.model.FileHeader;
import counterpart.model.FileId;
import counterpart.model.Home;
import counterpart.model.LoadId;
import counterpart.partner.Configuration;
import counterpart.partner.Feed;
import counterpart.partner.FileLayout;
import counterpart.receive.Custody;
import counterpart.receive.FileState;
import counterpart.receive.Landing;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import counterpart.validate.AgreedEdits;
import counterpart.validate.Belief;
import counterpart.validate.Believer;
import counterpart.validate.CheckedRows;
import counterpart.validate.ControlFileCheck;
import counterpart.validate.CoverageGuard;
import counterpart.validate.CoverageLoss;
import counterpart.validate.CoveragePreview;
import counterpart.validate.CrossVerdict;
import counterpart.validate.IntakeNotes;
import counterpart.validate.RecordReader;
import counterpart.validate.RecordReaders;
import counterpart.validate.RejectedReferences;
import counterpart.validate.RowCheck;
import counterpart.validate.Settling;
import counterpart.validate.ValidatedFile;
import counterpart.validate.book.AbsenceCheck;
import counterpart.validate.book.CrossChecks;
import counterpart.validate.book.LoadFindings;
import counterpart.validate.book.LoadSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one file from custody to its settlement. Each step may run twice: rows are staged anew, promotion comes before
 * the ledger, and what a step needs from an earlier one is made again when it is gone.
 */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final String ACTOR = "counterpart";
    private static final int FILES_COMPARED = 50;
    private static final String FULL = "FULL";
    private static final Set<Feed.Content> PRICED = EnumSet.of(Feed.Content.MCLM, Feed.Content.RXCLM);
    private static final Set<String> PREVIEWED = Set.of("F-021", "F-022");

    private final Configuration configuration;
    private final Home home;
    private final Custody custody;
    private final Landing landing;
    private final Books books;
    private final Promotion promotion;
    private final RecordReaders readers;
    private final Clock clock;
    /** Loads whose file this process has seen to be what was taken in; the next process sees for itself. */
    private final Set<LoadId> proven = ConcurrentHashMap.newKeySet();

    Intake(
            Configuration configuration,
            Home home,
            Custody custody,
            Landing landing,
            Books books,
            Promotion promotion,
            RecordReaders readers,
            Clock clock) {
        this.configuration = configuration;
        this.home = home;
        this.custody = custody;
        this.landing = landing;
        this.books = books;
        this.promotion = promotion;
        this.readers = readers;
        this.clock = clock;
    }

    /** Says that reading began, and sees that the file can be unpacked (F-002). */
    Counts open(JobKeys keys, Progress progress) throws IOException {
        ReceivedFile file = file(keys);
        proven.add(file.loadId()); // reading it to its end proves it
        custody.open(file.id());
        Outcome<InputStream> clear = landing.openClear(file);
        if (clear instanceof Outcome.Success<InputStream> success) {
            success.value().close();
        }
        LOG.info("step=openFile file={} feed={} findings={}", file.id(), file.feed(), codes(clear.findings()));
        return Counts.none();
    }

    /** Decides whether the file is the one that the feed expects. */
    Counts believe(JobKeys keys, Progress progress) throws IOException {
        ReceivedFile file = unchanged(keys);
        Belief belief = belief(file);
        NotesFile.write(noted(file), IntakeNotes.of(belief));
        LOG.info("step=believeFile file={} feed={} findings={}", file.id(), file.feed(), codes(belief.findings()));
        return Counts.none();
    }

    /** Judges every row and stages those accepted. */
    Counts stage(JobKeys keys, Progress progress) throws IOException {
        ReceivedFile file = unchanged(keys);
        CheckedRows rows = stage(file, progress);
        LOG.info(
                "step=checkRowsAndStage file={} feed={} read={} accepted={} rejected={} findings={}",
                file.id(),
                file.feed(),
                rows.rowsRead(),
                rows.rowsAccepted(),
                rows.rowsRejected(),
                new TreeMap<>(rows.findingsByCode()));
        return counts(rows.rowsRead(), rows.rowsAccepted(), rows.rowsRejected());
    }

    /** Judges the staged rows against each other and against the books. */
    Counts across(JobKeys keys, Progress progress) throws IOException, SQLException {
        ReceivedFile file = unchanged(keys);
        IntakeNotes notes = staged(file, progress);
        CheckedRows rows = rowsOf(notes);
        if (isRefused(notes)) {
            NotesFile.write(books.folderOf(file.loadId()), notes.crossed(rows, 0));
            return counts(rows.rowsAccepted(), rows.rowsAccepted(), 0);
        }
        FileLayout layout = layout(file);
        RejectedReferences references = new RejectedReferences(readers, layout);
        CrossChecks.Result result = CrossChecks.run(
                books,
                file.loadId(),
                file.feed().partner(),
                configuration.coverageOf(file.feed()),
                layout,
                references,
                agreed(file),
                mode(notes));
        LoadFindings kept = new LoadFindings(books, file.loadId());
        kept.writeVerdicts(result.verdicts(), originals(file, result.verdicts()));
        kept.writeFindings(result.findings());
        CheckedRows after = after(rows, result);
        NotesFile.write(books.folderOf(file.loadId()), notes.crossed(after, kept.countWarned()));
        LOG.info(
                "step=checkAcross file={} feed={} rejected={} findings={}",
                file.id(),
                file.feed(),
                result.verdicts().size(),
                codes(result.findings()));
        return counts(rows.rowsAccepted(), after.rowsAccepted(), rejectedRows(result));
    }

    /** Loads, holds or refuses: the books first, the ledger second. */
    Counts settle(JobKeys keys, Progress progress) throws IOException, SQLException {
        ReceivedFile file = unchanged(keys);
        IntakeNotes notes = crossed(keys, file, progress);
        CheckedRows rows = rowsOf(notes);
        Feed feed = configuration.feed(file.feed());
        List<CoverageLoss> losses = losses(file, feed, notes);
        Settling.Decision decision = Settling.settle(
                notes.belief(),
                rows,
                notes.warned(),
                feed.guards(),
                CoverageGuard.judge(losses, feed.guards(), feed.fullFileAbsence()),
                agreed(file),
                custody.lastLoaded(file.feed(), FILES_COMPARED).stream()
                        .filter(p -> !p.file().id().equals(file.id()))
                        .toList());
        Settlement settlement = decision.settlement();
        if (settlement.findingsByCode().keySet().stream().anyMatch(PREVIEWED::contains)) {
            CoveragePreview.write(home, file.id(), losses);
        }
        Instant at = Objects.requireNonNullElseGet(notes.settledAt(), clock::instant);
        NotesFile.write(books.folderOf(file.loadId()), notes.settled(settlement, decision.guardFindings(), at));
        books.publish(file.loadId());
        if (settlement.state() == FileState.LOADED) {
            promotion.promote(file, feed, settlement);
        }
        custody.settle(file.id(), settlement, ACTOR);
        LOG.atInfo()
                .addKeyValue("step", "settleFile")
                .addKeyValue("file", file.id())
                .addKeyValue("feed", file.feed())
                .addKeyValue("name", file.remoteName())
                .addKeyValue("state", settlement.state())
                .addKeyValue("reason", settlement.reasonCode())
                .addKeyValue("read", settlement.rowsRead())
                .addKeyValue("accepted", settlement.rowsAccepted())
                .addKeyValue("rejected", settlement.rowsRejected())
                .log("file settled");
        return counts(settlement.rowsRead(), settlement.rowsAccepted(), settlement.rowsRejected());
    }

    /** The settled file, as the stage hands it on. */
    ValidatedFile validated(ReceivedFile file) {
        Settlement settlement = custody.settlement(file.id())
                .orElseThrow(() -> new IllegalStateException(
                        "file " + file.id() + " is not settled, so it has no answer yet; run the intake again"));
        return new ValidatedFile(file, settlement, file.loadId());
    }

    /** What the settling step noted: findings of the guards and the time. */
    IntakeNotes notes(ReceivedFile file) {
        return NotesFile.read(books.folderOf(file.loadId()))
                .orElseThrow(() -> new IllegalStateException(
                        "the notes of load " + file.loadId() + " are gone; run the intake again with a replay"));
    }

    /** The file of a step that may go on with what an earlier process began: with the same bytes, or not at all. */
    private ReceivedFile unchanged(JobKeys keys) throws IOException {
        ReceivedFile file = file(keys);
        if (!proven.contains(file.loadId())) {
            landing.requireUnchanged(file);
            proven.add(file.loadId());
        }
        return file;
    }

    ReceivedFile file(JobKeys keys) {
        FileId id = new FileId(keys.text("fileId"));
        return custody.find(id).orElseThrow(() -> new IllegalStateException("the custody ledger knows no file " + id));
    }

    /** What a full eligibility file would do to coverage; nothing for any other file, or one that is not believed. */
    private List<CoverageLoss> losses(ReceivedFile file, Feed feed, IntakeNotes notes)
            throws IOException, SQLException {
        FileHeader header = notes.belief().header();
        LocalDate asOf = header.asOfDate();
        boolean full = feed.content() == Feed.Content.ELIG && mode(notes).equals(FULL);
        if (!full || asOf == null || isRefused(notes)) {
            return List.of();
        }
        RejectedReferences references = new RejectedReferences(readers, layout(file));
        return AbsenceCheck.run(books, file.loadId(), file.feed(), asOf, feed.fullFileAbsence(), references);
    }

    private static String mode(IntakeNotes notes) {
        return Objects.requireNonNullElse(notes.belief().header().mode(), FULL);
    }

    private CheckedRows stage(ReceivedFile file, Progress progress) throws IOException {
        Belief belief = NotesFile.read(noted(file)).map(IntakeNotes::belief).orElse(null);
        if (belief == null) {
            belief = belief(file);
        }
        FileLayout layout = layout(file);
        CheckedRows rows;
        Path aside = home.temp().resolve(file.loadId().value() + "-claims");
        try (LoadWriter writer = books.stage(file.loadId());
                LoadSink sink = new LoadSink(writer, layout.dialect().charset(), books, aside)) {
            belief.findings().forEach(writer::finding);
            rows = belief.isRefused() ? unread() : readRows(file, layout, belief, sink, progress);
            writer.finish();
        }
        NotesFile.write(books.folderOf(file.loadId()), IntakeNotes.of(belief).with(rows));
        return rows;
    }

    private CheckedRows readRows(ReceivedFile file, FileLayout layout, Belief belief, LoadSink sink, Progress progress)
            throws IOException {
        String what = "reading " + file.id();
        try (RecordReader reader = readers.open(clear(file), layout.dialect())) {
            Feed feed = configuration.feed(file.feed());
            CheckedRows rows = RowCheck.check(
                    reader,
                    layout,
                    belief.header(),
                    promotion.dayTaken(file),
                    feed.edits(),
                    sink,
                    done -> progress.told(what, done, 0));
            return ControlFileCheck.of(custody.controlFile(file.id()))
                    .map(check -> check.rows(rows, PRICED.contains(feed.content()), sink::finding))
                    .orElse(rows);
        }
    }

    private Belief belief(ReceivedFile file) throws IOException {
        Outcome<InputStream> clear = landing.openClear(file);
        if (clear instanceof Outcome.Success<InputStream> success) {
            try (RecordReader reader =
                    readers.open(success.value(), layout(file).dialect())) {
                return new Believer(configuration, custody).believe(file, reader);
            }
        }
        return new Belief(Believer.SILENT, clear.findings());
    }

    private InputStream clear(ReceivedFile file) throws IOException {
        Outcome<InputStream> clear = landing.openClear(file);
        if (clear instanceof Outcome.Success<InputStream> success) {
            return success.value();
        }
        throw new IOException("file " + file.id()
                + " could be unpacked before and cannot now; see that the disk is well" + " and run again");
    }

    /** Nothing that a restart needs may be missing: what was staged by a process that died is staged again. */
    private IntakeNotes staged(ReceivedFile file, Progress progress) throws IOException {
        Optional<IntakeNotes> notes = NotesFile.read(books.folderOf(file.loadId()));
        if (notes.isEmpty() || notes.get().rows() == null || notes.get().crossChecked()) {
            stage(file, progress);
        }
        return notes(file);
    }

    private IntakeNotes crossed(JobKeys keys, ReceivedFile file, Progress progress) throws IOException, SQLException {
        Optional<IntakeNotes> notes = NotesFile.read(books.folderOf(file.loadId()));
        if (notes.isEmpty() || !notes.get().crossChecked()) {
            across(keys, progress);
        }
        return notes(file);
    }

    /** Reads the file again for the text of the rows that were rejected after they were read. */
    private Map<Long, byte[]> originals(ReceivedFile file, List<CrossVerdict> verdicts) throws IOException {
        Set<Long> wanted = new HashSet<>();
        verdicts.forEach(v -> wanted.add(v.rowNumber()));
        Map<Long, byte[]> found = new HashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        FileLayout layout = layout(file);
        try (RecordReader reader = readers.open(clear(file), layout.dialect())) {
            while (found.size() < wanted.size() && reader.next()) {
                if (wanted.contains(reader.line())) {
                    found.put(
                            reader.line(),
                            reader.raw().getBytes(layout.dialect().charset()));
                }
            }
        }
        return found;
    }

    private static CheckedRows after(CheckedRows rows, CrossChecks.Result result) {
        long out = rejectedRows(result);
        Map<String, Long> codes = new TreeMap<>(rows.findingsByCode());
        result.findings().forEach(f -> codes.merge(f.code().value(), 1L, Long::sum));
        return new CheckedRows(
                rows.rowsRead(),
                rows.rowsAccepted() - out,
                rows.rowsRejected() + out,
                rows.declared(),
                rows.computed(),
                rows.fileFindings(),
                codes);
    }

    /** A row of the file may make several rows of the books; it is rejected once. */
    private static long rejectedRows(CrossChecks.Result result) {
        return result.verdicts().stream()
                .map(CrossVerdict::rowNumber)
                .distinct()
                .count();
    }

    private static CheckedRows unread() {
        ControlTotals nothing = new ControlTotals(null, null, null, null, null, null, null, null, null, null, null);
        return new CheckedRows(0, 0, 0, null, nothing, List.of(), Map.of());
    }

    private static boolean isRefused(IntakeNotes notes) {
        return new Belief(notes.belief().header(), rowsOf(notes).fileFindings()).isRefused()
                || notes.belief().isRefused();
    }

    private static CheckedRows rowsOf(IntakeNotes notes) {
        CheckedRows rows = notes.rows();
        if (rows == null) {
            throw new IllegalStateException("the rows were not checked before the step that needs them; run again");
        }
        return rows;
    }

    private static Counts counts(long in, long accepted, long rejected) {
        Map<String, Long> out = new TreeMap<>();
        out.put("accepted", accepted);
        out.put("rejected", rejected);
        return new Counts(in, out);
    }

    private static String codes(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.code().value())
                .distinct()
                .sorted()
                .toList()
                .toString();
    }

    private FileLayout layout(ReceivedFile file) {
        return configuration.partner(file.feed().partner()).layoutOf(configuration.feed(file.feed()));
    }

    private AgreedEdits agreed(ReceivedFile file) {
        return new AgreedEdits(configuration.feed(file.feed()).edits(), promotion.dayTaken(file));
    }

    private Path noted(ReceivedFile file) {
        return home.temp().resolve(file.loadId().value());
    }
}
