package counterpart.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SentenceTest {
    /** Maps of the JDK that cannot be changed have another order in each process; the facts beside an edition must not. */
    @Test
    void its_inputs_are_in_order_of_their_names() {
        Map<String, String> inputs =
                Map.of("files", "7", "late", "2", "missing", "1", "onTime", "4", "expected", "7", "asOf", "2026-10-31");

        assertThat(Sentence.of("D1", "2 files were late.", inputs).inputs().keySet())
                .containsExactly("asOf", "expected", "files", "late", "missing", "onTime");
    }
}
