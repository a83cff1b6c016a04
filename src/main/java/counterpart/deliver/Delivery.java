package counterpart.deliver;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order and how far it is. PENDING, FAILED and DEFERRED may become SENDING; SENDING becomes SENT, FAILED, DEFERRED or
 * UNCERTAIN, or SENDING again when the run that was sending died; UNCERTAIN becomes SENT or FAILED by an operator's word;
 * whatever is not SENT becomes so when people hand it over; SENT is the end.
 *
 * @param attempts how often sending was begun
 * @param failure why the last attempt failed or is uncertain, in a sentence; with FAILED, DEFERRED and UNCERTAIN only
 * @param receipt the proof; with SENT only
 */
public record Delivery(
        DeliveryOrder order,
        State state,
        int attempts,
        @Nullable String failure,
        @Nullable DeliveryReceipt receipt) {
    /** How far a delivery is. */
    public enum State {
        PENDING,
        SENDING,
        SENT,
        FAILED,
        /** The recipient's server asks to come later, in its own words; the next run does. */
        DEFERRED,
        /** All of it was sent and no answer came: the recipient may have it. */
        UNCERTAIN;

        private boolean hasFailure() {
            return this == FAILED || this == DEFERRED || this == UNCERTAIN;
        }
    }

    public Delivery {
        if (attempts < 0 || (attempts == 0) != (state == State.PENDING)) {
            throw new IllegalArgumentException("a delivery is pending exactly as long as nobody tried it");
        }
        if ((failure != null) != state.hasFailure()) {
            throw new IllegalArgumentException("a delivery says why it failed exactly when it failed or is uncertain");
        }
        if ((receipt != null) != (state == State.SENT)) {
            throw new IllegalArgumentException("a delivery has a receipt exactly when it was sent");
        }
        if (receipt != null && !receipt.sha().equals(order.artefact())) {
            throw new IllegalArgumentException(
                    "a receipt proves the delivery of what was ordered, and of nothing else");
        }
    }

    public static Delivery pending(DeliveryOrder order) {
        return new Delivery(order, State.PENDING, 0, null, null);
    }

    public boolean isSent() {
        return state == State.SENT;
    }

    /** @throws IllegalStateException when it was sent or may have been: nothing is sent twice unasked */
    public Delivery begun() {
        if (state == State.SENT) {
            throw new IllegalStateException(order.fileName() + " was delivered before and is not sent again");
        }
        if (state == State.UNCERTAIN) {
            throw new IllegalStateException(order.fileName() + " may have been delivered; a person decides first");
        }
        return new Delivery(order, State.SENDING, attempts + 1, null, null);
    }

    /** @throws IllegalStateException when it was not being sent */
    public Delivery sent(DeliveryReceipt proof) {
        requireSending();
        return new Delivery(order, State.SENT, attempts, null, proof);
    }

    /** @throws IllegalStateException when it was not being sent */
    public Delivery failed(String sentence) {
        requireSending();
        return new Delivery(order, State.FAILED, attempts, sentence, null);
    }

    /** @throws IllegalStateException when it was not being sent */
    public Delivery deferred(String sentence) {
        requireSending();
        return new Delivery(order, State.DEFERRED, attempts, sentence, null);
    }

    /** @throws IllegalStateException when it was not being sent */
    public Delivery uncertain(String sentence) {
        requireSending();
        return new Delivery(order, State.UNCERTAIN, attempts, sentence, null);
    }

    /**
     * An operator knows that the recipient has it.
     *
     * @throws IllegalStateException when there was no doubt
     */
    public Delivery confirmed(DeliveryReceipt proof) {
        requireUncertain();
        return new Delivery(order, State.SENT, attempts, null, proof);
    }

    /**
     * People gave it to the recipient themselves, whatever became of our attempts.
     *
     * @throws IllegalStateException when it was sent
     */
    public Delivery handedOver(DeliveryReceipt proof) {
        if (state == State.SENT) {
            throw new IllegalStateException(order.fileName() + " was delivered before");
        }
        return new Delivery(order, State.SENT, Math.max(1, attempts), null, proof);
    }

    /**
     * An operator wants it sent again.
     *
     * @throws IllegalStateException when there was no doubt
     */
    public Delivery released(String sentence) {
        requireUncertain();
        return new Delivery(order, State.FAILED, attempts, sentence, null);
    }

    /** Why the last attempt failed. */
    public Optional<String> failureSentence() {
        return Optional.ofNullable(failure);
    }

    private void requireSending() {
        if (state != State.SENDING) {
            throw new IllegalStateException(order.fileName() + " is " + state + ", not being sent");
        }
    }

    private void requireUncertain() {
        if (state != State.UNCERTAIN) {
            throw new IllegalStateException(order.fileName() + " is " + state + ", not uncertain");
        }
    }
}
