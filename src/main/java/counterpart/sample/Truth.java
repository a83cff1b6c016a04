package counterpart.sample;

import counterpart.model.Money;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
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
    private final List<RollRow> rolls = new ArrayList<>();
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
     * A break.
     *
     * @param reconciliation R1, R2, R3, R5 or R6
     * @param left cents where the claims ledger differs in money, else the value itself
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
            String note,
            String reconciliation) {
        /** A break of the claims ledger. */
        BreakRow(
                String entity,
                String attribute,
                String category,
                String left,
                String right,
                long impactCents,
                String opened,
                String closed,
                String note) {
            this(entity, attribute, category, left, right, impactCents, opened, closed, note, "R5");
        }
    }

    /** One month of the roll-forward of member months. */
    record RollRow(
            YearMonth month, long opening, long retroAdds, long retroTerms, long adds, long terms, long closing) {}

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

    void roll(RollRow row) {
        rolls.add(row);
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
        findings(folder, findings);
        table(
                folder,
                "files.csv",
                "file,feed,state,rows_read,rows_accepted,rows_rejected,declared_details,declared_lines,declared_paid",
                csv -> {
                    for (FileRow f : files) {
                        print(csv, f);
                    }
                });
        breaks(folder, breaks);
        table(folder, "measures.csv", "measure,month,numerator,denominator", csv -> {
            for (Measures.Value v : measures.values()) {
                csv.printRecord(
                        v.measure(),
                        v.month(),
                        v.numerator().toPlainString(),
                        v.denominator().toPlainString());
            }
        });
        table(folder, "rolls.csv", "month,opening,retro_adds,retro_terms,adds,reinstated,terms,closing", csv -> {
            for (RollRow r : rolls) {
                csv.printRecord(
                        r.month(), r.opening(), r.retroAdds(), r.retroTerms(), r.adds(), 0, r.terms(), r.closing());
            }
        });
        table(folder, "counts.csv", "name,value", csv -> {
            for (CountRow c : counts) {
                csv.printRecord(c.name(), c.value());
            }
        });
    }

    static void findings(Path folder, List<FindingRow> findings) throws IOException {
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
    }

    static void breaks(Path folder, List<BreakRow> breaks) throws IOException {
        table(
                folder,
                "breaks.csv",
                "entity_key,attribute,category,left_value,right_value,impact_cents,opened_week,closed_week,note,"
                        + "reconciliation",
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
                                b.note(),
                                b.reconciliation());
                    }
                });
    }

    private static void print(CSVPrinter csv, FileRow f) throws IOException {
        boolean counted = f.rows() >= 0;
        boolean trailer = counted && !f.file().feed().plain();
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

    /** Prints the rows of a table. */
    interface Table {
        void print(CSVPrinter csv) throws IOException;
    }

    /** Writes a table with its heading. */
    static void table(Path folder, String name, String heading, Table table) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
        try (Writer writer = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
                CSVPrinter csv = new CSVPrinter(writer, format)) {
            writer.write(heading + "\n");
            table.print(csv);
        }
    }
}
