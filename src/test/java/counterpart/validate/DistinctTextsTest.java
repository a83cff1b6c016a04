package counterpart.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DistinctTextsTest {
    @Test
    void counts_as_a_set_does() {
        Random random = new Random(7);
        DistinctTexts distinct = new DistinctTexts();
        Set<String> twin = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            String text = "M" + random.nextInt(90_000) + (i % 3 == 0 ? "\u00e9" : "");
            distinct.add(text);
            twin.add(text);
        }
        distinct.add("");
        twin.add("");
        assertThat(distinct.count()).isEqualTo(twin.size());
    }

    @Test
    void the_digits_of_a_key_are_taken_modulo_ten_to_the_twelfth() {
        assertThat(TotalsTally.digits("E1001-02")).isEqualTo(100102);
        assertThat(TotalsTally.digits("1234567890123456789012345")).isEqualTo(456789012345L);
        assertThat(TotalsTally.digits("none")).isZero();
    }
}
