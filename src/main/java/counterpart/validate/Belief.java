package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.Severity;
import counterpart.model.FileHeader;
import java.util.List;

/** What a file says of itself, and what speaks against believing it. */
public record Belief(FileHeader header, List<Finding> findings) {
    public Belief {
        findings = List.copyOf(findings);
    }

    /** Whether nothing of the file is to be loaded, so that its rows need no look. */
    public boolean isRefused() {
        return findings.stream().anyMatch(f -> f.severity() == Severity.REJECT_FILE);
    }

    /** History is exempt from edits of sequence, volume and time (rulings of the field, 36). */
    public static boolean isHistory(FileHeader header) {
        return "HIST".equals(header.mode());
    }
}
