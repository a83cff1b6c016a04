package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.Severity;
import counterpart.model.FileHeader;
import counterpart.partner.Guards;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.FileState;
import counterpart.receive.Settlement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Decides what becomes of a file: loaded, held or refused. */
public final class Settling {
    /** A decision with the findings that the guards added to it. */
    public record Decision(Settlement settlement, List<Finding> guardFindings) {}

    private Settling() {}

    /**
     * The worst finding about the file as a whole decides. Of a refused file no row counts as accepted.
     *
     * @param rows with the rejections of the checks across rows already counted
     * @param warned accepted rows that carry a warning
     * @param coverage what the guard of coverage says
     * @param agreed the edits as they hold for the feed
     * @param past the feed's loaded files, newest first
     */
    public static Decision settle(
            Belief belief,
            CheckedRows rows,
            long warned,
            Guards guards,
            List<Finding> coverage,
            AgreedEdits agreed,
            List<PastFile> past) {
        FileHeader header = belief.header();
        List<Finding> before = Stream.concat(belief.findings().stream(), rows.fileFindings().stream())
                .toList();
        boolean unreadable = before.stream().anyMatch(f -> f.severity() == Severity.REJECT_FILE);
        List<Finding> guarded = unreadable
                ? List.of()
                : agreed.of(Stream.of(
                                VolumeGuard.judge(
                                        header,
                                        rows.rowsRead(),
                                        rows.rowsRejected(),
                                        rows.declared(),
                                        rows.computed(),
                                        guards,
                                        past)
                                        .stream(),
                                VolumeGuard.unmapped(
                                        rows.rowsRead(),
                                        rows.findingsByCode()
                                                .getOrDefault(Edits.E119.code().value(), 0L))
                                        .stream(),
                                coverage.stream())
                        .flatMap(findings -> findings)
                        .toList());
        List<Finding> all = Stream.concat(before.stream(), guarded.stream()).toList();
        List<Finding> decisive = all.stream()
                .filter(f -> f.severity().isAtLeast(Severity.HOLD_FILE))
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        Finding worst = decisive.isEmpty() ? null : decisive.get(0);
        FileState state = worst == null
                ? FileState.LOADED
                : worst.severity() == Severity.REJECT_FILE ? FileState.REFUSED : FileState.HELD;
        boolean refused = state == FileState.REFUSED;
        Map<String, Long> counts = new TreeMap<>(rows.findingsByCode());
        Stream.concat(belief.findings().stream(), guarded.stream())
                .forEach(f -> counts.merge(f.code().value(), 1L, Long::sum));
        Settlement settlement = new Settlement(
                state,
                worst == null ? null : worst.code().value(),
                worst == null ? null : worst.sentence(),
                rows.rowsRead(),
                refused ? 0 : rows.rowsAccepted(),
                refused ? rows.rowsRead() : rows.rowsRejected(),
                refused ? 0 : warned,
                header,
                rows.declared(),
                rows.computed(),
                counts,
                decisive.stream()
                        .skip(1)
                        .map(f -> new Settlement.Reason(f.code().value(), f.sentence()))
                        .toList());
        return new Decision(settlement, guarded);
    }
}
