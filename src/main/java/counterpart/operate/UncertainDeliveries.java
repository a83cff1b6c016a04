package counterpart.operate;

import counterpart.deliver.Delivery;
import counterpart.deliver.DeliveryLedger;
import counterpart.model.PartnershipId;
import java.time.YearMonth;
import java.util.List;

/** Takes an operator's word about deliveries of which nobody could know whether they arrived. */
final class UncertainDeliveries {
    /** What the operator found out. */
    enum Word {
        /** The recipients have it. */
        RECEIVED,
        /** They have not, or it may come twice: send it again. */
        RESEND
    }

    private final DeliveryLedger ledger;

    UncertainDeliveries(Installation installation) {
        this.ledger = installation.get(DeliveryLedger.class);
    }

    /**
     * Settles all uncertain deliveries of a month's editions.
     *
     * @return what was done, in a sentence
     */
    String settle(PartnershipId partnership, YearMonth month, Word word, String reason) {
        List<Delivery> doubtful = ledger.unfinished().stream()
                .filter(delivery -> delivery.state() == Delivery.State.UNCERTAIN)
                .filter(delivery -> delivery.order().partnership().equals(partnership)
                        && delivery.order().month().equals(month))
                .toList();
        String operator = Operator.name();
        for (Delivery delivery : doubtful) {
            switch (word) {
                case RECEIVED -> ledger.confirm(delivery, operator, reason);
                case RESEND -> ledger.release(delivery, operator, reason);
            }
        }
        return doubtful.size() + " uncertain deliveries of " + month + " for " + partnership + " were "
                + (word == Word.RECEIVED ? "confirmed." : "released for sending again.");
    }
}
