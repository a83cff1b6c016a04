package counterpart.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** The bytes of one row while it is composed: fields, dates and amounts as one partner writes them. */
final class Row {
    private static final int FIRST_DAY = (int) LocalDate.of(1900, 1, 1).toEpochDay();
    private static final int LAST_DAY = (int) LocalDate.of(2100, 12, 31).toEpochDay();
    private static final byte[][] COMPACT_DATES = new byte[LAST_DAY - FIRST_DAY + 1][];

    private final char delimiter;
    private byte[] bytes = new byte[1024];
    private int length;

    Row(char delimiter) {
        this.delimiter = delimiter;
    }

    Row start(String recordType) {
        length = 0;
        return text(recordType);
    }

    Row start() {
        length = 0;
        return this;
    }

    Row text(String value) {
        separate(value.length());
        for (int i = 0; i < value.length(); i++) {
            bytes[length++] = (byte) value.charAt(i);
        }
        return this;
    }

    Row blank() {
        return text("");
    }

    Row blanks(int count) {
        for (int i = 0; i < count; i++) {
            blank();
        }
        return this;
    }

    Row number(long value) {
        return text(Long.toString(value));
    }

    /** A date as yyyyMMdd. */
    Row date(int day) {
        separate(8);
        byte[] text = compact(day);
        System.arraycopy(text, 0, bytes, length, 8);
        length += 8;
        return this;
    }

    /** A date as MM/dd/yyyy. */
    Row slashedDate(int day) {
        separate(10);
        byte[] text = compact(day);
        System.arraycopy(text, 4, bytes, length, 2);
        bytes[length + 2] = '/';
        System.arraycopy(text, 6, bytes, length + 3, 2);
        bytes[length + 5] = '/';
        System.arraycopy(text, 0, bytes, length + 6, 4);
        length += 10;
        return this;
    }

    /** An amount of cents with two decimals. */
    Row money(long cents) {
        separate(24);
        long rest = Math.abs(cents);
        if (cents < 0) {
            bytes[length++] = '-';
        }
        digits(rest / 100);
        bytes[length++] = '.';
        bytes[length++] = (byte) ('0' + rest / 10 % 10);
        bytes[length++] = (byte) ('0' + rest % 10);
        return this;
    }

    /** The row as text, for something to be planted in it. */
    String asText() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Ends the row with a line feed and hands out its bytes, which the next row overwrites. */
    byte[] end() {
        grow(1);
        bytes[length++] = '\n';
        return bytes;
    }

    int length() {
        return length;
    }

    private void digits(long value) {
        int from = length;
        long rest = value;
        do {
            bytes[length++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        for (int i = from, j = length - 1; i < j; i++, j--) {
            byte swapped = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = swapped;
        }
    }

    private void separate(int room) {
        grow(room + 1);
        if (length > 0) {
            bytes[length++] = (byte) delimiter;
        }
    }

    private void grow(int room) {
        if (length + room > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + room));
        }
    }

    private static byte[] compact(int day) {
        byte[] text = COMPACT_DATES[day - FIRST_DAY];
        if (text == null) {
            LocalDate date = LocalDate.ofEpochDay(day);
            int number = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
            text = new byte[8];
            for (int i = 7; i >= 0; i--) {
                text[i] = (byte) ('0' + number % 10);
                number /= 10;
            }
            COMPACT_DATES[day - FIRST_DAY] = text;
        }
        return text;
    }
}
