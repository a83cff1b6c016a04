package counterpart.sample;

import counterpart.sample.Measures.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * True adherence: each patient's pill boxes are walked through day by day. What is fetched goes into the box of its
 * ingredient; on each day one is taken from every box that has any, and the day counts when one had.
 */
final class AdherenceTruth {
    private static final int WINDOW = 12;
    private static final String[] MEASURES = {"pdc-diabetes", "pdc-ras-antagonists", "pdc-statins"};

    private final MonthAxis axis;
    private final List<Map<Integer, List<Fill>>> patients = List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    private record Fill(Family family, int person, String ingredient, int day, int supply) {}

    AdherenceTruth(MonthAxis axis) {
        this.axis = axis;
    }

    /** Takes a loaded bill; none of the drugs of a class is ever taken back. */
    void pharmacy(ScriptDraft script) {
        for (int drugClass = 0; drugClass < MEASURES.length; drugClass++) {
            if (script.drug.ndc().startsWith("9940" + (drugClass + 1))) {
                patients.get(drugClass)
                        .computeIfAbsent(script.family.memberNumber(script.person), p -> new ArrayList<>())
                        .add(new Fill(
                                script.family,
                                script.person,
                                script.drug.name().split(" ")[0],
                                script.service,
                                script.days));
            }
        }
    }

    List<Value> values(int asOf, UnaryOperator<Family> now) {
        List<Value> values = new ArrayList<>();
        for (int month = WINDOW - 1; month < axis.count(); month++) {
            int first = (int) axis.at(month - WINDOW + 1).atDay(1).toEpochDay();
            int last = (int) axis.at(month).atEndOfMonth().toEpochDay();
            for (int drugClass = 0; drugClass < MEASURES.length; drugClass++) {
                long all = 0;
                long adherent = 0;
                for (List<Fill> fills : patients.get(drugClass).values()) {
                    double covered = covered(fills, first, last, asOf, now);
                    all += covered < 0 ? 0 : 1;
                    adherent += covered >= 0.8 ? 1 : 0;
                }
                values.add(new Value(MEASURES[drugClass], axis.at(month), BigDecimal.valueOf(adherent), all));
            }
        }
        return values;
    }

    /** The share of a patient's days that is covered in a window, or -1 when he does not belong to the measure. */
    private static double covered(List<Fill> all, int windowStart, int windowEnd, int asOf, UnaryOperator<Family> now) {
        List<Fill> fills = all.stream()
                .filter(f -> f.day() >= windowStart && f.day() <= windowEnd)
                .toList();
        if (fills.isEmpty()) {
            return -1;
        }
        Family family = now.apply(fills.get(0).family());
        LocalDate birth = LocalDate.ofEpochDay(family.births()[fills.get(0).person()]);
        int first = fills.stream().mapToInt(Fill::day).min().orElseThrow();
        int end = Math.min(windowEnd, EligibilityRows.knownLast(family, asOf));
        long dates = fills.stream()
                .mapToInt(Fill::day)
                .filter(d -> d <= end)
                .distinct()
                .count();
        if (birth.plusYears(18).isAfter(LocalDate.ofEpochDay(windowStart)) || end - first < 91 || dates < 2) {
            return -1;
        }
        Map<String, Integer> boxes = new HashMap<>();
        int taken = 0;
        for (int day = first; day <= end; day++) {
            for (Fill fill : fills) {
                if (fill.day() == day) {
                    boxes.merge(fill.ingredient(), fill.supply(), Integer::sum);
                }
            }
            boolean had = boxes.values().stream().anyMatch(left -> left > 0);
            taken += had ? 1 : 0;
            boxes.replaceAll((ingredient, left) -> Math.max(0, left - 1));
        }
        // Both are whole numbers: 4 of 5 days are 80 % without a rounding.
        return taken * 5 >= (end - first + 1) * 4 ? 1 : 0;
    }
}
