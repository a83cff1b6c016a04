package counterpart.validate;

import counterpart.finding.Severity;
import java.util.List;

/** The checks that come of how a layout turns rows into records. */
final class LayoutEdits {
    static final Edit F028 = Edit.of(
            "F-028",
            Severity.INFO,
            Edit.Level.FILE,
            "Rows were left out because the layout says that they are not for the books.",
            "Nothing, when that was agreed.",
            "agreed way of exchange");
    static final Edit M240 = Edit.of(
            "M-240",
            Severity.WARN,
            Edit.Level.CROSS,
            "The rows of one claim state different amounts of the whole claim; the first that is not zero counts.",
            "Repeat the same amount on each row, or state it on one row; if the amounts are those of the lines, say so.",
            "one amount for one claim");

    private LayoutEdits() {}

    static List<Edit> all() {
        return List.of(F028, M240);
    }
}
