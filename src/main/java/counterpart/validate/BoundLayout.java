package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.Nearest;
import counterpart.finding.Outcome;
import counterpart.finding.Severity;
import counterpart.partner.FieldMapping;
import counterpart.partner.FileLayout;
import counterpart.partner.FileLayout.Condition;
import counterpart.partner.FileLayout.RecordLayout;
import counterpart.partner.FileLayout.RepeatedClaim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A layout with the place of every column: from the layout itself, or from the file's heading line. */
final class BoundLayout {
    private static final int MOST_NAMED = 5;

    private final FileLayout layout;
    private final @Nullable List<String> heading;

    private BoundLayout(FileLayout layout, @Nullable List<String> heading) {
        this.layout = layout;
        this.heading = heading;
    }

    /** Columns are known by position. */
    static BoundLayout byPosition(FileLayout layout) {
        return new BoundLayout(layout, null);
    }

    /**
     * Columns are known by the names in the heading line, after trimming and whatever their case.
     *
     * @return the layout, with an information for columns that it does not know; refused with F-026 when a column is
     *     missing or named twice
     */
    static Outcome<BoundLayout> byHeading(FileLayout layout, List<String> columns) {
        List<String> heading = columns.stream().map(BoundLayout::plain).toList();
        List<String> wanted = wanted(layout);
        List<String> known = wanted.stream().map(BoundLayout::plain).toList();
        List<String> unknown = columns.stream()
                .filter(c -> !known.contains(plain(c)))
                .map(String::strip)
                .toList();
        // A line of which less than half is known may be a row, and a row holds names of members.
        List<String> shown = heading.size() - unknown.size() >= (known.size() + 1) / 2 ? unknown : List.of();
        List<Finding> faults = new ArrayList<>();
        for (String column : wanted) {
            int times = Collections.frequency(heading, plain(column));
            if (times == 0) {
                faults.add(Edits.F026.ofFile(
                        "The heading line lacks the column " + column + instead(column, shown) + "."));
            } else if (times > 1) {
                faults.add(Edits.F026.ofFile("The heading line names the column " + column + " " + times + " times."));
            }
        }
        if (!faults.isEmpty()) {
            return new Outcome.Refusal<>(faults);
        }
        List<Finding> said = unknown.isEmpty() ? List.of() : List.of(unused(unknown));
        return new Outcome.Success<>(new BoundLayout(layout, heading), said);
    }

    FileLayout layout() {
        return layout;
    }

    /** How many fields a record of this kind has. */
    int width(RecordLayout record) {
        return heading == null ? record.columns().size() : heading.size();
    }

    <T extends Record> RowConverter<T> converter(Class<T> type, RecordLayout record) {
        return new RowConverter<>(type, record, layout.dialect(), positions(record));
    }

    /** Where columns stand, by name. */
    Map<String, Integer> positions(RecordLayout record) {
        Map<String, Integer> positions = new HashMap<>();
        if (heading == null) {
            for (int i = 0; i < record.columns().size(); i++) {
                positions.put(record.columns().get(i), i);
            }
        } else {
            for (String column : wanted(layout)) {
                positions.put(column, heading.indexOf(plain(column)));
            }
        }
        return positions;
    }

    private static List<String> wanted(FileLayout layout) {
        return layout.records().stream()
                .flatMap(r -> Stream.concat(r.columns().stream(), named(r)))
                .distinct()
                .toList();
    }

    /** The columns that a record's fields, conditions and repeated claim are read from. */
    private static Stream<String> named(RecordLayout record) {
        RepeatedClaim claim = record.claim();
        Stream<FieldMapping> ofClaim = claim == null ? Stream.empty() : claim.mappings().values().stream();
        Stream<Condition> conditions =
                Stream.concat(record.selection().when().stream(), record.selection().present().stream());
        return Stream.concat(
                Stream.concat(record.mappings().values().stream(), ofClaim).flatMap(m -> m.columns().stream()),
                conditions.map(Condition::column));
    }

    private static Finding unused(List<String> columns) {
        String names =
                String.join(", ", columns.stream().map(BoundLayout::shown).toList());
        String sentence = "Columns that were not agreed are not read: " + names + ".";
        return Finding.ofFile(Edits.F026.code(), Severity.INFO, sentence);
    }

    /** What may stand there in its place: a name like it, or else the first of those that were not agreed. */
    private static String instead(String column, List<String> unknown) {
        List<String> named = unknown.stream().filter(name -> !name.isBlank()).toList();
        return Nearest.to(column, named)
                .map(near -> "; the nearest name there is " + shown(near))
                .orElseGet(() -> named.isEmpty()
                        ? ""
                        : "; there and not agreed: "
                                + named.stream()
                                        .limit(MOST_NAMED)
                                        .map(BoundLayout::shown)
                                        .collect(Collectors.joining(", "))
                                + (named.size() > MOST_NAMED ? " and more" : ""));
    }

    /** A heading may turn out to be a row: what does not look like a name is not repeated. */
    private static String shown(String name) {
        String text = name.strip();
        return text.matches("[A-Za-z_][A-Za-z_ .#/-]{0,39}[0-9]{0,2}") ? text : "(no plain name)";
    }

    private static String plain(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }
}
