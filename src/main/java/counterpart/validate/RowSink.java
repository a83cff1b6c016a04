package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.RuleCode;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import counterpart.model.ClaimLine;
import counterpart.model.MedicalClaim;
import counterpart.partner.FileLayout.AmountLevel;
import java.util.function.Consumer;

/** Where judged rows go. Every detail row of a file is either accepted or rejected here, exactly once. */
public interface RowSink {
    void accept(BookTable table, BookRow row);

    /**
     * Keeps the claim that an accepted line repeats, until all lines are known.
     *
     * @param level whose amounts the line states
     */
    default void repeat(MedicalClaim claim, ClaimLine line, AmountLevel level) {
        throw new UnsupportedOperationException("claims that lines repeat cannot be kept here");
    }

    /** Tells the claims that lines repeated, in the order of their first lines. */
    default void claims(Consumer<GatheredClaim> told) {
        // nothing was kept
    }

    /**
     * @param line physical line on which the row began
     * @param original the row exactly as received
     */
    void reject(long line, String original, RuleCode code);

    /** Something that the partner is told; rows rejected along with their header have none of their own. */
    void finding(Finding finding);
}
