package counterpart.measure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the two sides' books agreed when they were last held against each other, ready for a table.
 *
 * @param lines one for each reconciliation, in the order of their codes
 * @param months roll-forward of member months, oldest first
 */
public record BookAgreement(List<Line> lines, PaidAfterTerm paidAfterTerm, List<Roll> months) {
    /** The books were never held against each other. */
    public static final BookAgreement NONE = new BookAgreement(List.of(), new PaidAfterTerm(0, 0, 0, null), List.of());

    /**
     * What one reconciliation came to.
     *
     * @param code R1, R2, ...
     * @param title in words, for example "Claims ledger"
     * @param counted what {@code compared} and {@code agreed} count, in words, for example "claims"
     * @param open open breaks, but for those that are a matter of timing
     * @param impactCents dollars at stake in the open ones
     * @param oldest day on which the oldest open one began; none when none is open
     */
    public record Line(
            String code,
            String title,
            String counted,
            long compared,
            long agreed,
            long open,
            long timing,
            long impactCents,
            @Nullable LocalDate oldest) {}

    /**
     * Coverage that was ended in hindsight.
     *
     * @param members those whose coverage ended before a day on which an earlier file still said that they were covered
     * @param withClaims those of them for whom more was paid than taken back
     * @param paidCents dollars paid for their service after the end, net of reversals
     * @param oldest earliest last covered day among them; none when there is none
     */
    public record PaidAfterTerm(
            long members,
            long withClaims,
            long paidCents,
            @Nullable LocalDate oldest) {}

    /**
     * How the members of the month before became those of a month:
     * {@code opening + retroAdds - retroTerms + adds + reinstated - terms = closing}.
     */
    public record Roll(
            YearMonth month,
            long opening,
            long retroAdds,
            long retroTerms,
            long adds,
            long reinstated,
            long terms,
            long closing) {}

    public BookAgreement {
        lines = List.copyOf(lines);
        months = List.copyOf(months);
    }
}
