package counterpart.partner;

import counterpart.finding.RuleCode;
import java.time.LocalDate;

/**
 * An edit that is set aside for a while. What it finds is still counted and shown, as waived.
 *
 * @param until the last day on which it holds
 * @param approvedBy who answers for it
 * @param reason why, in the words of who approved it
 */
public record Waiver(RuleCode edit, LocalDate until, String approvedBy, String reason) {
    public Waiver {
        if (approvedBy.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a waiver names who approved it and why");
        }
    }

    public boolean isOverOn(LocalDate day) {
        return day.isAfter(until);
    }
}
