package counterpart.receive;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.partner.DueTime;
import counterpart.partner.Partner;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DueDatesTest {
    private static Partner closedOn(String... days) {
        return Partners.aPartner(
                Partners.aConnection(22, "SHA256:x"),
                Set.copyOf(List.of(days).stream().map(LocalDate::parse).toList()),
                Partners.aFeed("eligibility", "x"));
    }

    private static List<DueDates.Due> between(Partner partner, DueTime due, String first, String last) {
        return DueDates.between(partner, due, LocalDate.parse(first), LocalDate.parse(last));
    }

    @Test
    void due_instants_follow_the_partners_clock_across_the_end_of_summer_time() {
        assertThat(between(closedOn(), Partners.MONDAYS_AT_SIX, "2026-10-20", "2026-11-03"))
                .extracting(d -> d.businessDate() + " " + d.dueAt() + " " + d.lateAt())
                .containsExactly(
                        "2026-10-26 2026-10-26T13:00:00Z 2026-10-26T14:00:00Z",
                        "2026-11-02 2026-11-02T14:00:00Z 2026-11-02T15:00:00Z");
    }

    @Test
    void a_due_time_that_the_clocks_skip_is_as_much_later() {
        DueTime sundayNight = new DueTime(Set.of(DayOfWeek.SUNDAY), LocalTime.of(2, 30), Duration.ZERO);
        assertThat(between(closedOn(), sundayNight, "2027-03-14", "2027-03-14"))
                .extracting(d -> d.dueAt().toString())
                .containsExactly("2027-03-14T10:30:00Z");
    }

    @Test
    void a_holiday_moves_the_due_day_to_the_next_day_that_is_none() {
        assertThat(between(closedOn("2026-10-05", "2026-10-06"), Partners.MONDAYS_AT_SIX, "2026-10-05", "2026-10-11"))
                .extracting(d -> d.businessDate().toString())
                .containsExactly("2026-10-07");
    }

    @Test
    void a_billing_cycle_is_due_on_days_of_the_month_and_a_month_without_such_a_day_on_its_last() {
        DueTime cycle = new DueTime(Set.of(), Set.of(15, 31), LocalTime.of(6, 0), Duration.ZERO);
        assertThat(between(closedOn("2027-02-15"), cycle, "2027-01-15", "2027-03-01"))
                .extracting(d -> d.businessDate().toString())
                .containsExactly("2027-01-15", "2027-01-31", "2027-02-16", "2027-02-28");
    }

    @Test
    void two_due_days_that_meet_are_one() {
        DueTime daily = new DueTime(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), LocalTime.of(6, 0), Duration.ZERO);
        assertThat(between(closedOn("2026-10-05"), daily, "2026-10-05", "2026-10-09"))
                .extracting(d -> d.businessDate().toString())
                .containsExactly("2026-10-06");
    }
}
