package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.Severity;
import counterpart.model.ControlTotals;
import counterpart.model.FileHeader;
import counterpart.model.Money;
import counterpart.partner.Guards;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges a file as a whole once all its rows are judged: the share of rejects, and rows and dollars against the past. */
final class VolumeGuard {
    private static final int FILES_COMPARED = 6;
    private static final int FILES_NEEDED = 3;

    /** Below so many rows a share says nothing: one bad row of twenty must not cost the nineteen good ones. */
    private static final int FEWEST_ROWS = 25;

    private static final double UNMAPPED_SHARE = 0.005;

    private VolumeGuard() {}

    /**
     * @param past the feed's loaded files, newest first
     * @return F-018, F-019 and F-020
     */
    static List<Finding> judge(
            FileHeader header,
            long read,
            long rejected,
            @Nullable ControlTotals declared,
            ControlTotals computed,
            Guards guards,
            List<PastFile> past) {
        List<Finding> findings = new ArrayList<>();
        rejectRate(read, rejected, guards).ifPresent(findings::add);
        if (Belief.isHistory(header)) {
            return findings;
        }
        List<Settlement> compared = past.stream()
                .flatMap(p -> p.settlement().stream())
                .filter(s -> Objects.equals(s.header().mode(), header.mode()))
                .limit(FILES_COMPARED)
                .toList();
        double rows = median(compared.stream().map(Settlement::rowsRead).toList());
        if (Math.abs(read - rows) >= FEWEST_ROWS && isOutside(read, rows, guards.volumeSwing())) {
            findings.add(Edits.F018.ofFile("The file has " + read + " rows; the median of the last " + compared.size()
                    + " files is " + Math.round(rows) + "."));
        }
        Long paid = paid(declared, computed);
        double dollars = median(compared.stream()
                .map(s -> paid(s.declared(), s.computed()))
                .filter(Objects::nonNull)
                .toList());
        if (paid != null && isOutside(paid, dollars, guards.dollarSwing())) {
            findings.add(Edits.F019.ofFile("The file pays " + new Money(paid) + "; the median of the last "
                    + compared.size() + " files is " + new Money(Math.round(dollars)) + "."));
        }
        return findings;
    }

    /**
     * @param unmapped rows whose plan or group nobody agreed (E-119)
     * @return F-025
     */
    static Optional<Finding> unmapped(long read, long unmapped) {
        if (unmapped < FEWEST_ROWS || unmapped <= read * UNMAPPED_SHARE) {
            return Optional.empty();
        }
        return Optional.of(
                Edits.F025.ofFile(unmapped + " of " + read + " rows name a plan or group that was not agreed."));
    }

    private static Optional<Finding> rejectRate(long read, long rejected, Guards guards) {
        double rate = read == 0 ? 0 : (double) rejected / read;
        boolean few = rejected < FEWEST_ROWS && rejected < read;
        if (few || rate <= guards.rejectRateHold()) {
            return Optional.empty();
        }
        boolean refuse = rate > guards.rejectRateRefuse();
        double limit = refuse ? guards.rejectRateRefuse() : guards.rejectRateHold();
        Edit edit = refuse ? Edits.F020.with(Severity.REJECT_FILE) : Edits.F020;
        return Optional.of(edit.ofFile(String.format(
                Locale.ROOT,
                "%d of %d rows are rejected, %.1f %%; the limit is %.1f %%.",
                rejected,
                read,
                rate * 100,
                limit * 100)));
    }

    /** A row that could not be read leaves no sum of our own; then the partner's must do, lest one reject blind the guard. */
    private static @Nullable Long paid(@Nullable ControlTotals declared, ControlTotals computed) {
        Long ours = computed.totalPaidCents();
        return ours != null || declared == null ? ours : declared.totalPaidCents();
    }

    private static boolean isOutside(long value, double median, double swing) {
        return median != 0 && Math.abs(value - median) > Math.abs(median) * swing;
    }

    /** Not a number, to which nothing compares, when there are too few. */
    private static double median(List<Long> values) {
        if (values.size() < FILES_NEEDED) {
            return Double.NaN;
        }
        List<Long> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? (double) sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
