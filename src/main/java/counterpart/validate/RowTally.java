package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.RuleCode;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import counterpart.model.ClaimLine;
import counterpart.model.MedicalClaim;
import counterpart.partner.FileLayout.AmountLevel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

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

    /** Accepts one row of the file that makes several rows of a table. */
    void acceptAll(Map<BookTable, List<BookRow>> rows, List<Finding> warnings) {
        rows.forEach((table, made) -> made.forEach(row -> sink.accept(table, row)));
        accepted++;
        findings(warnings);
    }

    /** Keeps the claim that an accepted line repeats. */
    void repeat(MedicalClaim claim, ClaimLine line, AmountLevel level) {
        sink.repeat(claim, line, level);
    }

    /** Tells the claims that lines repeated. */
    void claims(Consumer<GatheredClaim> told) {
        sink.claims(told);
    }

    /** Keeps a claim that the rows of the file, which are counted already, repeat. */
    void gathered(MedicalClaim claim, List<Finding> warnings) {
        sink.accept(BookTable.MEDICAL_CLAIM, claim);
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
