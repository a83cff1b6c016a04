package counterpart.partner;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/**
 * The date patterns of layouts: those of {@code java.time}, in which {@code y} means the same year as {@code u}. A pattern
 * may tell a time of day and a zone too; they are read and left out, and the date counts as it is written.
 */
public final class DatePatterns {
    // The first tells a two-digit year (1968 would come back as 2068) and a day of the year; the second a swap of both.
    private static final List<LocalDate> PROBES = List.of(LocalDate.of(1968, 12, 31), LocalDate.of(2026, 2, 3));

    private static final LocalTime PROBE_TIME = LocalTime.of(17, 45, 56);

    private DatePatterns() {}

    /**
     * A strict formatter: 20260230 is no date. Names of months are English, in any case.
     *
     * @throws IllegalArgumentException when the pattern does not write and read back a whole date
     */
    public static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatter formatter = strict(pattern);
        for (LocalDate probe : PROBES) {
            if (!survives(probe, formatter)) {
                throw new IllegalArgumentException("not a pattern of year, month and day: " + pattern);
            }
        }
        return formatter;
    }

    /**
     * A strict formatter of a year and a month.
     *
     * @throws IllegalArgumentException when the pattern does not write and read back a whole month, and nothing but it
     */
    public static DateTimeFormatter ofMonth(String pattern) {
        DateTimeFormatter formatter = strict(pattern);
        for (LocalDate probe : PROBES) {
            YearMonth month = YearMonth.from(probe);
            try {
                if (YearMonth.parse(formatter.format(month), formatter).equals(month)) {
                    continue;
                }
            } catch (DateTimeException notAMonth) {
                // told below
            }
            throw new IllegalArgumentException("not a pattern of year and month: " + pattern);
        }
        return formatter;
    }

    private static DateTimeFormatter strict(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(withPlainYears(pattern))
                .toFormatter(Locale.US)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static boolean survives(LocalDate date, DateTimeFormatter formatter) {
        try {
            String written = formatter.format(date.atTime(PROBE_TIME).atZone(ZoneOffset.UTC));
            return LocalDate.parse(written, formatter).equals(date);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Strict resolving wants an era beside {@code y}; {@code u} needs none. Quoted text stays. */
    private static String withPlainYears(String pattern) {
        StringBuilder plain = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            plain.append(c == 'y' && !quoted ? 'u' : c);
        }
        return plain.toString();
    }
}
