package counterpart.reconcile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Carries a partnership's breaks from one reconciliation to the next: what is there today is open, what is there no more
 * closes itself, what comes back begins a new episode. Nothing is ever removed.
 *
 * @param breaks all breaks, open and closed, in the order of their ids
 */
public record BreakLedger(List<Break> breaks, long opened, long closed, long reopened) {
    public BreakLedger {
        breaks = List.copyOf(breaks);
    }

    /**
     * Merges today's differences into the ledger.
     *
     * @throws IllegalStateException when the ledger already knows a later day
     * @throws IllegalArgumentException when two differences are about the same attribute of the same entity
     */
    public static BreakLedger merge(
            Collection<Break> before, Collection<Difference> today, BreakIds ids, LocalDate asOf) {
        refuseEarlier(before, asOf);
        Map<String, Difference> present = new LinkedHashMap<>();
        for (Difference difference : today) {
            if (present.put(ids.of(difference), difference) != null) {
                throw new IllegalArgumentException("two differences of the " + difference.attribute()
                        + " of one entity in " + difference.reconciliation());
            }
        }
        Map<String, Break> ledger = new TreeMap<>();
        long closed = 0;
        for (Break known : before) {
            if (present.containsKey(known.id())) {
                continue;
            }
            closed += known.isOpen() ? 1 : 0;
            ledger.put(known.id(), closed(known, asOf));
        }
        Map<String, Break> byId = new LinkedHashMap<>();
        before.forEach(known -> byId.put(known.id(), known));
        long opened = 0;
        long reopened = 0;
        for (Map.Entry<String, Difference> entry : present.entrySet()) {
            Break known = byId.get(entry.getKey());
            opened += known == null ? 1 : 0;
            reopened += known != null && !known.isOpen() ? 1 : 0;
            ledger.put(
                    entry.getKey(),
                    known == null
                            ? begun(entry.getKey(), entry.getValue(), 1, asOf)
                            : seenAgain(known, entry.getValue(), asOf));
        }
        return new BreakLedger(List.copyOf(ledger.values()), opened, closed, reopened);
    }

    /** Open breaks by category, in the order of the names. */
    public Map<String, Long> openByCategory() {
        Map<String, Long> counts = new TreeMap<>();
        breaks.stream().filter(Break::isOpen).forEach(b -> counts.merge(b.what().category(), 1L, Long::sum));
        return counts;
    }

    private static Break begun(String id, Difference what, int episode, LocalDate asOf) {
        return new Break(id, what, Break.Status.OPEN, episode, asOf, asOf, null);
    }

    private static Break seenAgain(Break known, Difference what, LocalDate asOf) {
        return known.isOpen()
                ? new Break(known.id(), what, Break.Status.OPEN, known.episode(), known.firstSeen(), asOf, null)
                : begun(known.id(), what, known.episode() + 1, asOf);
    }

    private static Break closed(Break known, LocalDate asOf) {
        return known.isOpen()
                ? new Break(
                        known.id(),
                        known.what(),
                        Break.Status.CLOSED,
                        known.episode(),
                        known.firstSeen(),
                        known.lastSeen(),
                        asOf)
                : known;
    }

    private static void refuseEarlier(Collection<Break> before, LocalDate asOf) {
        for (Break known : before) {
            LocalDate closedOn = known.closedOn();
            if (known.lastSeen().isAfter(asOf) || (closedOn != null && closedOn.isAfter(asOf))) {
                throw new IllegalStateException("the break ledger already knows a day after " + asOf
                        + ", so it was left as it is; reconcile as of that day or later");
            }
        }
    }
}
