package counterpart.sample;

import counterpart.model.Money;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What the product must say of the files, and nothing else. */
final class Truth {
    private final List<FindingRow> findings = new ArrayList<>();
    private final List<FileRow> files = new ArrayList<>();
    private final List<BreakRow> breaks = new ArrayList<>();
    private final Map<String, Long> rejected = new HashMap<>();
    private final List<CountRow> counts = new ArrayList<>();

    /**
     * A finding.
     *
     * @param line physical line from 1, or 0 for the file as a whole
     * @param key what the row is about: member, claim or coverage ids; empty for a file
     */
    record FindingRow(String file, long line, String key, String code, String severity, boolean primary, String note) {}

    /**
     * A file's fate.
     *
     * @param rows detail rows read up to the place at which reading stopped; -1 for a duplicate, which is not read
     */
    record FileRow(PlannedFile file, String state, long rows, long rejected, FeedWriter.Totals declared) {}

    /**
     * A break of the claims ledger.
     *
     * @param opened as-of Sunday of the reconciliation that first shows it
     * @param closed as-of Sunday of the one that closes it, or empty
     */
    record BreakRow(
            String entity,
            String attribute,
            String category,
            String left,
            String right,
            long impactCents,
            String opened,
            String closed,
            String note) {}

    private record CountRow(String name, long value) {}

    void finding(FindingRow row) {
        findings.add(row);
    }

    /** Says that rows of a file are rejected. */
    void rejected(PlannedFile file, int rows) {
        rejected.merge(file.name(), (long) rows, Long::sum);
    }

    long rejected(PlannedFile file) {
        return rejected.getOrDefault(file.name(), 0L);
    }

    void file(FileRow row) {
        files.add(row);
    }

    void breakRow(BreakRow row) {
        breaks.add(row);
    }

    void count(String name, long value) {
        counts.add(new CountRow(name, value));
    }

    List<FindingRow> findings() {
        return findings;
    }

    List<FileRow> files() {
        return files;
    }

    List<BreakRow> breaks() {
        return breaks;
    }

    void write(Path folder, Measures measures) throws IOException {
        Files.createDirectories(folder);
        table(folder, "findings.csv", "file,line,key,code,severity,origin,note", csv -> {
            for (FindingRow f : findings) {
                csv.printRecord(
                        f.file(),
                        f.line() == 0 ? "" : f.line(),
                        f.key(),
                        f.code(),
                        f.severity(),
                        f.primary() ? "primary" : "derived",
                        f.note());
            }
        });
        table(
                folder,
                "files.csv",
                "file,feed,state,rows_read,rows_accepted,rows_rejected,declared_details,declared_lines,declared_paid",
                csv -> {
                    for (FileRow f : files) {
                        print(csv, f);
                    }
                });
        table(
                folder,
                "breaks.csv",
                "entity_key,attribute,category,left_value,right_value,impact_cents,opened_week,closed_week,note",
                csv -> {
                    for (BreakRow b : breaks) {
                        csv.printRecord(
                                b.entity(),
                                b.attribute(),
                                b.category(),
                                b.left(),
                                b.right(),
                                b.impactCents(),
                                b.opened(),
                                b.closed(),
                                b.note());
                    }
                });
        table(folder, "measures.csv", "measure,month,numerator,denominator", csv -> {
            for (Measures.Value v : measures.values()) {
                csv.printRecord(
                        v.measure(),
                        v.month(),
                        v.numerator().toPlainString(),
                        v.denominator().toPlainString());
            }
        });
        table(folder, "counts.csv", "name,value", csv -> {
            for (CountRow c : counts) {
                csv.printRecord(c.name(), c.value());
            }
        });
    }

    private static void print(CSVPrinter csv, FileRow f) throws IOException {
        boolean counted = f.rows() >= 0;
        boolean trailer = counted && f.file().feed() != PlannedFile.Feed.LEDGER;
        csv.printRecord(
                f.file().name(),
                f.file().feed().label(),
                f.state(),
                counted ? f.rows() : "",
                counted ? f.rows() - f.rejected() : "",
                counted ? f.rejected() : "",
                trailer ? f.declared().details : "",
                trailer ? f.declared().lines : "",
                trailer ? new Money(f.declared().paid) : "");
    }

    private interface Table {
        void print(CSVPrinter csv) throws IOException;
    }

    private static void table(Path folder, String name, String heading, Table table) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
        try (Writer writer = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
                CSVPrinter csv = new CSVPrinter(writer, format)) {
            writer.write(heading + "\n");
            table.print(csv);
        }
    }
}
