package counterpart.reconcile.book;

import counterpart.model.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Nets two pharmacy ledgers one transaction after the other, as a person would with two heaps of slips. */
final class FillTwin {
    private static final int TIMING_DAYS = 45;
    private static final int CARRY_DAYS = 90;

    private final LocalDate cutOff;
    private final LocalDate asOf;
    private final Map<String, Fill> lefts = new TreeMap<>();
    private final Map<String, Fill> rights = new TreeMap<>();

    record Entry(
            boolean left,
            String load,
            long row,
            String id,
            boolean bill,
            @Nullable String original,
            String prescription,
            @Nullable Integer fill,
            LocalDate service,
            LocalDate adjudicated,
            long cents) {
        String fillKey() {
            return "P/" + prescription + "/" + (fill == null ? "-" : fill) + "/" + service;
        }
    }

    /** The slips of one fill of one side, sorted into what counts and what does not. */
    private static final class Fill {
        private final List<Entry> bills = new ArrayList<>();
        private final List<Entry> counted = new ArrayList<>();
        private final List<Entry> waiting = new ArrayList<>();
        private final List<Entry> twice = new ArrayList<>();
        private final List<Entry> repeated = new ArrayList<>();
        private int reversals;

        long stands(List<Entry> entries) {
            return entries.stream().mapToLong(e -> e.bill() ? 1 : -1).sum();
        }
    }

    /** @param cutOff the day to which both ledgers reach; each side's files begin on September 1 */
    FillTwin(List<Entry> entries, LocalDate cutOff, LocalDate asOf) {
        this.cutOff = cutOff;
        this.asOf = asOf;
        sort(entries.stream().filter(Entry::left).toList(), lefts);
        sort(entries.stream().filter(e -> !e.left()).toList(), rights);
    }

    private static void sort(List<Entry> all, Map<String, Fill> fills) {
        List<Entry> inOrder = all.stream()
                .sorted(Comparator.comparing(Entry::adjudicated)
                        .thenComparing(Entry::load)
                        .thenComparing(Entry::row))
                .toList();
        Map<String, Entry> bills = new HashMap<>();
        Map<String, Entry> reversals = new HashMap<>();
        List<Entry> copies = new ArrayList<>();
        for (Entry entry : inOrder) {
            if ((entry.bill() ? bills : reversals).putIfAbsent(entry.id(), entry) != null) {
                copies.add(entry);
            }
        }
        bills.values().forEach(b -> fill(fills, b.fillKey()).bills.add(b));
        Map<Entry, String> places = new HashMap<>();
        Set<Entry> cancelled = new HashSet<>();
        List<Entry> nameless = new ArrayList<>();
        for (Entry reversal : byDayAndId(reversals.values())) {
            Entry bill = bills.get(reversal.original() == null ? reversal.id() : reversal.original());
            if (bill == null) {
                nameless.add(reversal);
                continue;
            }
            places.put(reversal, bill.fillKey());
            Fill fill = fill(fills, bill.fillKey());
            (cancelled.add(bill) ? fill.counted : fill.twice).add(reversal);
        }
        Map<String, List<Entry>> open = new HashMap<>();
        for (Entry bill : byDayAndId(bills.values())) {
            if (cancelled.contains(bill)) {
                fill(fills, bill.fillKey()).counted.add(bill);
            } else {
                open.computeIfAbsent(bill.fillKey(), k -> new ArrayList<>()).add(bill);
            }
        }
        for (Entry reversal : nameless) {
            String key = reversal.fill() != null ? reversal.fillKey() : fillOfDay(reversal, bills);
            places.put(reversal, key);
            Fill fill = fill(fills, key);
            List<Entry> candidates = open.getOrDefault(key, new ArrayList<>());
            if (!candidates.isEmpty()) {
                fill.counted.add(candidates.remove(0));
                fill.counted.add(reversal);
            } else {
                (fill.bills.isEmpty() ? fill.waiting : fill.twice).add(reversal);
            }
        }
        open.forEach((key, standing) -> stand(fill(fills, key), standing));
        places.forEach((reversal, key) -> fill(fills, key).reversals++);
        for (Entry copy : copies) {
            Entry first = Objects.requireNonNull((copy.bill() ? bills : reversals).get(copy.id()));
            String key = copy.bill() ? first.fillKey() : Objects.requireNonNull(places.get(first));
            Fill fill = fill(fills, key);
            (copy.bill() ? fill.repeated : fill.twice).add(copy);
            fill.reversals += copy.bill() ? 0 : 1;
        }
    }

    /** The first billing that stands counts; those after it were billed once more. */
    private static void stand(Fill fill, List<Entry> standing) {
        for (int i = 0; i < standing.size(); i++) {
            (i == 0 ? fill.counted : fill.repeated).add(standing.get(i));
        }
    }

