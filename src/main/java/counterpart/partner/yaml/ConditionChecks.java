package counterpart.partner.yaml;

import counterpart.finding.Nearest;
import java.util.List;
import java.util.Set;

/** What the conditions of a record must fulfil beyond the schema: that their columns are there. */
final class ConditionChecks {
    private final Block record;
    private final Set<String> columns;

    ConditionChecks(Block record) {
        this.record = record;
        this.columns = Set.copyOf(record.texts("columns"));
    }

    void check() {
        for (String key : List.of("when", "present")) {
            record.block(key)
                    .ifPresent(conditions -> conditions.keys().forEach(column -> checkColumn(conditions, column)));
        }
        boolean leftOut = record.text("purpose").filter("LEFT_OUT"::equals).isPresent();
        if (leftOut && !record.has("when") && !record.has("type")) {
            record.fault(
                    "when",
                    "Nothing says which rows are left out.",
                    "Write when: and what a column of these rows holds, or type: and the text in their first column.");
        }
    }

    private void checkColumn(Block conditions, String column) {
        for (Places.Place place : Places.of(record)) {
            String name = place.fill(column);
            if (!columns.isEmpty() && !columns.contains(name)) {
                conditions.fault(column, "The list columns has no '" + name + "'.", Nearest.remedy(name, columns));
                return;
            }
        }
    }
}
