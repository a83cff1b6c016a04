package counterpart.partner.yaml;

import counterpart.model.Fields;
import counterpart.partner.CodeLists;
import counterpart.partner.DatePatterns;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the mapping of one field must fulfil beyond the schema. */
final class MappingChecks {
    private static final Set<String> YES_NO = Set.of("Y", "N", "1", "0", "true", "false");

    private final Block map;
    private final Fields.Field field;
    private final Set<String> columns;
    private final String dates;

    /**
     * @param columns the columns of the record; empty when it does not name them
     * @param dates the layout's date pattern; empty when it names none
     */
    MappingChecks(Block map, Fields.Field field, Set<String> columns, String dates) {
        this.map = map;
        this.field = field;
        this.columns = columns;
        this.dates = dates;
    }

    void check() {
        map.text(field.name()).ifPresent(column -> checkColumn(map, field.name(), column));
        map.block(field.name()).ifPresent(this::checkBlock);
    }

    private void checkColumn(Block block, String key, String column) {
        if (!columns.isEmpty() && !columns.contains(column)) {
            block.fault(key, "The list columns has no '" + column + "'.", Nearest.remedy(column, columns));
        }
    }

    private void checkBlock(Block mapping) {
        mapping.text("from").ifPresent(column -> checkColumn(mapping, "from", column));
        if (mapping.has("from") == mapping.has("constant")) {
            String what = mapping.has("from") ? "both from and constant" : "neither from nor constant";
            map.fault(
                    field.name(), "The field has " + what + ".", "Write from: and a column, or constant: and a text.");
        }
        checkDate(mapping);
        checkDecimals(mapping);
        checkCodes(mapping);
        mapping.text("constant").ifPresent(constant -> checkConstant(mapping, constant));
    }

    private void checkDate(Block mapping) {
        if (mapping.has("date") && field.type() != Fields.Type.DATE) {
            mapping.fault("date", "The field " + field.name() + " is no date.", "Remove date.");
        } else {
            mapping.text("date").ifPresent(pattern -> LayoutChecks.checkDatePattern(mapping, "date", pattern));
        }
    }

    private void checkDecimals(Block mapping) {
        if (mapping.has("impliedDecimals") && field.type() != Fields.Type.MONEY) {
            mapping.fault(
                    "impliedDecimals",
                    "The field " + field.name() + " is no amount of money.",
                    "Remove impliedDecimals.");
        }
    }

    private void checkCodes(Block mapping) {
        if (!mapping.has("codes")) {
            return;
        }
        if (field.type() != Fields.Type.TEXT && field.type() != Fields.Type.YES_NO) {
            mapping.fault(
                    "codes", "The field " + field.name() + " has no codes: it is " + kind() + ".", "Remove codes.");
            return;
        }
        Optional<Block> codes = mapping.block("codes");
        mapping.textsByKey("codes")
                .forEach((theirs, ours) -> codes.ifPresent(block -> known().filter(known -> !known.contains(ours))
                        .ifPresent(known -> block.fault(
                                theirs,
                                "The field " + field.name() + " has no code '" + ours + "'.",
                                Nearest.remedy(ours, known)))));
    }

    private Optional<Set<String>> known() {
        return field.type() == Fields.Type.YES_NO ? Optional.of(YES_NO) : CodeLists.of(field.name());
    }

    private void checkConstant(Block mapping, String constant) {
        for (String key : List.of("date", "impliedDecimals", "codes")) {
            if (mapping.has(key)) {
                mapping.fault(key, "A constant needs no " + key + ".", "Remove it.");
            }
        }
        known().filter(known -> !known.contains(constant))
                .ifPresent(known -> mapping.fault(
                        "constant",
                        "The field " + field.name() + " has no code '" + constant + "'.",
                        Nearest.remedy(constant, known)));
        if (!fits(constant)) {
            mapping.fault(
                    "constant",
                    "'" + constant + "' is not " + kind() + ".",
                    field.type() == Fields.Type.DATE
                            ? "Write a date as the layout's dates say: " + dates + "."
                            : "Write digits, for example 0.");
        }
    }

    private boolean fits(String constant) {
        return switch (field.type()) {
            case MONEY -> constant.matches("-?[0-9]{1,15}([.][0-9]{1,2})?");
            case WHOLE_NUMBER -> constant.matches("-?[0-9]{1,9}");
            case QUANTITY -> constant.matches("-?[0-9]{1,12}([.][0-9]{1,6})?");
            case DATE -> isDate(constant);
            case TEXT, YES_NO -> true;
        };
    }

    private boolean isDate(String constant) {
        DateTimeFormatter formatter;
        try {
            formatter = DatePatterns.formatter(dates);
        } catch (IllegalArgumentException e) {
            // The pattern itself is told as a fault of the layout.
            return true;
        }
        try {
            LocalDate.parse(constant, formatter);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private String kind() {
        return switch (field.type()) {
            case TEXT -> "a text";
            case DATE -> "a date";
            case MONEY -> "an amount of money";
            case WHOLE_NUMBER -> "a whole number";
            case QUANTITY -> "a quantity";
            case YES_NO -> "yes or no";
        };
    }
}
