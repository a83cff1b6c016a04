package counterpart.deliver;

import static counterpart.deliver.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import counterpart.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveryOrderTest {
    @Test
    void the_key_is_the_digest_of_edition_recipient_channel_and_artefact() throws Exception {
        String text = "cascadia-lakeshore/2026-10/r1|cascadia:/committee|sftp|" + "a".repeat(64);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(anOrder().key().value()).isEqualTo(HexFormat.of().formatHex(digest));
    }

    @Test
    void a_corrected_name_is_the_same_delivery_and_anything_else_is_another() {
        DeliveryOrder order = anOrder();
        assertThat(anOrder("Ms. Secretary", "cascadia", "/committee", 1, Orders.ARTEFACT)
                        .key())
                .isEqualTo(order.key());
        Set<Sha256> keys = Stream.of(
                        order,
                        anOrder("Secretary", "lakeshore", "/committee", 1, Orders.ARTEFACT),
                        anOrder("Secretary", "cascadia", "/other", 1, Orders.ARTEFACT),
                        anOrder("Secretary", "cascadia", "/committee", 2, Orders.ARTEFACT),
                        anOrder("Secretary", "cascadia", "/committee", 1, new Sha256("b".repeat(64))))
                .map(DeliveryOrder::key)
                .collect(Collectors.toSet());
        assertThat(keys).hasSize(5);
    }

    @Test
    void names_that_the_ledger_cannot_hold_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anOrder("x".repeat(201), "cascadia", "/committee", 1, Orders.ARTEFACT))
                .withMessageContaining("job-configs/partnerships/cascadia-lakeshore.yaml");
    }
}
