package counterpart.measure.book;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.measure.MonthValue;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of adherence; every window ends in 2026. */
class AdherenceRulingsTest {
    private static final String LISINOPRIL = "99402001101";
    private static final String LISINOPRIL_2 = "99402001102";
    private static final String LOSARTAN = "99402001201";
    private static final String ATORVASTATIN = "99403001101";

    @TempDir
    Path folder;

    private MeasureFixture book;
    private int number;

    @BeforeEach
    void open() {
        book = new MeasureFixture(folder);
        book.span("M1", "RX", "PPO", "2025-01-01", null);
    }

    @AfterEach
    void close() {
        book.close();
    }

    private void fill(String ndc, String day, int supply) {
        String id = "R" + ++number;
        book.script(id, "B1", null, id, 0, day, 1_000, "ndc", ndc, "days_supply", supply);
    }

    private void is(String measure, String month, String numerator, String denominator) {
        MonthValue value = book.value(measure, month);
        assertThat(value.numerator()).as(measure).isEqualByComparingTo(numerator);
        assertThat(value.denominator()).as(measure).isEqualByComparingTo(denominator);
    }

    @Test
    void overlap_moves_on_and_150_of_172_days_are_enough() {
        fill(LISINOPRIL, "2026-01-10", 30);
        fill(LISINOPRIL, "2026-02-05", 30);
        fill(LISINOPRIL, "2026-04-01", 90);
        is("pdc-ras-antagonists", "2026-06", "1", "1");
        is("pdc-statins", "2026-06", "0", "0");
    }

    /** From January 1 to June 9 are 160 days: 128 of them are exactly 80 %. */
    @ParameterizedTest
    @CsvSource({"128, 1", "127, 0"})
    void eighty_percent_is_judged_without_rounding(int covered, String adherent) {
        book.span("M2", "RX", "PPO", "2025-01-01", "2026-06-09");
        number++;
        book.script("A", "B1", null, "A", 0, "2026-01-01", 1, "ndc", LOSARTAN, "days_supply", 100, "member_id", "M2");
        book.script(
                "B",
                "B1",
                null,
                "B",
                0,
                "2026-05-01",
                1,
                "ndc",
                LOSARTAN,
                "days_supply",
                covered - 100,
                "member_id",
                "M2");
        is("pdc-ras-antagonists", "2026-06", adherent, "1");
    }

    @Test
    void two_ingredients_at_once_cover_a_day_once_and_do_not_move() {
        // Days 1 to 90 twice over; if the second moved on, 180 of 181 days would be covered.
        fill(LISINOPRIL, "2026-01-01", 90);
        fill(LOSARTAN, "2026-01-02", 90);
        is("pdc-ras-antagonists", "2026-06", "0", "1");
        fill(LISINOPRIL_2, "2026-01-03", 90);
        is("pdc-ras-antagonists", "2026-06", "1", "1");
    }

    @Test
    void supply_beyond_the_end_is_cut_and_a_fill_before_the_window_is_none() {
        fill(LISINOPRIL, "2025-05-20", 300);
        fill(LISINOPRIL, "2025-07-10", 30);
        fill(LISINOPRIL, "2026-06-20", 300);
        is("pdc-ras-antagonists", "2026-06", "0", "1");
    }

    @Test
    void it_takes_two_dates() {
        fill(ATORVASTATIN, "2026-01-01", 90);
        fill(ATORVASTATIN, "2026-01-01", 90);
        is("pdc-statins", "2026-06", "0", "0");
        fill(ATORVASTATIN, "2026-06-29", 30);
        is("pdc-statins", "2026-06", "1", "1");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, 1", "2026-04-01, 0"})
    void the_first_fill_is_91_days_before_the_end(String first, String expected) {
        fill(ATORVASTATIN, first, 30);
        fill(ATORVASTATIN, "2026-05-01", 30);
        assertThat(book.value("pdc-statins", "2026-06").denominator()).isEqualByComparingTo(expected);
    }

    @Test
    void enrolment_ends_the_days_and_the_fills() {
        book.span("M2", "RX", "PPO", "2025-01-01", "2026-03-31");
        book.span("M2", "RX", "PPO", "2026-05-01", null);
        for (String day : new String[] {"2025-12-01", "2026-01-15", "2026-05-10"}) {
            book.script(
                    "E" + day, "B1", null, "E", 0, day, 1, "ndc", ATORVASTATIN, "days_supply", 60, "member_id", "M2");
        }
        // December 1 to March 31 are 121 days, of which 60 + 60 are covered; without the cut it would be 180 of 212.
        is("pdc-statins", "2026-06", "1", "1");
        book.script(
                "S",
                "B1",
                null,
                "S",
                0,
                "2026-01-01",
                1,
                "ndc",
                LISINOPRIL,
                "days_supply",
                30,
                "member_id",
                "STRANGER");
        is("pdc-ras-antagonists", "2026-06", "0", "0");
    }

    @ParameterizedTest
    @CsvSource({"2007-07-01, 1", "2007-07-02, 0"})
    void the_patient_is_18_at_the_start_of_the_window(String birth, String expected) {
        book.span("M3", birth, "RX", "PPO", "2025-01-01", null);
        for (String day : new String[] {"2026-01-01", "2026-03-01"}) {
            book.script(
                    "Y" + day, "B1", null, "Y", 0, day, 1, "ndc", ATORVASTATIN, "days_supply", 60, "member_id", "M3");
        }
        assertThat(book.value("pdc-statins", "2026-06").denominator()).isEqualByComparingTo(expected);
    }

    @Test
    void a_reversed_fill_never_was() {
        fill(ATORVASTATIN, "2026-01-01", 90);
        fill(ATORVASTATIN, "2026-04-01", 90);
        book.script("V", "B2", "R2", "R2", 0, "2026-04-01", -1_000, "ndc", ATORVASTATIN, "days_supply", 90);
        is("pdc-statins", "2026-06", "0", "0");
    }
}
