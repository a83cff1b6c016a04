package counterpart.measure;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.measure.Handling.Source;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandlingTest {
    /** Sets of the JDK that cannot be changed have another order in each process; a scorecard's digest must not. */
    @Test
    void its_text_is_the_same_in_every_process() {
        Handling handling = new Handling(Set.of(Source.values()), 0, 0, null, true, true, 0);

        assertThat(handling.sources()).containsExactly(Source.values());
        assertThat(handling.toString())
                .contains("[COVERAGE, MEDICAL, PHARMACY, LEDGERS, ROSTERS, PHARMACY_LEDGERS, EXCHANGE]");
    }
}
