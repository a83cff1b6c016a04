package counterpart.partner;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/** The date patterns of layouts: those of {@code java.time}, in which {@code y} means the same year as {@code u}. */
public final class DatePatterns {
    // The first tells a two-digit year (1968 would come back as 2068) and a day of the year; the second a swap of both.
    private static final List<LocalDate> PROBES = List.of(LocalDate.of(1968, 12, 31), LocalDate.of(2026, 2, 3));

    private DatePatterns() {}

    /**
     * A strict formatter: 20260230 is no date. Names of months are English, in any case.
     *
     * @throws IllegalArgumentException when the pattern does not write and read back a whole date, and nothing but it
     */
    public static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(withPlainYears(pattern))
                .toFormatter(Locale.US)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
        for (LocalDate probe : PROBES) {
            if (!survives(probe, formatter)) {
                throw new IllegalArgumentException("not a pattern of year, month and day: " + pattern);
            }
        }
        return formatter;
    }

    private static boolean survives(LocalDate date, DateTimeFormatter formatter) {
        try {
            return LocalDate.parse(formatter.format(date), formatter).equals(date);
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
