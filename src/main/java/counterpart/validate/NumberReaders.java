package counterpart.validate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Reads amounts and numbers as partners write them: plain digits, nothing guessed. */
final class NumberReaders {
    /** Digits that fit 64 bits, also as cents. */
    private static final int MOST_DIGITS = 15;

    private static final int CENT_DIGITS = 2;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}([.][0-9]{1,40})?");

    private NumberReaders() {}

    /**
     * Amounts in cents: {@code -?\d+(\.\d{1,2})?}; with implied decimals {@code -?\d+} of which so many are decimals.
     */
    static TextReader money(int impliedDecimals) {
        return impliedDecimals == 0 ? text -> decimal(text, CENT_DIGITS) : text -> rescale(text, impliedDecimals);
    }

    /**
     * Amounts with any number of decimals, rounded to the nearest cent, half a cent away from zero: programs that reckon
     * with binary fractions write 1018.0999999999999 and mean 1018.10.
     */
    static Object roundedMoney(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return TextReader.UNREADABLE;
        }
        return new BigDecimal(text)
                .setScale(CENT_DIGITS, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    /** Whole numbers of 32 bits. */
    static Object wholeNumber(String text) {
        long value = digits(text, 0, text.length());
        return value == BAD || value != (int) value ? TextReader.UNREADABLE : (Object) (int) value;
    }

    /** Whole numbers of at most 15 digits. */
    static Object longNumber(String text) {
        long value = digits(text, 0, text.length());
        return value == BAD ? TextReader.UNREADABLE : (Object) value;
    }

    /** Quantities: {@code -?\d+(\.\d+)?}, or digits of which so many are decimals. */
    static TextReader quantity(int impliedDecimals) {
        double scale = Math.pow(10, impliedDecimals);
        return text -> {
            if (!isDecimal(text)) {
                return TextReader.UNREADABLE;
            }
            if (impliedDecimals > 0 && text.indexOf('.') >= 0) {
                return TextReader.UNREADABLE;
            }
            return Double.parseDouble(text) / scale;
        };
    }

    private static final long BAD = Long.MIN_VALUE;

    private static Object decimal(String text, int decimals) {
        int point = text.indexOf('.');
        if (point < 0) {
            long whole = digits(text, 0, text.length());
            return whole == BAD ? TextReader.UNREADABLE : (Object) (whole * 100);
        }
        int after = text.length() - point - 1;
        if (after < 1 || after > decimals) {
            return TextReader.UNREADABLE;
        }
        long whole = digits(text, 0, point);
        long fraction = text.charAt(point + 1) == '-' ? BAD : digits(text, point + 1, text.length());
        if (whole == BAD || fraction == BAD) {
            return TextReader.UNREADABLE;
        }
        long cents = after == 1 ? fraction * 10 : fraction;
        return text.charAt(0) == '-' ? whole * 100 - cents : whole * 100 + cents;
    }

    private static Object rescale(String text, int impliedDecimals) {
        long value = digits(text, 0, text.length());
        if (value == BAD) {
            return TextReader.UNREADABLE;
        }
        for (int i = impliedDecimals; i < CENT_DIGITS; i++) {
            value *= 10;
        }
        for (int i = CENT_DIGITS; i < impliedDecimals; i++) {
            if (value % 10 != 0) {
                return TextReader.UNREADABLE;
            }
            value /= 10;
        }
        return value;
    }

    /** The signed number in a part of a text; {@link #BAD} when it is none. */
    private static long digits(String text, int from, int to) {
        boolean negative = from < to && text.charAt(from) == '-';
        int first = negative ? from + 1 : from;
        if (first >= to || to - first > MOST_DIGITS) {
            return BAD;
        }
        long value = 0;
        for (int i = first; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return BAD;
            }
            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }

    private static boolean isDecimal(String text) {
        int point = text.indexOf('.');
        if (point < 0) {
            return digits(text, 0, text.length()) != BAD;
        }
        boolean fraction = point + 1 < text.length()
                && text.charAt(point + 1) != '-'
                && digits(text, point + 1, text.length()) != BAD;
        return fraction && digits(text, 0, point) != BAD;
    }
}
