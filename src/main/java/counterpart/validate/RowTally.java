package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.RuleCode;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Passes judged rows on and counts them, so that nothing goes missing between reading and keeping. */
final class RowTally {
    private final RowSink sink;
    private final Map<String, Long> findingsByCode = new TreeMap<>();
    private long accepted;
    private long rejected;

    RowTally(RowSink sink) {
        this.sink = sink;
    }

    void accept(BookTable table, BookRow row, List<Finding> warnings) {
        sink.accept(table, row);
        accepted++;
        findings(warnings);
    }

    void reject(long line, String original, RuleCode code, List<Finding> reasons) {
        sink.reject(line, original, code);
        rejected++;
        findings(reasons);
    }

    void finding(Finding finding) {
        sink.finding(finding);
        findingsByCode.merge(finding.code().value(), 1L, Long::sum);
    }

    private void findings(List<Finding> findings) {
        for (Finding finding : findings) {
            finding(finding);
        }
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }

    Map<String, Long> findingsByCode() {
        return findingsByCode;
    }
}
