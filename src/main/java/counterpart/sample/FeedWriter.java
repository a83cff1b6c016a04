package counterpart.sample;

import counterpart.model.Money;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** One file being written, with the totals that its trailer will declare. Files of the payer have no trailer. */
final class FeedWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final PlannedFile file;
    private final Row row;
    private final OutputStream out;
    private final BitSet members = new BitSet();
    private final Totals totals = new Totals();
    private final Map<Long, String> planted = new TreeMap<>();
    private long line;

    FeedWriter(Path server, PlannedFile file, String heading) throws IOException {
        this.file = file;
        this.row = new Row(file.feed().plain() ? ',' : '|');
        Path path = server.resolve(file.path());
        Files.createDirectories(path.getParent());
        OutputStream target = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
        out = file.feed().packed() ? new BufferedOutputStream(new FastGzip(target), BUFFER) : target;
        writeLine(heading);
    }

    /** The row to compose the next one in. */
    Row row() {
        return row;
    }

    PlannedFile file() {
        return file;
    }

    Totals totals() {
        return totals;
    }

    /** The line on which the last row stands, counted from 1. */
    long line() {
        return line;
    }

    /** Writes the composed row. */
    void write() throws IOException {
        byte[] bytes = row.end();
        out.write(bytes, 0, row.length());
        line++;
    }

    /** Writes a row that is already text. */
    void writeLine(String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        line++;
        if (file.feed() == PlannedFile.Feed.ELIGIBILITY && text.startsWith("DT|")) {
            planted.put(line, text);
        }
    }

    /** Eligibility rows that were handed over as text, by line. */
    Map<Long, String> planted() {
        return planted;
    }

    void countMember(int memberNumber) {
        members.set(memberNumber);
    }

    /** Adds the digits of a record's key to the hash total. */
    void hash(String key) {
        long digits = 0;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = (digits * 10 + c - '0') % Totals.HASH_MODULUS;
            }
        }
        totals.hash = (totals.hash + digits) % Totals.HASH_MODULUS;
    }

    @Override
    public void close() throws IOException {
        totals.members = members.cardinality();
        if (!file.feed().plain()) {
            writeLine(totals.trailer(file.feed(), file.fileId()));
        }
        out.close();
    }

    /** Gzip that favours speed and states no time, so that equal content gives equal bytes. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(1);
        }
    }

    /** What a trailer declares. Amounts are signed cents. */
    static final class Totals {
        static final long HASH_MODULUS = 1_000_000_000_000L;

        long details;
        long lines;
        long members;
        long billed;
        long allowed;
        long paid;
        long memberCost;
        long reversals;
        long reversalPaid;
        long hash;
        private long adds;
        private long changes;
        private long terms;

        /** Counts a row that says what it changes. */
        void change(String maintenanceType) {
            switch (maintenanceType) {
                case "021", "025" -> adds++;
                case "024", "002" -> terms++;
                default -> changes++;
            }
        }

        long rows() {
            return details + lines;
        }

        String trailer(PlannedFile.Feed feed, String fileId) {
            boolean pharmacy = feed == PlannedFile.Feed.PHARMACY;
            boolean medical = feed == PlannedFile.Feed.MEDICAL;
            boolean changing = feed == PlannedFile.Feed.CHANGES;
            return String.join(
                    "|",
                    "TR",
                    fileId,
                    Long.toString(details),
                    Long.toString(members),
                    changing ? Long.toString(adds) : "",
                    changing ? Long.toString(changes) : "",
                    changing ? Long.toString(terms) : "",
                    pharmacy ? "" : dollars(billed),
                    pharmacy ? "" : dollars(allowed),
                    dollars(paid),
                    dollars(memberCost),
                    Long.toString(reversals),
                    dollars(reversalPaid),
                    Long.toString(HASH_MODULUS + hash).substring(1),
                    medical ? Long.toString(lines) : "");
        }

        private static String dollars(long cents) {
            return new Money(cents).toString();
        }
    }
}
