package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.model.ControlTotals;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What reading a file's rows once came to.
 *
 * @param rowsRead detail rows read; where the file could not be read to its end, those before
 * @param declared what the trailer declares
 * @param computed the same over the rows read; absent where some row's text could not be read
 * @param fileFindings those about the file as a whole
 * @param findingsByCode of rows and of the file
 */
public record CheckedRows(
        long rowsRead,
        long rowsAccepted,
        long rowsRejected,
        @Nullable ControlTotals declared,
        ControlTotals computed,
        List<Finding> fileFindings,
        Map<String, Long> findingsByCode) {
    public CheckedRows {
        fileFindings = List.copyOf(fileFindings);
        findingsByCode = Map.copyOf(findingsByCode);
        if (rowsRead != rowsAccepted + rowsRejected) {
            throw new IllegalArgumentException(
                    "rows read " + rowsRead + " are not accepted " + rowsAccepted + " plus rejected " + rowsRejected);
        }
    }
}
