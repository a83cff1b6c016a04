package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.Severity;
import counterpart.partner.Feed.Absence;
import counterpart.partner.Guards;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Judges what a full eligibility file would do to coverage (F-021, F-022): a file that ends the coverage of many is
 * presumed to be an error until a person has looked. Limits: the larger of 25 members and a share of all, and a share of
 * one group of at least 25 (rulings of the field, 5).
 */
public final class CoverageGuard {
    private static final long ALWAYS_ALLOWED = 25;
    private static final long SMALLEST_GROUP = 25;
    private static final double MOVED_SHARE = 0.30;

    private CoverageGuard() {}

    /** @param losses one entry a group */
    public static List<Finding> judge(List<CoverageLoss> losses, Guards guards, Absence absence) {
        List<Finding> findings = new ArrayList<>();
        long covered = sum(losses, CoverageLoss::covered);
        long absent = sum(losses, CoverageLoss::absent);
        ToLongFunction<CoverageLoss> lost =
                absence == Absence.TERMINATE ? loss -> loss.absent() + loss.ended() : CoverageLoss::ended;
        long all = sum(losses, lost);
        CoverageLoss worst = worst(losses, lost);
        boolean many = all > Math.max(ALWAYS_ALLOWED, guards.terminationShare() * covered);
        boolean manyOfGroup = worst != null && share(worst, lost) > guards.groupTerminationShare();
        if (many || manyOfGroup) {
            findings.add(Edits.F021.ofFile("The file would end the coverage of " + of(all, covered) + " members"
                    + (worst == null
                            ? "."
                            : "; most in group " + worst.group() + ": " + of(lost.applyAsLong(worst), worst.covered())
                                    + ".")));
        } else if (absence != Absence.TERMINATE && absent > 0) {
            Edit edit = absence == Absence.HOLD ? Edits.F021 : Edits.F021.with(Severity.WARN);
            findings.add(edit.ofFile("The file leaves out " + of(absent, covered) + " covered members."));
        }
        CoverageLoss moved = worst(losses, CoverageLoss::moved);
        if (moved != null && share(moved, CoverageLoss::moved) > MOVED_SHARE) {
            findings.add(Edits.F022.ofFile("The file moves " + of(moved.moved(), moved.covered()) + " members of group "
                    + moved.group() + " to other plans."));
        }
        return findings;
    }

    /** The group of at least 25 members of which the largest share is touched; none when no such group is. */
    private static @Nullable CoverageLoss worst(List<CoverageLoss> losses, ToLongFunction<CoverageLoss> part) {
        return losses.stream()
                .filter(loss -> loss.covered() >= SMALLEST_GROUP && part.applyAsLong(loss) > 0)
                .max(Comparator.comparingDouble(loss -> share(loss, part)))
                .orElse(null);
    }

    private static double share(CoverageLoss loss, ToLongFunction<CoverageLoss> part) {
        return (double) part.applyAsLong(loss) / loss.covered();
    }

    private static long sum(List<CoverageLoss> losses, ToLongFunction<CoverageLoss> part) {
        return losses.stream().mapToLong(part).sum();
    }

    private static String of(long part, long whole) {
        return String.format(Locale.ROOT, "%d of %d (%.1f %%)", part, whole, whole == 0 ? 0.0 : 100.0 * part / whole);
    }
}
