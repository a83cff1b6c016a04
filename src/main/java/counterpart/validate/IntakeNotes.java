package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.receive.Settlement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one step of the intake tells the next. It holds no member's data.
 *
 * @param rows none until the rows were checked
 * @param warned accepted rows that carry a warning
 * @param settlement none until the file was settled
 * @param guardFindings what the guards said of the file as a whole
 * @param settledAt when that was
 */
public record IntakeNotes(
        Belief belief,
        @Nullable CheckedRows rows,
        boolean crossChecked,
        long warned,
        @Nullable Settlement settlement,
        List<Finding> guardFindings,
        @Nullable Instant settledAt) {
    public IntakeNotes {
        guardFindings = List.copyOf(guardFindings);
    }

    public static IntakeNotes of(Belief belief) {
        return new IntakeNotes(belief, null, false, 0, null, List.of(), null);
    }

    public IntakeNotes with(CheckedRows checked) {
        return new IntakeNotes(belief, checked, false, 0, null, List.of(), null);
    }

    public IntakeNotes crossed(CheckedRows checked, long rowsWarned) {
        return new IntakeNotes(belief, checked, true, rowsWarned, null, List.of(), null);
    }

    public IntakeNotes settled(Settlement end, List<Finding> guards, Instant at) {
        return new IntakeNotes(belief, rows, crossChecked, warned, end, guards, at);
    }
}
