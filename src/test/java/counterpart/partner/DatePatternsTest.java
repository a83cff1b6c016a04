package counterpart.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "yyyyMMdd; 20261005",
                "uuuuMMdd; 20261005",
                "MM/dd/yyyy; 10/05/2026",
                "M/d/yyyy; 10/5/2026",
                "yyyy-MM-dd; 2026-10-05",
                "dd-MMM-yyyy; 05-Oct-2026",
                "dd-MMM-yyyy; 05-OCT-2026",
                "yyyyDDD; 2026278",
                "dd' day of 'MMMM yyyy; 05 day of October 2026",
                "yyyyMMddHHmmss; 20261005235959",
                "yyyy-MM-dd'T'HH:mm:ss'Z'; 2026-10-05T23:59:59Z",
                "yyyy-MM-dd HH:mm:ss[.SSS]; 2026-10-05 00:00:00.000",
                "yyyy-MM-dd'T'HH:mm:ssXXX; 2026-10-05T23:59:59-06:00",
                "M/d/yyyy h:mm:ss a; 10/5/2026 12:00:00 AM"
            })
    void a_date_is_read_as_the_pattern_writes_it(String pattern, String text) {
        assertThat(LocalDate.parse(text, DatePatterns.formatter(pattern))).isEqualTo(LocalDate.of(2026, 10, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260230", "20261301", "2026105", "202610050", "00000000", "", "2026-10-05"})
    void what_is_no_date_is_refused(String text) {
        assertThatThrownBy(() -> LocalDate.parse(text, DatePatterns.formatter("yyyyMMdd")))
                .isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "YYYYMMDD", "yyyymmdd", "MM/dd/yy", "yyyyMM", "MM/dd", "bogus", "yyyyMMdd'", "{", "HH:mm"})
    void a_pattern_that_loses_or_adds_something_is_refused(String pattern) {
        assertThatThrownBy(() -> DatePatterns.formatter(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_month_is_read_by_its_pattern_and_a_day_in_it_is_refused() {
        assertThat(YearMonth.parse("202602", DatePatterns.ofMonth("yyyyMM"))).isEqualTo(YearMonth.of(2026, 2));
        assertThat(YearMonth.parse("2026-2", DatePatterns.ofMonth("yyyy-M"))).isEqualTo(YearMonth.of(2026, 2));
        assertThatThrownBy(() -> DatePatterns.ofMonth("yyyyMMdd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DatePatterns.ofMonth("yyyy")).isInstanceOf(IllegalArgumentException.class);
    }
}
