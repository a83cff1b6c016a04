package counterpart.measure.book;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.measure.MeasureDefinition.Unit;
import counterpart.measure.MonthValue;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of stays, readmissions and emergency visits. Months are of 2025, so that all have their run-out. */
class CareRulingsTest {
    @TempDir
    Path folder;

    private MeasureFixture book;

    @BeforeEach
    void open() {
        book = new MeasureFixture(folder);
        book.span("M1", "MED", "PPO", "2025-01-01", null);
    }

    @AfterEach
    void close() {
        book.close();
    }

    private void is(String measure, String month, String numerator, String denominator) {
        MonthValue value = book.value(measure, month);
        assertThat(value.numerator()).as(measure).isEqualByComparingTo(numerator);
        assertThat(value.denominator()).as(measure).isEqualByComparingTo(denominator);
    }

    @Test
    void a_stay_that_begins_the_day_after_discharge_is_the_same_stay() {
        book.stay("C1", "M1", "2025-10-01", "2025-10-05");
        book.stay("C2", "M1", "2025-10-06", "2025-10-10");
        is("admissions-per-1000", "2025-10", "1", "1");
        is("length-of-stay", "2025-10", "9", "1");
        is("readmission-30-day", "2025-10", "0", "1");
    }

    @Test
    void a_stay_with_one_day_between_is_another_and_a_readmission() {
        book.stay("C1", "M1", "2025-10-01", "2025-10-05");
        book.stay("C2", "M1", "2025-10-07", "2025-10-10");
        is("admissions-per-1000", "2025-10", "2", "1");
        is("readmission-30-day", "2025-10", "1", "2");
    }

    @Test
    void an_admission_on_day_30_counts_in_the_month_of_discharge_and_on_day_31_no_more() {
        book.span("M2", "MED", "PPO", "2025-01-01", null);
        book.stay("C1", "M1", "2025-10-05", "2025-10-10");
        book.stay("C2", "M1", "2025-11-09", "2025-11-12");
        is("readmission-30-day", "2025-10", "1", "1");
        is("readmission-30-day", "2025-11", "0", "1");
        book.stay("C3", "M2", "2025-10-05", "2025-10-10");
        book.stay("C4", "M2", "2025-11-10", "2025-11-12");
        is("readmission-30-day", "2025-10", "1", "2");
    }

    @Test
    void interim_bills_are_one_stay_and_bill_type_12x_is_none() {
        book.stay("C1", "M1", "2025-10-01", "2025-10-06", "bill_type", "0112", "discharge_status", "30");
        book.stay(
                "C2",
                "M1",
                "2025-10-07",
                "2025-10-12",
                "bill_type",
                "113",
                "discharge_status",
                "30",
                "admit_date",
                LocalDate.parse("2025-10-01"));
        book.stay("C3", "M1", "2025-10-13", "2025-10-15", "bill_type", "0114");
        book.stay("C4", "M1", "2025-10-25", "2025-10-27", "bill_type", "0121");
        is("admissions-per-1000", "2025-10", "1", "1");
        is("length-of-stay", "2025-10", "14", "1");
        is("readmission-30-day", "2025-10", "0", "1");
    }

    @ParameterizedTest
    @CsvSource({
        "discharge_status, 20",
        "discharge_status, 41",
        "discharge_status, 30",
        "principal_diagnosis, O80",
        "principal_diagnosis, Z3800",
        "drg, 807",
        "drg, 795"
    })
    void who_dies_stays_or_gives_birth_is_no_index(String column, String value) {
        book.stay("C1", "M1", "2025-10-01", "2025-10-05", column, value);
        is("readmission-30-day", "2025-10", "0", "0");
        is("admissions-per-1000", "2025-10", "1", "1");
    }

    @ParameterizedTest
    @CsvSource({
        "2007-10-05, 1, turns 18 on the day of discharge",
        "2007-10-06, 0, is 17",
        "1960-10-06, 1, is 64",
        "1960-10-05, 0, turns 65 on the day of discharge"
    })
    void an_index_is_from_18_to_64_at_discharge(String birth, String expected, String why) {
        book.span("M5", birth, "MED", "PPO", "2025-01-01", null);
        book.stay("C1", "M5", "2025-10-01", "2025-10-05");
        assertThat(book.value("readmission-30-day", "2025-10").denominator())
                .as(why)
                .isEqualByComparingTo(expected);
    }

    @Test
    void an_index_is_covered_from_discharge_through_day_30_and_not_of_one_day() {
        book.span("M2", "MED", "PPO", "2025-01-01", "2025-11-04");
        book.span("M3", "MED", "PPO", "2025-01-01", "2025-11-03");
        book.span("M4", "MED", "PPO", "2025-01-01", "2025-10-20");
        book.span("M4", "MED", "HMO", "2025-10-21", null);
        book.stay("C2", "M2", "2025-10-01", "2025-10-05");
        book.stay("C3", "M3", "2025-10-01", "2025-10-05");
        book.stay("C4", "M4", "2025-10-01", "2025-10-05");
        book.stay("C5", "M1", "2025-10-05", "2025-10-05");
        book.stay("C6", "STRANGER", "2025-10-01", "2025-10-05");
        is("readmission-30-day", "2025-10", "0", "2");
    }

    @Test
    void a_reversed_or_denied_stay_never_was() {
        book.stay("C1", "M1", "2025-10-01", "2025-10-05");
        book.claim("C1", 1, "REVERSAL", "REVERSED", "2025-11-20", -100_000, "bill_type", "0111");
        book.stay("C2", "M1", "2025-10-15", "2025-10-18", "claim_status", "DENIED");
        is("admissions-per-1000", "2025-10", "0", "1");
    }

    @Test
    void hospital_doctor_and_radiology_of_one_day_are_one_visit() {
        book.care("C1", "M1", "2025-10-03", "0450", "99283");
        book.care("C2", "M1", "2025-10-03", null, "99284");
        book.care("C3", "M1", "2025-10-03", null, "71046");
        is("ed-visits-per-1000", "2025-10", "1", "1");
    }

    @Test
    void a_visit_that_a_stay_follows_the_next_day_is_none() {
        book.care("C1", "M1", "2025-10-07", "450", null);
        book.stay("C2", "M1", "2025-10-08", "2025-10-10");
        is("ed-visits-per-1000", "2025-10", "0", "1");
        book.care("C3", "M1", "2025-10-06", "0981", null);
        is("ed-visits-per-1000", "2025-10", "1", "1");
    }

    @Test
    void a_doctor_counts_only_when_no_hospital_does_within_a_day() {
        book.care("C1", "M1", "2025-10-03", "0450", null);
        book.care("C2", "M1", "2025-10-04", null, "99285");
        is("ed-visits-per-1000", "2025-10", "1", "1");
        book.care("C3", "M1", "2025-10-05", null, "99281");
        is("ed-visits-per-1000", "2025-10", "2", "1");
        book.care("C4", "M1", "2025-10-20", null, "99213");
        book.care("C5", "M1", "2025-10-21", "0300", "99283");
        is("ed-visits-per-1000", "2025-10", "2", "1");
    }

    @Test
    void one_visit_in_a_thousand_member_months_is_twelve_a_thousand_a_year() {
        for (int i = 2; i <= 1_000; i++) {
            book.span("M" + i, "MED", "PPO", "2025-01-01", null);
        }
        book.care("C1", "M1", "2025-10-03", "0459", null);
        assertThat(book.value("ed-visits-per-1000", "2025-10").value(Unit.PER_THOUSAND))
                .isEqualByComparingTo("12");
    }
}
