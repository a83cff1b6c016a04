package counterpart.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import counterpart.deliver.Delivery.State;
import counterpart.model.Sha256;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Delivery PENDING = Delivery.pending(Orders.anOrder());
    private static final DeliveryReceipt RECEIPT = Orders.aReceipt(Orders.ARTEFACT);

    @Test
    void it_is_sent_after_it_was_begun_and_keeps_its_receipt() {
        Delivery sent = PENDING.begun().sent(RECEIPT);
        assertThat(sent).isEqualTo(new Delivery(Orders.anOrder(), State.SENT, 1, null, RECEIPT));
    }

    @Test
    void after_a_failure_or_a_death_it_is_begun_again() {
        Delivery failed = PENDING.begun().failed("no answer");
        assertThat(failed).isEqualTo(new Delivery(Orders.anOrder(), State.FAILED, 1, "no answer", null));
        assertThat(failed.begun()).isEqualTo(new Delivery(Orders.anOrder(), State.SENDING, 2, null, null));
        assertThat(PENDING.begun().begun().attempts()).isEqualTo(2);
    }

    @Test
    void what_was_sent_is_never_begun_again() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PENDING.begun().sent(RECEIPT).begun())
                .withMessageContaining("delivered before");
    }

    @Test
    void only_what_is_being_sent_becomes_sent_or_failed() {
        Delivery sent = PENDING.begun().sent(RECEIPT);
        Delivery failed = PENDING.begun().failed("no answer");
        for (Delivery delivery : List.of(PENDING, sent, failed)) {
            assertThatIllegalStateException().isThrownBy(() -> delivery.sent(RECEIPT));
            assertThatIllegalStateException().isThrownBy(() -> delivery.failed("no answer"));
        }
    }

    @Test
    void a_receipt_for_other_bytes_proves_nothing() {
        DeliveryReceipt other = Orders.aReceipt(new Sha256("b".repeat(64)));
        assertThatIllegalArgumentException().isThrownBy(() -> PENDING.begun().sent(other));
    }

    @Test
    void a_state_without_its_proof_or_reason_is_refused() {
        DeliveryOrder order = Orders.anOrder();
        assertThatIllegalArgumentException().isThrownBy(() -> new Delivery(order, State.SENT, 1, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Delivery(order, State.FAILED, 1, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Delivery(order, State.SENDING, 1, null, RECEIPT));
        assertThatIllegalArgumentException().isThrownBy(() -> new Delivery(order, State.PENDING, 1, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Delivery(order, State.SENDING, 0, null, null));
    }
}
