package counterpart.operate;

import static counterpart.operate.ExitCode.CONFIGURATION;
import static counterpart.operate.ExitCode.DONE;
import static counterpart.operate.ExitCode.DONE_WITH_REJECTS;
import static counterpart.operate.ExitCode.INPUT_OUTPUT;
import static counterpart.operate.ExitCode.INTERNAL;
import static counterpart.operate.ExitCode.NEEDS_A_PERSON;
import static counterpart.operate.ExitCode.NOTHING_TO_DO;
import static counterpart.operate.ExitCode.SECURITY;
import static counterpart.operate.ExitCode.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void the_worst_outcome_of_a_night_wins_in_the_documented_order() {
        List<ExitCode> order = List.of(
                SECURITY, CONFIGURATION, INPUT_OUTPUT, INTERNAL, UNAVAILABLE, NEEDS_A_PERSON, DONE_WITH_REJECTS, DONE);
        for (int worse = 0; worse < order.size(); worse++) {
            for (int better = worse; better < order.size(); better++) {
                assertThat(ExitCode.worst(List.of(order.get(better), order.get(worse))))
                        .isEqualTo(order.get(worse));
            }
        }
    }

    @Test
    void nothing_to_do_is_said_only_when_nothing_was_done() {
        assertThat(ExitCode.worst(List.of(NOTHING_TO_DO, NOTHING_TO_DO))).isEqualTo(NOTHING_TO_DO);
        assertThat(ExitCode.worst(List.of(NOTHING_TO_DO, DONE))).isEqualTo(DONE);
        assertThat(ExitCode.worst(List.of())).isEqualTo(NOTHING_TO_DO);
    }
}
