package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.Outcome;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import counterpart.model.ControlTotals;
import counterpart.model.FileHeader;
import counterpart.partner.EditTerms;
import counterpart.partner.FileLayout;
import counterpart.partner.FileLayout.Purpose;
import counterpart.partner.FileLayout.RecordLayout;
import counterpart.validate.DetailKind.Judged;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file's records once, from first to last, and judges each. Every detail row ends as accepted or rejected;
 * memory does not grow with the file but for the member ids counted.
 */
public final class RowCheck {
    private static final int ROWS_A_MESSAGE = 10_000;

    private final FileLayout layout;
    private final FileHeader header;
    private final LocalDate today;
    private final AgreedEdits agreed;
    private final RowTally tally;
    private final TotalsTally totals = new TotalsTally();
    private final List<Finding> fileFindings = new ArrayList<>();
    private final boolean linesExpected;
    private final Set<String> headers;
    private final Set<String> trailers;
    private List<DetailKind<?>> kinds = List.of();
    private @Nullable BoundLayout bound;
    private @Nullable ClaimGroup group;
    private @Nullable ControlTotals declared;
    private boolean headerSeen;
    private boolean trailerSeen;
    private boolean unknownTold;
    private long rowsRead;

    private RowCheck(FileLayout layout, FileHeader header, LocalDate today, EditTerms terms, RowSink sink) {
        this.layout = layout;
        this.header = header;
        this.today = today;
        this.agreed = new AgreedEdits(terms, today);
        this.tally = new RowTally(sink);
        this.headers = typesOf(layout, Purpose.HEADER);
        this.trailers = typesOf(layout, Purpose.TRAILER);
        this.linesExpected = layout.details().stream().anyMatch(d -> d.table() == BookTable.CLAIM_LINE);
    }

    /**
     * @param reader stands before the first record; the caller closes it
     * @param header what the file says of itself, as believed before
     * @param today the day on which the file came, in the partner's zone
     * @param terms what was agreed about the edits
     * @param told hears how many rows were read, now and then
     * @throws IOException when the bytes cannot be had
     */
    public static CheckedRows check(
            RecordReader reader,
            FileLayout layout,
            FileHeader header,
            LocalDate today,
            EditTerms terms,
            RowSink sink,
            LongConsumer told)
            throws IOException {
        return new RowCheck(layout, header, today, terms, sink).run(reader, told);
    }

    private CheckedRows run(RecordReader reader, LongConsumer told) throws IOException {
        boolean readable = begin(reader);
        while (readable && reader.next()) {
            record(reader);
            if (rowsRead % ROWS_A_MESSAGE == 0) {
                told.accept(rowsRead);
            }
        }
        closeGroup();
        reader.fault().ifPresent(this::fileFinding);
        boolean whole = readable && reader.fault().isEmpty();
        ControlTotals counted = totals.totals(header.fileId());
        if (whole) {
            checkEnvelope(counted);
        }
        told.accept(rowsRead);
        return new CheckedRows(
                rowsRead, tally.accepted(), tally.rejected(), declared, counted, fileFindings, tally.findingsByCode());
    }

