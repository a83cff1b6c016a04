package counterpart.reconcile;

import counterpart.model.ControlTotals;
import counterpart.model.FeedId;
import counterpart.model.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reconciles control totals (R1): declared = counted, and accepted = in the books. It holds a file against itself, never
 * against the other side's file or the whole of its books; so a file of changes is judged by its own totals as a full file
 * is, and so is a file that counts in another feed's books.
 *
 * <p>Of each delivery only the file that was loaded is judged, else the one that came last; so a refused file is a break
 * until a corrected one is loaded. Where files add up, each that was loaded is judged, and one that was not is a break
 * until a later one of the same days is loaded.
 */
public final class ControlTotalsCheck {
    private ControlTotalsCheck() {}

    public static List<Difference> differences(List<FileTotals> files) {
        List<Difference> differences = new ArrayList<>();
        judged(files).forEach(file -> add(file, differences));
        return differences;
    }

    /** Of each delivery the one file that is judged; where files add up, each that counts and what came after them. */
    public static List<FileTotals> judged(List<FileTotals> files) {
        record Delivery(FeedId feed, String slot, boolean isWhole) {}
        Map<Delivery, List<FileTotals>> deliveries = new LinkedHashMap<>();
        for (FileTotals file : files) {
            Delivery delivery = new Delivery(file.feed(), file.slot(), file.part() == null);
            deliveries.computeIfAbsent(delivery, d -> new ArrayList<>()).add(file);
        }
        List<FileTotals> judged = new ArrayList<>();
        deliveries.forEach((delivery, sent) -> judged.addAll(
                delivery.isWhole()
                        ? sent.stream().reduce(ControlTotalsCheck::theOneThatCounts).stream()
                                .toList()
                        : parts(sent)));
        return List.copyOf(judged);
    }

    /** All parts that were loaded, and one that was not when none came after it. */
    private static List<FileTotals> parts(List<FileTotals> sent) {
        return sent.stream()
                .filter(file -> file.state() == FileTotals.State.LOADED
                        || sent.stream().noneMatch(other -> other.arrival() > file.arrival()))
                .toList();
    }

    private static FileTotals theOneThatCounts(FileTotals a, FileTotals b) {
        boolean aLoaded = a.state() == FileTotals.State.LOADED;
        boolean bLoaded = b.state() == FileTotals.State.LOADED;
        if (aLoaded != bLoaded) {
            return aLoaded ? a : b;
        }
        return a.arrival() >= b.arrival() ? a : b;
    }

    private static void add(FileTotals file, List<Difference> differences) {
        ControlTotals declared = file.declared();
        ControlTotals computed = file.computed();
        if (declared != null) {
            if (differs(declared.detailCount(), computed.detailCount())) {
                differences.add(count(file, declared.detailCount(), computed.detailCount()));
            } else if (differs(declared.lineCount(), computed.lineCount())) {
                differences.add(count(file, declared.lineCount(), computed.lineCount()));
            }
            amount(file, declared, computed, differences);
        }
        FileTotals.InBooks books = file.books();
        if (books != null && books.rows() != file.accepted()) {
            differences.add(difference(
                    file, "LOADED", "LOAD_DIFF", Long.toString(file.accepted()), Long.toString(books.rows()), 0));
        } else if (books != null && file.rejected() == 0 && differs(computed.totalPaidCents(), books.paidCents())) {
            differences.add(money(file, "LOADED", "LOAD_DIFF", computed.totalPaidCents(), books.paidCents()));
        }
    }

    private static Difference count(FileTotals file, @Nullable Long declared, @Nullable Long computed) {
        return difference(file, "COUNT", "COUNT_DIFF", Objects.toString(declared), Objects.toString(computed), 0);
    }

    private static void amount(
            FileTotals file, ControlTotals declared, ControlTotals computed, List<Difference> differences) {
        Long[][] pairs = {
            {declared.totalPaidCents(), computed.totalPaidCents()},
            {declared.totalAllowedCents(), computed.totalAllowedCents()},
            {declared.totalBilledCents(), computed.totalBilledCents()},
            {declared.totalMemberCostCents(), computed.totalMemberCostCents()}
        };
        for (Long[] pair : pairs) {
            if (differs(pair[0], pair[1])) {
                differences.add(money(file, "AMOUNT", "AMOUNT_DIFF", pair[0], pair[1]));
                return;
            }
        }
    }

    private static Difference money(
            FileTotals file, String attribute, String category, @Nullable Long left, @Nullable Long right) {
        Money a = new Money(left == null ? 0 : left);
        Money b = new Money(right == null ? 0 : right);
        return difference(
                file,
                attribute,
                category,
                a.toString(),
                b.toString(),
                a.minus(b).abs().cents());
    }

    private static Difference difference(
            FileTotals file, String attribute, String category, String left, String right, long impactCents) {
        return new Difference(
                Difference.CONTROL_TOTALS,
                file.entityKey(),
                attribute,
                category,
                left,
                right,
                impactCents,
                file.state() == FileTotals.State.REFUSED ? "REFUSED" : null,
                null);
    }

    /** What one side does not state cannot differ. */
    private static boolean differs(@Nullable Long a, @Nullable Long b) {
        return a != null && b != null && !a.equals(b);
    }
}
