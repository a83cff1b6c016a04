package counterpart.sample;

import counterpart.sample.MeridianFile.Feed;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One file of the manager's partnership being written, with the totals that its last record will declare. */
final class MeridianWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final long HASH_MODULUS = 1_000_000_000_000L;

    private final MeridianFile file;
    private final Row row;
    private final OutputStream out;
    private long line;
    private long rows;
    private long paid;
    private long patient;
    private long reversals;
    private long reversalPaid;
    private long hash;

    MeridianWriter(Path servers, MeridianFile file) throws IOException {
        this.file = file;
        this.row = new Row(file.feed() == Feed.CLAIMS ? ';' : ',');
        Path path = servers.resolve(file.feed().partner()).resolve(file.path());
        Files.createDirectories(path.getParent());
        OutputStream target = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
        out = file.packed() ? new BufferedOutputStream(archive(target), BUFFER) : target;
        writeLine(MeridianRows.heading(file));
    }

    /** An archive that states one time for all, so that equal content gives equal bytes. */
    private OutputStream archive(OutputStream target) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(target);
        zip.setLevel(1);
        ZipEntry entry = new ZipEntry(file.clearName());
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        return zip;
    }

    MeridianFile file() {
        return file;
    }

    /** The row to compose the next one in. */
    Row row() {
        return row;
    }

    /** The line on which the last row stands, counted from 1. */
    long line() {
        return line;
    }

    /** Detail rows so far. */
    long rows() {
        return rows;
    }

    long paid() {
        return paid;
    }

    /** Writes the composed row, which is no transaction. */
    void write() throws IOException {
        byte[] bytes = row.end();
        out.write(bytes, 0, row.length());
        line++;
        rows++;
    }

    /** Writes the composed row of a transaction and counts it. */
    void write(ScriptDraft script, long planPaid) throws IOException {
        write();
        count(script, planPaid);
    }

    /** Writes a transaction's row that is already text, and counts it as if it were whole. */
    void write(String text, ScriptDraft script, long planPaid) throws IOException {
        writeLine(text);
        rows++;
        count(script, planPaid);
    }

    /** Writes a row that is already text, and no transaction. */
    void write(String text) throws IOException {
        writeLine(text);
        rows++;
    }

    @Override
    public void close() throws IOException {
        if (file.feed() == Feed.CLAIMS) {
            writeLine(trailer(rows));
        }
        out.close();
    }

    /** The last record of a file that declares so many rows. */
    String trailer(long declared) {
        return String.join(
                ";",
                "T",
                file.batch(),
                Long.toString(declared),
                Long.toString(paid),
                Long.toString(patient),
                Long.toString(reversals),
                Long.toString(reversalPaid),
                Long.toString(hash));
    }

    private void count(ScriptDraft script, long planPaid) {
        paid += planPaid;
        patient += script.patientPay();
        if (script.reversal) {
            reversals++;
            reversalPaid += planPaid;
        }
        long digits = 0;
        String id = script.claimId;
        for (int i = 0; i < id.length(); i++) {
            if (Character.isDigit(id.charAt(i))) {
                digits = (digits * 10 + id.charAt(i) - '0') % HASH_MODULUS;
            }
        }
        hash = (hash + digits) % HASH_MODULUS;
    }

    private void writeLine(String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        line++;
    }
}
