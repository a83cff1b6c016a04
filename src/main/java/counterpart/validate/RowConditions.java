package counterpart.validate;

import counterpart.partner.FileLayout.Condition;
import counterpart.partner.FileLayout.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a record is made of a row, by what the row's columns hold. */
final class RowConditions {
    private record Placed(Condition condition, int position) {
        boolean isMetBy(RecordReader record) {
            return condition.isMetBy(record.field(position));
        }
    }

    private final List<Placed> when;
    private final List<Placed> present;

    /** @param positions where the layout's columns stand, by name */
    RowConditions(Selection selection, Map<String, Integer> positions) {
        this.when = placed(selection.when(), positions);
        this.present = placed(selection.present(), positions);
    }

    private static List<Placed> placed(List<Condition> conditions, Map<String, Integer> positions) {
        List<Placed> placed = new ArrayList<>();
        for (Condition condition : conditions) {
            Integer position = positions.get(condition.column());
            if (position == null) {
                throw new IllegalArgumentException("the layout asks for the column " + condition.column()
                        + " in a condition, and does not list it");
            }
            placed.add(new Placed(condition, position));
        }
        return placed;
    }

    boolean areNone() {
        return when.isEmpty() && present.isEmpty();
    }

    /** Whether the row is of this kind; the row has the agreed width. */
    boolean tellKind(RecordReader record) {
        return when.stream().allMatch(placed -> placed.isMetBy(record));
    }

    /** Whether what the record is made of is there; the row has the agreed width. */
    boolean findContent(RecordReader record) {
        return present.stream().allMatch(placed -> placed.isMetBy(record));
    }

    /** The columns that tell the kind. */
    List<String> tellingColumns() {
        return when.stream().map(placed -> placed.condition().column()).toList();
    }
}
