package counterpart.deliver;

import counterpart.model.PartnershipId;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** What was to be delivered and what became of it. Each change stands, with its audit event, when the call returns. */
public interface DeliveryLedger {
    /** The delivery of this order: the known one, else a new one that is pending. */
    Delivery open(DeliveryOrder order);

    /**
     * Notes that sending begins, before anything is sent.
     *
     * @throws IllegalStateException when the ledger holds another state than the caller believes
     */
    Delivery begin(Delivery delivery);

    /**
     * Notes that the recipient has it.
     *
     * @throws IllegalStateException when the ledger holds another state than the caller believes
     */
    Delivery sent(Delivery delivery, DeliveryReceipt receipt);

    /**
     * Notes why the recipient does not have it.
     *
     * @throws IllegalStateException when the ledger holds another state than the caller believes
     */
    Delivery failed(Delivery delivery, String sentence);

    /**
     * Notes why the recipient does not have it yet: his server asks to come later.
     *
     * @throws IllegalStateException when the ledger holds another state than the caller believes
     */
    Delivery deferred(Delivery delivery, String sentence);

    /**
     * Notes why nobody can know whether the recipient has it.
     *
     * @throws IllegalStateException when the ledger holds another state than the caller believes
     */
    Delivery uncertain(Delivery delivery, String sentence);

    /**
     * Notes an operator's word that the recipient has what was uncertain.
     *
     * @param actor the operator's account
     * @param reason how he knows
     */
    Delivery confirm(Delivery delivery, String actor, String reason);

    /**
     * Notes that people gave the recipient what was not delivered, in whatever state it is.
     *
     * @param actor the operator's account
     * @param evidence what proves it
     */
    Delivery handedOver(Delivery delivery, String actor, String evidence);

    /**
     * Notes an operator's word that what was uncertain is to be sent again.
     *
     * @param actor the operator's account
     * @param reason why
     */
    Delivery release(Delivery delivery, String actor, String reason);

    /** All deliveries of one edition, by recipient's partner, place and file name. */
    List<Delivery> of(PartnershipId partnership, YearMonth month, int revision);

    /** The proofs of one edition, in the order of {@link #of}: what its recipients have. */
    default List<DeliveryReceipt> receipts(PartnershipId partnership, YearMonth month, int revision) {
        return of(partnership, month, revision).stream()
                .flatMap(delivery -> Stream.ofNullable(delivery.receipt()))
                .toList();
    }

    /** All that was ordered and is not sent, oldest order first: what an operator must look at. */
    List<Delivery> unfinished();
}
