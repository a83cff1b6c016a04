package counterpart.sample;

import counterpart.model.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the product must say of the files of the manager's partnership, and nothing else. */
final class MeridianTruth {
    private static final Set<String> ACROSS_ROWS = Set.of("P-307", "P-308");

    private final List<Truth.FindingRow> findings = new ArrayList<>();
    private final List<FileRow> files = new ArrayList<>();
    private final List<Truth.BreakRow> breaks = new ArrayList<>();
    private final Map<String, Long> rejected = new HashMap<>();
    private final Ledger left = new Ledger();
    private final Ledger right = new Ledger();

    /** Whose ledger. */
    enum Side {
        LEFT,
        RIGHT
    }

    private static final class Ledger {
        private long billings;
        private long reversals;
        private long paid;
    }

    /** A file's fate. */
    private record FileRow(MeridianFile file, String state, long rows, long rejected, long paid) {}

    void finding(MeridianFile file, long line, String key, String code, String severity) {
        findings.add(new Truth.FindingRow(file.name(), line, key, code, severity, true, ""));
        if (severity.equals("REJECT_ROW")) {
            rejected.merge(file.name(), 1L, Long::sum);
        }
    }

    /** Of a refused file with the same rows the same is said row by row, but nothing across rows. */
    void sameRows(MeridianFile file, MeridianFile other) {
        findings.stream()
                .filter(f -> f.file().equals(other.name()) && f.line() > 0)
                .filter(f -> !ACROSS_ROWS.contains(f.code()))
                .toList()
                .forEach(f -> finding(file, f.line(), f.key(), f.code(), f.severity()));
    }

    long rejected(MeridianFile file) {
        return rejected.getOrDefault(file.name(), 0L);
    }

    /** A row of a ledger that is loaded. */
    void loaded(Side side, ScriptDraft script, long planPaid) {
        Ledger ledger = ledger(side);
        ledger.billings += script.reversal ? 0 : 1;
        ledger.reversals += script.reversal ? 1 : 0;
        ledger.paid += planPaid;
    }

    private Ledger ledger(Side side) {
        return side == Side.LEFT ? left : right;
    }

    void breakRow(Truth.BreakRow row) {
        breaks.add(row);
    }

    void file(MeridianFile file, String state, long rows, long paid) {
        long lost = state.equals("REFUSED") ? rows : rejected(file);
        files.add(new FileRow(file, state, rows, lost, paid));
    }

    void write(Path folder, MeridianMeasures measures) throws IOException {
        Files.createDirectories(folder);
        Truth.findings(folder, findings);
        Truth.breaks(folder, breaks);
        Truth.table(
                folder,
                "files.csv",
                "file,feed,state,rows_read,rows_accepted,rows_rejected,declared_details,declared_lines,declared_paid",
                csv -> {
                    for (FileRow f : files) {
                        boolean declares = f.file().feed() == MeridianFile.Feed.CLAIMS;
                        csv.printRecord(
                                f.file().name(),
                                f.file().feed().label(),
                                f.state(),
                                f.rows(),
                                f.rows() - f.rejected(),
                                f.rejected(),
                                declares ? f.rows() + (f.state().equals("REFUSED") ? 1 : 0) : "",
                                "",
                                declares ? new Money(f.paid()) : "");
                    }
                });
        Truth.table(folder, "netting.csv", "side,billings,reversals,plan_paid", csv -> {
            for (Side side : Side.values()) {
                Ledger ledger = ledger(side);
                csv.printRecord(side, ledger.billings, ledger.reversals, new Money(ledger.paid));
            }
        });
        measures.write(folder);
    }
}
