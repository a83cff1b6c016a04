package counterpart.sample;

import static counterpart.sample.Columns.DT;

import counterpart.sample.Truth.FindingRow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A person whom rows were planted on in one eligibility file: which of the rows are accepted, and under what code not. */
final class PlantedMember {
    private static final String OPEN = "99991231";

    private final String id;
    private final List<String> accepted = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();

    private PlantedMember(String id) {
        this.id = id;
    }

    /** Everybody in the rows that were handed to a file as text. */
    static Collection<PlantedMember> of(FeedWriter out, Truth truth) {
        Map<String, PlantedMember> members = new LinkedHashMap<>();
        for (Map.Entry<Long, String> row : out.planted().entrySet()) {
            List<String> rejections = truth.findings().stream()
                    .filter(f -> f.file().equals(out.file().name()) && f.line() == row.getKey())
                    .filter(f -> f.severity().equals("REJECT_ROW"))
                    .map(FindingRow::code)
                    .toList();
            PlantedMember member = members.computeIfAbsent(DT.get(row.getValue(), "member_id"), PlantedMember::new);
            if (rejections.isEmpty()) {
                member.accepted.add(row.getValue());
            } else {
                member.codes.addAll(rejections);
            }
        }
        return members.values();
    }

    String id() {
        return id;
    }

    boolean isAccepted() {
        return !accepted.isEmpty();
    }

    /** Whether all of him is one row, rejected under one of the codes. */
    boolean isRejectedAs(String... wanted) {
        return accepted.isEmpty() && codes.size() == 1 && List.of(wanted).contains(code()) && id.matches("M\\d{7}-01");
    }

    String code() {
        return codes.get(0);
    }

    /** The number of the family that has this member id. */
    int number() {
        return Integer.parseInt(id.substring(1, 8)) - 1_000_000;
    }

    /** Kinds of coverage that the accepted rows give him on a day. */
    String coverageOn(int day) {
        TreeSet<String> kinds = new TreeSet<>();
        for (String row : accepted) {
            String term = DT.get(row, "term_date");
            boolean open = term.isEmpty() || term.equals(OPEN);
            if (day(DT.get(row, "eff_date")) <= day && (open || day(term) >= day)) {
                kinds.add(DT.get(row, "coverage_type"));
            }
        }
        return String.join(", ", kinds);
    }

    /**
     * Whether the accepted rows cover a day of a month.
     *
     * @param type MED or RX
     * @param left the last day before the first full file that leaves him out, which ends what was open
     */
    boolean isCovered(String type, YearMonth month, LocalDate left) {
        return accepted.stream()
                .filter(row -> DT.get(row, "coverage_type").equals(type))
                .anyMatch(row -> {
                    String term = DT.get(row, "term_date");
                    boolean open = term.isEmpty() || term.equals(OPEN) || day(term) > left.toEpochDay();
                    long last = open ? left.toEpochDay() : day(term);
                    long first = day(DT.get(row, "eff_date"));
                    return first <= last
                            && first <= month.atEndOfMonth().toEpochDay()
                            && last >= month.atDay(1).toEpochDay();
                });
    }

    private static long day(String compact) {
        return LocalDate.parse(compact, DateTimeFormatter.BASIC_ISO_DATE).toEpochDay();
    }
}
