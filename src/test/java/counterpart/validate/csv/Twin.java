package counterpart.validate.csv;

import counterpart.finding.Finding;
import counterpart.partner.FileLayout.Dialect;
import counterpart.validate.RecordReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a file by our reader and by Commons CSV over the whole text, and says where they disagree. A watchdog counts bytes
 * and records, so that reading without end is a failure and not a hanging test.
 */
final class Twin {
    private final byte[] file;
    private final Dialect dialect;
    private int records;

    private Twin(byte[] file, Dialect dialect) {
        this.file = file;
        this.dialect = dialect;
    }

    /** What the two differ in; empty when they agree. */
    static Optional<String> disagreement(byte[] file, Dialect dialect) throws IOException {
        return new Twin(file, dialect).compare();
    }

    /** Bytes that were handed out. */
    private static final class Counted extends ByteArrayInputStream {
        private long reads;

        Counted(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            if (++reads > buf.length + 10L) {
                throw new AssertionError("the stream of " + buf.length + " bytes was asked " + reads + " times");
            }
            return super.read(target, offset, length);
        }
    }

    private Optional<String> compare() throws IOException {
        Optional<String> text = decoded();
        InputStream in = new Counted(file);
        try (RecordReader ours = new CsvReaders().open(in, dialect)) {
            if (text.isEmpty()) {
                return readToFault(ours);
            }
            try (CSVParser parser = CSVParser.parse(new StringReader(text.get()), format())) {
                return compare(ours, parser.iterator(), text.get());
            }
        }
    }

    private Optional<String> compare(RecordReader ours, Iterator<CSVRecord> theirs, String text) throws IOException {
        while (next(ours)) {
            List<String> own = fields(ours);
            Optional<List<String>> twin = record(theirs);
            if (own.isEmpty()) {
                return twin.map(record -> "line " + ours.line() + ": malformed for us, " + record + " for the twin");
            }
            if (twin.isEmpty()) {
                return Optional.of("line " + ours.line() + ": " + own + " for us, nothing for the twin");
            }
            if (!twin.get().equals(own)) {
                return Optional.of("line " + ours.line() + ": " + own + " for us, " + twin.get() + " for the twin");
            }
        }
        return ours.fault().isPresent() ? unfounded(ours.fault().get(), theirs, text) : leftOver(theirs);
    }

    /** A fault must have its reason in the text. */
    private static Optional<String> unfounded(Finding fault, Iterator<CSVRecord> theirs, String text) {
        if (fault.code().value().equals("F-015")) {
            boolean control =
                    text.chars().anyMatch(c -> (c < ' ' && "\t\r\n".indexOf(c) < 0) || (c >= 0x7F && c < 0xA0));
            return control ? Optional.empty() : Optional.of("no control character, but " + fault);
        }
        boolean wide = text.length() > CsvRecordReader.LONGEST_RECORD;
        boolean many = text.lines().count() > CsvRecordReader.MOST_LINES;
        Optional<List<String>> next = record(theirs);
        while (next.isPresent() && next.get().equals(List.of(""))) {
            next = record(theirs); // a blank line is told by us only when a record follows it
        }
        return wide || many || next.isEmpty() ? Optional.empty() : Optional.of("unfounded: " + fault);
    }

    /** Blank lines at the end are records for the twin only. */
    private static Optional<String> leftOver(Iterator<CSVRecord> theirs) {
        for (Optional<List<String>> record = record(theirs); record.isPresent(); record = record(theirs)) {
            if (!record.get().equals(List.of(""))) {
                return Optional.of("only the twin has " + record.get());
            }
        }
        return Optional.empty();
    }

    private Optional<String> readToFault(RecordReader ours) throws IOException {
        while (next(ours)) {
            fields(ours);
        }
        return ours.fault().isPresent() ? Optional.empty() : Optional.of("undecodable, and no fault is told");
    }

    private boolean next(RecordReader reader) throws IOException {
        if (++records > file.length + 2) {
            throw new AssertionError(records + " records of " + file.length + " bytes");
        }
        return reader.next();
    }

    private static List<String> fields(RecordReader reader) {
        if (reader.raw().length() > CsvRecordReader.LONGEST_RECORD) {
            throw new AssertionError("a record beyond the limit on line " + reader.line());
        }
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < reader.width(); i++) {
            fields.add(reader.field(i));
        }
        return fields;
    }

    /** The twin's next record; empty at the end and where it gives up. */
    private static Optional<List<String>> record(Iterator<CSVRecord> theirs) {
        try {
            return theirs.hasNext() ? Optional.of(List.of(theirs.next().values())) : Optional.empty();
        } catch (UncheckedIOException | IllegalStateException malformed) {
            return Optional.empty();
        }
    }

    private CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(dialect.delimiter())
                .setQuote(dialect.quote())
                .setIgnoreEmptyLines(false)
                .get();
    }

    /** The text without its byte order mark and the end marks of old programs; empty when it is none in the dialect's encoding. */
    private Optional<String> decoded() {
        try {
            String text =
                    dialect.charset().newDecoder().decode(ByteBuffer.wrap(file)).toString();
            String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return Optional.of(plain.replaceFirst("\\x1A[\\x1A\\r\\n]*$", ""));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
