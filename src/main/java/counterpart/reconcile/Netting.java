package counterpart.reconcile;

import counterpart.model.PartnershipId;
import java.time.LocalDate;
import java.util.List;

/**
 * What netting the prescriptions of both ledgers with their reversals came to (R6).
 *
 * @param months by month of service, oldest first
 */
public record Netting(PartnershipId partnership, LocalDate asOf, Ledger left, Ledger right, List<Month> months) {
    public Netting {
        months = List.copyOf(months);
    }

    /**
     * One side's transactions. {@code billings = netted + scripts + repeated} and {@code reversals = netted + waiting +
     * twice}, but for transactions that came twice under one id: those are among the repeated and the twice.
     *
     * @param netted reversals that took a billing back
     * @param nettedAcrossFiles those of them that came in another file than their billing
     * @param waiting reversals whose billing is not there
     * @param twice further reversals of a billing
     * @param repeated further billings of a fill that stands
     * @param scripts billings that stand: what the side dispensed
     * @param billedCents plan paid of the billings, before netting
     * @param paidCents plan paid of all transactions, net
     */
    public record Ledger(
            long billings,
            long reversals,
            long netted,
            long nettedAcrossFiles,
            long waiting,
            long twice,
            long repeated,
            long scripts,
            long billedCents,
            long paidCents) {
        /** A ledger without a row. */
        public static final Ledger EMPTY = new Ledger(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        public Ledger {
            if (billings != netted + scripts + repeated || reversals != netted + waiting + twice) {
                throw new IllegalArgumentException("the prescriptions do not conserve: " + billings + " billings, but "
                        + (netted + scripts + repeated) + " accounted for; " + reversals + " reversals, but "
                        + (netted + waiting + twice) + " accounted for");
            }
        }
    }

    /**
     * Plan paid of a month of service in both ledgers, net of reversals, whenever those came.
     *
     * @param month yyyy-MM
     * @param inBreaksCents what of the difference stands in breaks
     * @param afterCutOffCents what of it was adjudicated after the day to which both ledgers reach; the rest is within the
     *     tolerance
     */
    public record Month(String month, long leftCents, long rightCents, long inBreaksCents, long afterCutOffCents) {
        /** What the left side paid more than the right. */
        public long differenceCents() {
            return leftCents - rightCents;
        }
    }
}
