package counterpart.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {
    @ParameterizedTest
    @ValueSource(strings = {"1234567893", "1558598797", "1245319599", "1999999992", "2000000002"})
    void published_identifiers_of_providers_are_valid(String npi) {
        assertThat(CheckDigits.isNpi(npi)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "3234567893", "123456789", "12345678933", "123456789X", ""})
    void others_are_not(String npi) {
        assertThat(CheckDigits.isNpi(npi)).isFalse();
    }

    @Test
    void one_of_ten_check_digits_completes_an_npi() {
        assertThat(CheckDigits.completeNpi("123456789")).isEqualTo("1234567893");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000123456",
                "666123456",
                "900123456",
                "123006789",
                "123450000",
                "123456789",
                "111111111",
                "12345"
            })
    void structurally_impossible_social_security_numbers_are_refused(String ssn) {
        assertThat(CheckDigits.isSsn(ssn)).isFalse();
    }

    @Test
    void a_drug_code_has_eleven_digits_and_is_no_placeholder() {
        assertThat(CheckDigits.isNdc11("00002759701")).isTrue();
        assertThat(CheckDigits.isNdc11("00000000000")).isFalse();
        assertThat(CheckDigits.isNdc11("99999999999")).isFalse();
        assertThat(CheckDigits.isNdc11("0002-7597-01")).isFalse();
    }
}
