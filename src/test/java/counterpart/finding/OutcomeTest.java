package counterpart.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final Finding EMPTY =
            Finding.ofFile(new RuleCode("F-003"), Severity.REJECT_FILE, "The file is empty. Send it again.");

    @Test
    void both_sides_are_handled() {
        assertThat(Outcome.success(7).<String>fold(s -> "value " + s.value(), r -> "refused"))
                .isEqualTo("value 7");
        assertThat(Outcome.<Integer>refusal(EMPTY)
                        .<String>fold(s -> "value", r -> r.findings().get(0).sentence()))
                .isEqualTo("The file is empty. Send it again.");
    }

    @Test
    void a_refusal_needs_a_reason() {
        assertThatThrownBy(() -> new Outcome.Refusal<>(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
