package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.Severity;
import counterpart.model.Money;
import counterpart.receive.ControlFile;
import counterpart.receive.ReceivedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds a file against the control file that came beside it (F-007), exactly. What that leaves out is not compared. */
public final class ControlFileCheck {
    private final ControlFile stated;

    private ControlFileCheck(ControlFile stated) {
        this.stated = stated;
    }

    /** @param stated none for a file that came without; then nothing is found */
    public static Optional<ControlFileCheck> of(Optional<ControlFile> stated) {
        return stated.map(ControlFileCheck::new);
    }

    /** Before a row is read: whether these are the bytes that were sent. */
    public List<Finding> bytes(ReceivedFile file) {
        List<Finding> findings = new ArrayList<>();
        Long bytes = stated.bytes();
        if (bytes == null) {
            return List.of(Edits.F007.ofFile(
                    "The control file is not one line filename|bytes|sha256|recordCount|amountTotal about this file."));
        }
        if (bytes != file.bytes()) {
            findings.add(differs(bytes + " bytes", file.bytes() + " came"));
        } else if (stated.sha256() != null && !stated.sha256().equals(file.receivedSha())) {
            findings.add(differs("the SHA-256 " + stated.sha256(), "what came has " + file.receivedSha()));
        }
        return findings;
    }

    /**
     * After the rows are read: whether they are as many, and come to as much. Nothing is added to what refuses the file
     * already, and records are not counted against it when the layout leaves some out.
     *
     * @param priced whether the file's amounts are what a plan paid
     * @param told hears of each finding
     */
    public CheckedRows rows(CheckedRows rows, boolean priced, Consumer<Finding> told) {
        List<Finding> findings = new ArrayList<>(rows.fileFindings());
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.REJECT_FILE)) {
            return rows;
        }
        Map<String, Long> codes = new HashMap<>(rows.findingsByCode());
        Long records = stated.records();
        boolean leftOut = codes.containsKey(LayoutEdits.F028.code().value());
        if (records != null && records != rows.rowsRead() && !leftOut) {
            findings.add(differs(records + " records", "the file has " + rows.rowsRead()));
        }
        Long paid = stated.paidCents();
        Long counted = rows.computed().totalPaidCents();
        if (priced && paid != null && counted != null && !paid.equals(counted)) {
            findings.add(differs("an amount of " + new Money(paid), "the rows come to " + new Money(counted)));
        }
        findings.stream().skip(rows.fileFindings().size()).forEach(finding -> {
            codes.merge(finding.code().value(), 1L, Long::sum);
            told.accept(finding);
        });
        return new CheckedRows(
                rows.rowsRead(),
                rows.rowsAccepted(),
                rows.rowsRejected(),
                rows.declared(),
                rows.computed(),
                findings,
                codes);
    }

    private static Finding differs(String stated, String came) {
        return Edits.F007.ofFile("The control file states " + stated + "; " + came + ".");
    }
}
