package counterpart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void dollars_become_cents_exactly() {
        assertThat(Money.ofDollars(new BigDecimal("-1234.5"))).isEqualTo(new Money(-123450));
        assertThat(new Money(-5)).hasToString("-0.05");
    }

    @Test
    void fractions_of_a_cent_are_refused() {
        assertThatThrownBy(() -> Money.ofDollars(new BigDecimal("0.001"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void an_overflow_is_refused_and_never_wraps() {
        Money most = new Money(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(new Money(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
    }
}