    /** Finds the columns; false when there is nothing to read them by. */
    private boolean begin(RecordReader reader) throws IOException {
        if (!layout.dialect().headed()) {
            bind(BoundLayout.byPosition(layout));
            return true;
        }
        if (!reader.next()) {
            if (reader.fault().isEmpty()) {
                fileFinding(Edits.F003.ofFile("There is not even a heading line."));
            }
            return false;
        }
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < reader.width(); i++) {
            columns.add(reader.field(i));
        }
        Outcome<BoundLayout> outcome = BoundLayout.byHeading(layout, columns);
        outcome.findings().forEach(this::fileFinding);
        return outcome.fold(
                success -> {
                    bind(success.value());
                    return true;
                },
                refusal -> false);
    }

    private void bind(BoundLayout boundLayout) {
        this.bound = boundLayout;
        List<DetailKind<?>> found = new ArrayList<>();
        for (RecordLayout detail : layout.details()) {
            found.add(DetailKind.of(detail, boundLayout, agreed));
        }
        this.kinds = found;
    }

    private void record(RecordReader reader) {
        String type = typeOf(reader);
        if (headers.contains(type)) {
            if (headerSeen || rowsRead > 0 || trailerSeen) {
                fileFinding(Edits.F004.ofFile("Line " + reader.line() + " is a header that is not the first record."));
            }
            headerSeen = true;
            return;
        }
        if (trailerSeen) {
            fileFinding(Edits.F004.ofFile("Line " + reader.line() + " stands behind the trailer."));
            trailerSeen = false;
        }
        if (trailers.contains(type)) {
            trailerSeen = true;
            readTrailer(reader);
            return;
        }
        rowsRead++;
        for (DetailKind<?> kind : kinds) {
            String own = kind.layout().type();
            if (own == null || own.equals(type)) {
                detail(kind, reader);
                return;
            }
        }
        unknown(reader);
    }

    private void detail(DetailKind<?> kind, RecordReader reader) {
        Judged<?> judged = kind.judge(reader, today);
        totals.add(kind.table(), kind.converter(), judged.values());
        if (linesExpected && kind.table() == BookTable.MEDICAL_CLAIM) {
            closeGroup();
            group = new ClaimGroup(tally, kind, reader, judged, agreed);
        } else if (kind.table() == BookTable.CLAIM_LINE) {
            ClaimGroup open = group;
            if (open == null) {
                ClaimGroup.orphan(tally, kind, reader);
            } else {
                open.line(kind, reader, judged);
            }
        } else if (judged.row() instanceof BookRow row) {
            tally.accept(kind.table(), row, judged.findings());
        } else {
            tally.reject(reader.line(), reader.raw(), judged.code(), judged.findings());
        }
    }

    /** A blank line is a ragged row; any other record without a known type breaks the envelope. */
    private void unknown(RecordReader reader) {
        if (reader.raw().isEmpty()) {
            Finding finding = new Finding(
                    Edits.F016.code(),
                    Edits.F016.severity(),
                    reader.line(),
                    null,
                    null,
                    null,
                    "The line is blank. " + Edits.F016.remedy());
            tally.reject(reader.line(), "", Edits.F016.code(), List.of(finding));
            return;
        }
        if (!unknownTold) {
            unknownTold = true;
            fileFinding(Edits.F004.ofFile("Line " + reader.line() + " is a record of no known type."));
        }
        tally.reject(reader.line(), reader.raw(), Edits.F004.code(), List.of());
    }

    private void readTrailer(RecordReader reader) {
        BoundLayout known = bound;
        RecordLayout trailer = layout.trailer().orElseThrow();
        if (known == null) {
            return;
        }
        if (reader.width() != known.width(trailer)) {
            fileFinding(Edits.F004.ofFile(
                    "The trailer has " + reader.width() + " columns; " + known.width(trailer) + " were agreed."));
            return;
        }
        RowConverter.Converted<ControlTotals> read =
                known.converter(ControlTotals.class, trailer).convert(reader);
        declared = read.row();
        for (Finding fault : read.faults()) {
            fileFinding(Edits.F004.ofFile("In the trailer: " + fault.sentence()));
        }
    }

    private void checkEnvelope(ControlTotals counted) {
        if (layout.trailer().isPresent() && !trailerSeen) {
            fileFinding(Edits.F004.ofFile("The file does not end with its trailer; it may have been cut off."));
        }
        if (rowsRead == 0 && !"CHG".equals(header.mode())) {
            fileFinding(Edits.F003.ofFile("There is no row between header and trailer."));
        }
        ControlTotals said = declared;
        if (said == null || !trailerSeen) {
            return;
        }
        String saidId = said.fileId();
        if (saidId != null && header.fileId() != null && !saidId.equals(header.fileId())) {
            fileFinding(Edits.F004.ofFile("The trailer names another file id than the header."));
        }
        TotalsComparison.compare(layout.trailer().orElseThrow(), said, counted).forEach(this::fileFinding);
    }

    private void closeGroup() {
        if (group != null) {
            group.close();
            group = null;
        }
    }

    private void fileFinding(Finding finding) {
        fileFindings.add(finding);
        tally.finding(finding);
    }

    private static Set<String> typesOf(FileLayout layout, Purpose purpose) {
        return layout.records().stream()
                .filter(r -> r.purpose() == purpose && r.type() != null)
                .map(r -> String.valueOf(r.type()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private String typeOf(RecordReader reader) {
        if (reader.width() > 0) {
            return reader.field(0).strip();
        }
        String raw = reader.raw();
        int end = raw.indexOf(layout.dialect().delimiter());
        return end < 0 ? raw : raw.substring(0, end);
    }
}
