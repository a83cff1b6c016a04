package counterpart.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MasksTest {
    @Test
    void an_identifier_keeps_its_form_and_its_last_two_characters() {
        assertThat(Masks.identifier("LK0012345-02")).isEqualTo("AA9999999-02");
    }

    @Test
    void a_short_identifier_keeps_its_form_only() {
        assertThat(Masks.identifier("AB12")).isEqualTo("AA99");
    }

    @Test
    void a_form_says_nothing_of_the_value_and_has_no_control_characters() {
        assertThat(Masks.form("1985-02-14")).isEqualTo("9999-99-99");
        assertThat(Masks.form("O'Hara\nJane")).isEqualTo("A'AAAA?AAAA");
        assertThat(Masks.form("a very long value")).isEqualTo("A AAAA AAAA ...");
    }
}
