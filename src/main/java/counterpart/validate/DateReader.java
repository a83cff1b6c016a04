package counterpart.validate;

import counterpart.partner.DatePatterns;
import counterpart.partner.FieldMapping.DayOfMonth;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates in one pattern, strictly: 30 February is no date. Patterns of fixed width with a four-digit year are read
 * by position, others by {@code java.time}.
 */
final class DateReader implements TextReader {
    private static final int FIRST_YEAR = 1000;

    private final String pattern;
    private final boolean fixed;
    private final int yearAt;
    private final int monthAt;
    private final int dayAt;
    private final DateTimeFormatter formatter;

    /** @throws IllegalArgumentException when the pattern is none */
    DateReader(String pattern) {
        this.pattern = pattern.replace('y', 'u');
        this.formatter = DatePatterns.formatter(pattern);
        this.yearAt = this.pattern.indexOf("uuuu");
        this.monthAt = this.pattern.indexOf("MM");
        this.dayAt = this.pattern.indexOf("dd");
        String rest =
                this.pattern.replaceFirst("uuuu", "").replaceFirst("MM", "").replaceFirst("dd", "");
        this.fixed = yearAt >= 0
                && monthAt >= 0
                && dayAt >= 0
                && rest.chars().noneMatch(c -> Character.isLetter(c) || c == '\'' || c == '[');
    }

    /**
     * A reader that tries patterns in their order.
     *
     * @param day the day that a month stands for, when the patterns are of months
     */
    static TextReader of(List<String> patterns, @Nullable DayOfMonth day) {
        List<TextReader> readers = patterns.stream()
                .map(pattern -> day == null ? new DateReader(pattern) : ofMonth(pattern, day))
                .toList();
        if (readers.size() == 1) {
            return readers.get(0);
        }
        return text -> {
            for (TextReader reader : readers) {
                Object value = reader.read(text);
                if (value != UNREADABLE) {
                    return value;
                }
            }
            return UNREADABLE;
        };
    }

    private static TextReader ofMonth(String pattern, DayOfMonth day) {
        DateTimeFormatter formatter = DatePatterns.ofMonth(pattern);
        return text -> {
            try {
                YearMonth month = YearMonth.parse(text, formatter);
                return day == DayOfMonth.FIRST ? month.atDay(1) : month.atEndOfMonth();
            } catch (DateTimeException notAMonth) {
                return UNREADABLE;
            }
        };
    }

    @Override
    public Object read(String text) {
        try {
            return fixed ? readByPosition(text) : LocalDate.parse(text, formatter);
        } catch (DateTimeException notADate) {
            return UNREADABLE;
        }
    }

    private Object readByPosition(String text) {
        if (text.length() != pattern.length()) {
            return UNREADABLE;
        }
        for (int i = 0; i < text.length(); i++) {
            char form = pattern.charAt(i);
            char c = text.charAt(i);
            boolean matches = form == 'u' || form == 'M' || form == 'd' ? c >= '0' && c <= '9' : c == form;
            if (!matches) {
                return UNREADABLE;
            }
        }
        int year = number(text, yearAt, 4);
        int month = number(text, monthAt, 2);
        int day = number(text, dayAt, 2);
        return year < FIRST_YEAR || month < 1 || month > 12 || day < 1 || day > 31
                ? UNREADABLE
                : LocalDate.of(year, month, day);
    }

    private static int number(String text, int from, int length) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
