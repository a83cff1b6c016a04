package counterpart.reconcile;

import java.time.YearMonth;

/**
 * One month of the roll-forward of member months (R4), between what the books said at the end of the month before and
 * what they say at its own end, or now: {@code opening + retroAdds - retroTerms + adds + reinstated - terms = closing}.
 *
 * @param opening members of the month before, as it was known at its end
 * @param retroAdds members of the month before of whom the books learned since
 * @param retroTerms members of the month before whom the books lost since
 * @param adds members who were not there in the month before, nor earlier
 * @param reinstated members who were not there in the month before, but earlier
 * @param terms members of the month before who are gone
 * @param closing members of the month
 */
public record MemberRoll(
        YearMonth month,
        long opening,
        long retroAdds,
        long retroTerms,
        long adds,
        long reinstated,
        long terms,
        long closing) {
    /** Members for whom no movement accounts; anything but 0 is a fault of this program. */
    public long unexplained() {
        return closing - (opening + retroAdds - retroTerms + adds + reinstated - terms);
    }
}
