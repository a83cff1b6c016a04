package counterpart.report;

import counterpart.measure.Breakdown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Denials grouped by what must be done about them. Codes are claim adjustment reason codes (CARC) of X12; the words are
 * ours. Hidden cells stay hidden: they are told together, and only where their sum may be seen.
 */
final class DenialReasons {
    private static final int MOST = 7;

    /** Group to codes; a code that stands nowhere is told by itself. */
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("Information missing or wrong", List.of("16", "125", "129", "163", "226", "227", "251", "252"));
        GROUPS.put("No prior authorization", List.of("15", "197", "198", "296"));
        GROUPS.put("Not covered by the plan", List.of("48", "49", "96", "167", "204", "256"));
        GROUPS.put("Not covered on the day", List.of("26", "27", "31", "32", "140", "177", "200"));
        GROUPS.put("Another payer comes first", List.of("19", "20", "21", "22", "23", "24", "109"));
        GROUPS.put("Not medically necessary", List.of("50", "55", "56", "150", "151", "152", "153", "154"));
        GROUPS.put("Coding does not fit", List.of("4", "5", "6", "7", "8", "9", "10", "11", "12", "181", "182", "199"));
        GROUPS.put("Part of another service", List.of("59", "97", "231", "234", "B10", "B15"));
        GROUPS.put("Benefit used up", List.of("35", "119", "149", "222", "273"));
        GROUPS.put("Filed too late", List.of("29"));
        GROUPS.put("Provider not eligible", List.of("52", "170", "171", "172", "185", "242", "243", "B7"));
        GROUPS.put("Submitted twice", List.of("18"));
    }

    private DenialReasons() {}

    /** A group and its claims. */
    record Group(String reason, long claims) {}

    /** The groups, the most first; what is hidden or beyond the places of the page stands last in one group. */
    static List<Group> of(Breakdown denials) {
        Map<String, Long> sums = new LinkedHashMap<>();
        long seen = 0;
        for (Breakdown.Row row : denials.rows()) {
            Long count = row.count();
            if (count != null) {
                sums.merge(name(row.kind()), count, Long::sum);
                seen += count;
            }
        }
        List<Group> groups = new ArrayList<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> groups.add(new Group(entry.getKey(), entry.getValue())));
        Long total = denials.total();
        long rest = total == null ? 0 : total - seen;
        while (groups.size() > MOST) {
            rest += groups.remove(groups.size() - 1).claims();
        }
        if (rest > 0) {
            groups.add(new Group("All other reasons", rest));
        }
        return groups;
    }

    private static String name(String code) {
        return GROUPS.entrySet().stream()
                .filter(group -> group.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(code.isBlank() ? "No reason given" : "Reason " + code);
    }
}
