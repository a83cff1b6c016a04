package counterpart.partner.yaml;

import counterpart.finding.Nearest;
import counterpart.model.BookTable;
import counterpart.model.ControlTotals;
import counterpart.model.Fields;
import counterpart.model.FileHeader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What one kind of record must fulfil beyond the schema: its columns, and that its fields can be filled. */
final class RecordChecks {
    private final Block record;
    private final boolean headed;
    private final List<String> dates;

    /** @param dates the layout's date patterns; empty when it names none */
    RecordChecks(Block record, boolean headed, List<String> dates) {
        this.record = record;
        this.headed = headed;
        this.dates = dates;
    }

    void check() {
        checkColumns();
        checkTable();
        checkPlaces();
        new ConditionChecks(record).check();
        record.block("map")
                .ifPresent(map -> fields().ifPresent(fields -> {
                    Set<String> given = new HashSet<>(map.keys());
                    given.addAll(checkMap(map, fields, subject()));
                    checkRequired(record, fields, given);
                }));
        ClaimChecks.check(record, this::checkMap);
    }

    /** Answers the fields that are there under a misspelt name, which is told. */
    private Set<String> checkMap(Block map, Fields fields, String subject) {
        Set<String> columns = Set.copyOf(record.texts("columns"));
        List<String> known = fields.all().stream().map(Fields.Field::name).toList();
        Set<String> meant = new HashSet<>();
        for (String name : map.keys()) {
            Optional<Fields.Field> field = fields.find(name);
            if (field.isPresent()) {
                for (Places.Place place : Places.of(record)) {
                    new MappingChecks(map, field.get(), columns, dates, place).check();
                }
            } else {
                Nearest.to(name, known).ifPresent(meant::add);
                map.fault(name, "No field of " + subject + " is called '" + name + "'.", Nearest.remedy(name, known));
            }
        }
        return meant;
    }

    private void checkPlaces() {
        record.block("each").ifPresent(each -> {
            List<Integer> lengths = each.keys().stream()
                    .map(name -> each.texts(name).size())
                    .distinct()
                    .toList();
            if (lengths.size() > 1) {
                record.fault("each", "The lists are of different lengths.", "Write as many texts in each list.");
            }
        });
        if (record.has("present") && !record.has("each")) {
            record.fault("present", "There is no each that it belongs to.", "Write when in its place.");
        }
    }

    private void checkColumns() {
        List<String> columns = record.texts("columns");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!seen.add(columns.get(i))) {
                record.faultOfItem(
                        "columns",
                        i,
                        "Another column is called '" + columns.get(i) + "'.",
                        "Give each column its own name.");
            }
        }
        if (!headed && !record.has("columns") && !isUnread()) {
            record.fault(
                    "columns",
                    "The columns are not named, and the file has no heading line that names them.",
                    "List all columns in their order, or write headed: true.");
        }
    }

    /** Rows that are left out by their type alone need no columns. */
    private boolean isUnread() {
        return record.text("purpose").filter("LEFT_OUT"::equals).isPresent() && !record.has("when");
    }

    private void checkTable() {
        boolean detail = record.text("purpose").filter("DETAIL"::equals).isPresent();
        if (detail && !record.has("table")) {
            record.fault("table", "Nothing says where the rows go.", "Write table: and the name of a table.");
        } else if (!detail && record.has("table") && record.has("purpose")) {
            record.fault("table", "Only a DETAIL record fills a table.", "Remove it, or write purpose: DETAIL.");
        }
        boolean leftOut = record.text("purpose").filter("LEFT_OUT"::equals).isPresent();
        if (leftOut && record.has("map")) {
            record.fault("map", "Nothing is read of rows that are left out.", "Remove it, or write purpose: DETAIL.");
        } else if (!leftOut && record.has("purpose") && !record.has("map")) {
            record.fault(
                    "map", "Nothing says which column fills which field.", "Write map: and one line for each field.");
        }
    }

    private Optional<Fields> fields() {
        return switch (record.text("purpose").orElse("")) {
            case "HEADER" -> Optional.of(Fields.of(FileHeader.class));
            case "TRAILER" -> Optional.of(Fields.of(ControlTotals.class));
            case "DETAIL" -> record.text("table").flatMap(RecordChecks::table).map(Fields::of);
            default -> Optional.empty();
        };
    }

    static Optional<BookTable> table(String sqlName) {
        for (BookTable table : BookTable.values()) {
            if (table.sqlName().equals(sqlName.toLowerCase(Locale.ROOT))) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    private String subject() {
        return record.text("table")
                .orElse(record.text("purpose").orElse("").equals("HEADER") ? "a header" : "a trailer");
    }

    /** @param given the fields that are there, also those under a misspelt name, which is told already */
    static void checkRequired(Block record, Fields fields, Set<String> given) {
        List<String> missing = new ArrayList<>();
        for (Fields.Field field : fields.all()) {
            if (field.required() && !given.contains(field.name())) {
                missing.add(field.name());
            }
        }
        if (!missing.isEmpty()) {
            String what = missing.size() == 1 ? "The field " : "The fields ";
            record.fault(
                    "map",
                    what + String.join(", ", missing) + " must be filled and " + (missing.size() == 1 ? "is" : "are")
                            + " not.",
                    (missing.size() == 1 ? "Map it" : "Map each of them") + " to a column, or write for example "
                            + missing.get(0) + ": {constant: ...}.");
        }
    }
}
