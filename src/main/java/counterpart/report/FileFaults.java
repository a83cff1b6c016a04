package counterpart.report;

import counterpart.measure.Scorecard.Exchange;
import counterpart.measure.Scorecard.FileFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that were turned away: D5 (held, so that somebody must decide) and D6 (refused), with feed and reason. */
final class FileFaults {
    /** Up to so many files each is told with its reason. */
    private static final int FEW = 3;

    /** What is wrong with a file, short enough to stand in brackets; docs/rules.md has the whole sentences. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("F-002", "cannot be unpacked"),
            Map.entry("F-003", "empty"),
            Map.entry("F-004", "cut short"),
            Map.entry("F-005", "meant for another feed"),
            Map.entry("F-006", "layout not agreed"),
            Map.entry("F-007", "transfer incomplete"),
            Map.entry("F-008", "counts do not add up"),
            Map.entry("F-009", "amounts do not add up"),
            Map.entry("F-010", "file id used twice"),
            Map.entry("F-012", "a file before it is missing"),
            Map.entry("F-014", "older than the last one"),
            Map.entry("F-015", "unreadable characters"),
            Map.entry("F-017", "a test file"),
            Map.entry("F-018", "unusual number of rows"),
            Map.entry("F-019", "unusual amount paid"),
            Map.entry("F-021", "coverage of many would end"),
            Map.entry("F-022", "many would change their plan"),
            Map.entry("F-020", "too many rejected rows"),
            Map.entry("F-025", "plans or groups not agreed"),
            Map.entry("F-026", "a column is missing"),
            Map.entry("F-027", "broken line or quote"));

    private FileFaults() {}

    static List<Sentence> of(Exchange exchange) {
        List<Sentence> all = new ArrayList<>();
        List<FileFault> held =
                exchange.faults().stream().filter(FileFault::held).toList();
        List<FileFault> refused =
                exchange.faults().stream().filter(fault -> !fault.held()).toList();
        if (!held.isEmpty()) {
            String opening = Words.plural(files(held), "file is", "files are") + " held until somebody decides: ";
            all.add(sentence("D5", opening, held));
        }
        if (!refused.isEmpty()) {
            String opening = Words.plural(files(refused), "file was", "files were") + " refused: ";
            all.add(sentence("D6", opening, refused));
        }
        return all;
    }

    /** The reason in plain words; a code that has none stands for itself. */
    static String reason(String code) {
        return code.isEmpty() ? "reason not recorded" : REASONS.getOrDefault(code, code);
    }

    private static Sentence sentence(String rule, String opening, List<FileFault> faults) {
        Map<String, String> inputs = new LinkedHashMap<>();
        faults.forEach(fault -> inputs.put(fault.feed() + " " + fault.reasonCode(), String.valueOf(fault.files())));
        List<String> variants = new ArrayList<>();
        if (files(faults) <= FEW) {
            variants.add(opening + withReasons(faults) + ".");
        }
        variants.add(opening + counted(faults) + "; " + mostOften(faults) + ".");
        variants.add(opening + counted(faults) + ".");
        return Sentence.of(rule, Words.fitting(variants), inputs);
    }

    private static String withReasons(List<FileFault> faults) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        faults.forEach(fault -> reasons.computeIfAbsent(fault.feed(), feed -> new ArrayList<>())
                .add(reason(fault.reasonCode()) + (fault.files() > 1 ? ", " + fault.files() + " times" : "")));
        List<String> parts = new ArrayList<>();
        reasons.forEach((feed, its) -> parts.add(feed + " (" + String.join("; ", its) + ")"));
        return String.join(", ", parts);
    }

    private static String counted(List<FileFault> faults) {
        List<String> parts = new ArrayList<>();
        sums(faults, true).forEach((feed, files) -> parts.add(feed + " " + NumberFormats.count(files)));
        return Words.list(parts);
    }

    private static String mostOften(List<FileFault> faults) {
        List<String> reasons =
                sums(faults, false).keySet().stream().map(FileFaults::reason).toList();
        return reasons.size() <= FEW ? Words.list(reasons) : "most often " + Words.list(reasons.subList(0, 2));
    }

    /** Files by feed or by reason, the most first; ties keep the order in which they came. */
    private static Map<String, Long> sums(List<FileFault> faults, boolean byFeed) {
        Map<String, Long> sums = new LinkedHashMap<>();
        faults.forEach(fault -> sums.merge(byFeed ? fault.feed() : fault.reasonCode(), fault.files(), Long::sum));
        Map<String, Long> sorted = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static long files(List<FileFault> faults) {
        return faults.stream().mapToLong(FileFault::files).sum();
    }
}