    private static List<Entry> byDayAndId(java.util.Collection<Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(Entry::adjudicated).thenComparing(Entry::id))
                .toList();
    }

    private static String fillOfDay(Entry reversal, Map<String, Entry> bills) {
        return bills.values().stream()
                .filter(b -> b.prescription().equals(reversal.prescription())
                        && b.service().equals(reversal.service()))
                .map(Entry::fillKey)
                .min(String::compareTo)
                .orElse(reversal.fillKey());
    }

    private static Fill fill(Map<String, Fill> fills, String key) {
        return fills.computeIfAbsent(key, k -> new Fill());
    }

    List<String> differences() {
        List<String> found = new ArrayList<>();
        Set<String> keys = new HashSet<>(lefts.keySet());
        keys.addAll(rights.keySet());
        for (String key : keys) {
            compare(key, lefts.getOrDefault(key, new Fill()), rights.getOrDefault(key, new Fill()), found);
        }
        return found;
    }

    private void compare(String key, Fill left, Fill right, List<String> found) {
        boolean waits = !left.waiting.isEmpty() || !right.waiting.isEmpty();
        boolean hasLeft = !left.counted.isEmpty();
        boolean hasRight = !right.counted.isEmpty();
        if (waits) {
            waiting(key, left, right, found);
        } else if (hasLeft && hasRight) {
            nets(key, left, right, found);
        } else if (hasLeft || hasRight) {
            presence(key, hasLeft, hasLeft ? left : right, found);
        }
        if (!left.twice.isEmpty() || !right.twice.isEmpty()) {
            found.add(key + " DOUBLE_REVERSAL DOUBLE_REVERSAL_" + (left.twice.isEmpty() ? "RIGHT" : "LEFT") + " "
                    + count(lefts, key, left.reversals) + " " + count(rights, key, right.reversals) + " "
                    + (Math.abs(sum(left.twice)) + Math.abs(sum(right.twice))));
        }
        if (!left.repeated.isEmpty() || !right.repeated.isEmpty()) {
            boolean common = isCommon(left) && isCommon(right);
            found.add(key + " DUPLICATE DUPLICATE_" + (left.repeated.isEmpty() ? "RIGHT" : "LEFT") + " "
                    + (left.stands(counting(left, common)) + left.repeated.size()) + " "
                    + (right.stands(counting(right, common)) + right.repeated.size()) + " "
                    + (Math.abs(sum(left.repeated)) + Math.abs(sum(right.repeated))));
        }
    }

    private void waiting(String key, Fill left, Fill right, List<String> found) {
        List<Entry> all = new ArrayList<>(left.waiting);
        all.addAll(right.waiting);
        LocalDate since =
                all.stream().map(Entry::adjudicated).min(LocalDate::compareTo).orElseThrow();
        boolean carried = ChronoUnit.DAYS.between(since, asOf) <= CARRY_DAYS;
        found.add(key + " REVERSAL " + (carried ? "TIMING" : "ORPHAN_REVERSAL") + " "
                + (left.waiting.isEmpty() ? null : left.waiting.size()) + " "
                + (right.waiting.isEmpty() ? null : right.waiting.size()) + " "
                + Math.max(Math.abs(sum(left.waiting)), Math.abs(sum(right.waiting))));
    }

    private void nets(String key, Fill left, Fill right, List<String> found) {
        boolean common = isCommon(left) && isCommon(right);
        List<Entry> ours = counting(left, common);
        List<Entry> theirs = counting(right, common);
        long apart = Math.abs(sum(ours) - sum(theirs));
        if (left.stands(ours) != right.stands(theirs)) {
            found.add(key + " STATUS STATUS_DIFF " + (left.stands(ours) > 0 ? "PAID" : "REVERSED") + " "
                    + (right.stands(theirs) > 0 ? "PAID" : "REVERSED") + " " + apart);
        } else if (apart > 1) {
            found.add(key + " PAID AMOUNT_DIFF " + new Money(sum(ours)) + " " + new Money(sum(theirs)) + " " + apart);
        }
    }

    private void presence(String key, boolean isLeft, Fill fill, List<String> found) {
        LocalDate day = fill.counted.stream()
                .map(Entry::adjudicated)
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate otherReaches = isLeft ? LocalDate.of(2026, 10, 28) : LocalDate.of(2026, 10, 31);
        boolean timing = day.isAfter(otherReaches) && ChronoUnit.DAYS.between(day, asOf) <= TIMING_DAYS;
        String paid = new Money(sum(fill.counted)).toString();
        found.add(key + " PRESENCE " + (timing ? "TIMING" : "ONE_SIDED_" + (isLeft ? "LEFT" : "RIGHT")) + " "
                + (isLeft ? paid + " null" : "null " + paid) + " " + Math.abs(sum(fill.counted)));
    }

    private boolean isCommon(Fill fill) {
        return fill.counted.stream().anyMatch(e -> !e.adjudicated().isAfter(cutOff));
    }

    private List<Entry> counting(Fill fill, boolean common) {
        return fill.counted.stream()
                .filter(e -> !common || !e.adjudicated().isAfter(cutOff))
                .toList();
    }

    private static String count(Map<String, Fill> side, String key, int reversals) {
        return side.containsKey(key) ? Integer.toString(reversals) : "null";
    }

    private static long sum(List<Entry> entries) {
        return entries.stream().mapToLong(Entry::cents).sum();
    }
}
