package counterpart.partner.yaml;

import counterpart.finding.Nearest;
import counterpart.model.Fields;
import counterpart.partner.CodeLists;
import counterpart.partner.DatePatterns;
import counterpart.partner.TextTemplate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What the mapping of one field must fulfil beyond the schema. */
final class MappingChecks {
    private static final Set<String> YES_NO = Set.of("Y", "N", "1", "0", "true", "false");

    private final Block map;
    private final Fields.Field field;
    private final Set<String> columns;
    private final List<String> dates;
    private final Places.Place place;

    /**
     * @param columns the columns of the record; empty when it does not name them
     * @param dates the layout's date patterns; empty when it names none
     * @param place what names in braces stand for
     */
    MappingChecks(Block map, Fields.Field field, Set<String> columns, List<String> dates, Places.Place place) {
        this.map = map;
        this.field = field;
        this.columns = columns;
        this.dates = dates;
        this.place = place;
    }

    void check() {
        map.text(field.name()).map(place::fill).ifPresent(column -> checkColumn(map, field.name(), column));
        map.block(field.name()).ifPresent(this::checkBlock);
    }

    private void checkColumn(Block block, String key, String column) {
        if (!columns.isEmpty() && !columns.contains(column)) {
            block.fault(key, "The list columns has no '" + column + "'.", Nearest.remedy(column, columns));
        }
    }

    private void checkBlock(Block mapping) {
        mapping.oneOrMore("from").stream().map(place::fill).forEach(column -> checkColumn(mapping, "from", column));
        checkSources(mapping);
        checkText(mapping);
        checkPattern(mapping);
        checkDate(mapping);
        checkDecimals(mapping);
        checkCodes(mapping);
        mapping.text("constant").ifPresent(constant -> checkConstant(mapping, place.fill(constant)));
        mapping.text("default").ifPresent(text -> checkFixed(mapping, "default", text));
    }

    private void checkSources(Block mapping) {
        List<String> sources = List.of("from", "text", "constant").stream()
                .filter(mapping::has)
                .toList();
        if (sources.size() != 1) {
            String what = sources.isEmpty() ? "neither from nor text nor constant" : String.join(" and ", sources);
            map.fault(
                    field.name(),
                    "The field has " + what + ".",
                    "Write one of them: from: and a column, text: and columns in braces, or constant: and a text.");
        }
    }

    private void checkText(Block mapping) {
        mapping.text("text").map(place::fill).ifPresent(text -> {
            try {
                new TextTemplate(text).columns().forEach(column -> checkColumn(mapping, "text", column));
            } catch (IllegalArgumentException e) {
                mapping.fault(
                        "text",
                        "'" + text + "' is no text made of columns.",
                        "Write each column in braces, for example '{ClaimNo}-{Line}'.");
            }
        });
    }

    private void checkPattern(Block mapping) {
        mapping.text("pattern").ifPresent(text -> {
            try {
                if (Pattern.compile(text).matcher("").groupCount() < 1) {
                    mapping.fault(
                            "pattern",
                            "The pattern has no group.",
                            "Put the part that counts into parentheses, for example '(\\d+)-\\d+'.");
                }
            } catch (PatternSyntaxException e) {
                mapping.fault(
                        "pattern",
                        "The pattern cannot be read at its character " + (Math.max(0, e.getIndex()) + 1) + ": "
                                + e.getDescription() + ".",
                        "Correct it; a character that means itself, such as ( or +, gets a \\ before it.");
            }
        });
    }

    private void checkDate(Block mapping) {
        if (mapping.has("date") && field.type() != Fields.Type.DATE) {
            mapping.fault("date", "The field " + field.name() + " is no date.", "Remove date.");
        } else if (mapping.has("month") && field.type() != Fields.Type.DATE) {
            mapping.fault("month", "The field " + field.name() + " is no date.", "Remove month.");
        } else if (mapping.has("month")) {
            checkMonth(mapping);
        } else {
            mapping.oneOrMore("date").forEach(pattern -> LayoutChecks.checkDatePattern(mapping, "date", pattern));
        }
    }

    private void checkMonth(Block mapping) {
        if (!mapping.has("date")) {
            mapping.fault(
                    "month", "Nothing says how the month is written.", "Write date: and a pattern such as yyyyMM.");
        }
        for (String pattern : mapping.oneOrMore("date")) {
            try {
                DatePatterns.ofMonth(pattern);
            } catch (IllegalArgumentException e) {
                mapping.fault(
                        "date",
                        "'" + pattern + "' is no pattern of a month.",
                        "Write year (yyyy) and month (MM) and nothing else, for example yyyyMM, or remove month.");
            }
        }
    }

    private void checkDecimals(Block mapping) {
        if (mapping.has("impliedDecimals") && field.type() != Fields.Type.MONEY) {
            mapping.fault(
                    "impliedDecimals",
                    "The field " + field.name() + " is no amount of money.",
                    "Remove impliedDecimals.");
        }
        if (mapping.has("round") && field.type() != Fields.Type.MONEY) {
            mapping.fault("round", "The field " + field.name() + " is no amount of money.", "Remove round.");
        } else if (mapping.has("round") && mapping.has("impliedDecimals")) {
            mapping.fault("round", "An amount without a decimal point has nothing to round.", "Remove one of the two.");
        }
    }

    private void checkCodes(Block mapping) {
        if (!mapping.has("codes")) {
            return;
        }
        if (field.type() == Fields.Type.DATE || field.type() == Fields.Type.MONEY) {
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
        for (String key : List.of("date", "month", "impliedDecimals", "codes", "pattern", "default")) {
            if (mapping.has(key)) {
                mapping.fault(key, "A constant needs no " + key + ".", "Remove it.");
            }
        }
        checkFixed(mapping, "constant", constant);
    }

    /** A value that the configuration itself states. */
    private void checkFixed(Block mapping, String key, String value) {
        known().filter(known -> !known.contains(value))
                .ifPresent(known -> mapping.fault(
                        key,
                        "The field " + field.name() + " has no code '" + value + "'.",
                        Nearest.remedy(value, known)));
        List<String> own = mapping.oneOrMore("date");
        List<String> patterns = own.isEmpty() ? dates : own;
        if (!fits(value, patterns)) {
            mapping.fault(
                    key,
                    "'" + value + "' is not " + kind() + ".",
                    field.type() == Fields.Type.DATE
                            ? "Write a date as the layout's dates say: " + String.join(" or ", patterns) + "."
                            : "Write digits, for example 0.");
        }
    }

    private boolean fits(String constant, List<String> patterns) {
        return switch (field.type()) {
            case MONEY -> constant.matches("-?[0-9]{1,15}([.][0-9]{1,2})?");
            case WHOLE_NUMBER -> constant.matches("-?[0-9]{1,9}");
            case QUANTITY -> constant.matches("-?[0-9]{1,12}([.][0-9]{1,6})?");
            case DATE -> patterns.isEmpty() || patterns.stream().anyMatch(pattern -> isDate(constant, pattern));
            case TEXT, YES_NO -> true;
        };
    }

    private static boolean isDate(String constant, String pattern) {
        DateTimeFormatter formatter;
        try {
            formatter = DatePatterns.formatter(pattern);
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
