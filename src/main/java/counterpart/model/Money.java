package counterpart.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact amount of US dollars, kept as whole cents; negative amounts are reversals or credits. */
public record Money(long cents) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    /**
     * The amount that {@code dollars} states.
     *
     * @throws ArithmeticException when it has fractions of a cent or does not fit 64 bits of cents
     */
    public static Money ofDollars(BigDecimal dollars) {
        return new Money(
                dollars.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    public Money negated() {
        return new Money(Math.negateExact(cents));
    }

    public Money abs() {
        return new Money(Math.absExact(cents));
    }

    /** Dollars with two decimals. */
    public BigDecimal dollars() {
        return BigDecimal.valueOf(cents, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /** Plain digits with two decimals, as partners' files state money: {@code -1234.50}. */
    @Override
    public String toString() {
        return dollars().toPlainString();
    }
}
