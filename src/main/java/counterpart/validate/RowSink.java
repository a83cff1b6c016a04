package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.RuleCode;
import counterpart.model.BookRow;
import counterpart.model.BookTable;

/** Where judged rows go. Every detail row of a file is either accepted or rejected here, exactly once. */
public interface RowSink {
    void accept(BookTable table, BookRow row);

    /**
     * @param line physical line on which the row began
     * @param original the row exactly as received
     */
    void reject(long line, String original, RuleCode code);

    /** Something that the partner is told; rows rejected along with their header have none of their own. */
    void finding(Finding finding);
}
