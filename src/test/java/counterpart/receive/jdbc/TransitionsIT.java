package counterpart.receive.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.FeedId;
import counterpart.partner.DueTime;
import counterpart.partner.Partner;
import counterpart.receive.Expectation;
import counterpart.receive.FileState;
import counterpart.receive.MovableClock;
import counterpart.receive.Partners;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Due times over changes of clocks and ends of months, night by night in the control store. */
@Timeout(120)
class TransitionsIT {
    private static final List<LocalTime> TIMES = List.of(
            LocalTime.of(0, 30),
            LocalTime.of(1, 30),
            LocalTime.of(2, 0),
            LocalTime.of(2, 30),
            LocalTime.of(3, 0),
            LocalTime.of(23, 59));
    private static final int TRANSITIONS = 6;

    private final MovableClock clock = new MovableClock("2026-01-01T00:00:00Z");
    private Ledger ledger;

    @BeforeEach
    void start() {
        ledger = new Ledger(clock);
    }

    /** The expected instants are found by counting minutes, not by the library that computes them. */
    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "America/Los_Angeles", "Europe/Berlin", "Australia/Sydney"})
    void no_due_time_is_skipped_or_doubled_when_the_clocks_change(String zoneName) {
        ZoneId zone = ZoneId.of(zoneName);
        Instant change = Instant.parse("2026-01-01T00:00:00Z");
        for (int number = 0; number < TRANSITIONS; number++) {
            change = zone.getRules().nextTransition(change).getInstant();
            LocalDate first = LocalDate.ofInstant(change, zone).minusDays(2);
            for (LocalTime by : TIMES) {
                FeedId feed =
                        FeedId.of("lakeshore/f" + number + "-" + by.toString().replace(":", ""));
                DueTime daily = new DueTime(EnumSet.allOf(DayOfWeek.class), by, Duration.ofMinutes(60));
                for (int night = 0; night < 5; night++) {
                    if (night != 3) { // one night is left out, and each of the others comes twice
                        ledger.expectations.expect(partner(zone), feed, daily, first.plusDays(night));
                        ledger.expectations.expect(partner(zone), feed, daily, first.plusDays(night));
                    }
                }
                List<Expectation> found = of(feed, first, first.plusDays(4));
                assertThat(found)
                        .extracting(Expectation::businessDate)
                        .as("%s, %s, %s", zone, change, by)
                        .containsExactlyElementsOf(
                                first.datesUntil(first.plusDays(5)).toList());
                for (Expectation one : found) {
                    assertThat(one.dueAt())
                            .as("%s on %s at %s", zone, one.businessDate(), by)
                            .isEqualTo(byCountingMinutes(one.businessDate().atTime(by), zone, change));
                    assertThat(one.lateAt()).isEqualTo(one.dueAt().plus(Duration.ofMinutes(60)));
                }
            }
        }
    }

    @Test
    void late_and_missing_are_facts_from_the_second_on_at_which_they_are_true() {
        FeedId feed = FeedId.of("lakeshore/eligibility");
        Partner partner = partner(ZoneId.of("America/New_York"));
        DueTime sundays = new DueTime(Set.of(DayOfWeek.SUNDAY), LocalTime.of(2, 30), Duration.ofMinutes(60));
        LocalDate change = LocalDate.parse("2027-03-14"); // 02:30 is not on the clock: 03:30, which is 07:30 UTC
        ledger.expectations.expect(partner, feed, sundays, change);

        Function<String, FileState> at = instant -> {
            ledger.expectations.review(feed, Instant.parse(instant));
            return of(feed, change, change).get(0).state();
        };
        assertThat(at.apply("2027-03-14T07:30:00Z")).isEqualTo(FileState.EXPECTED);
        assertThat(at.apply("2027-03-14T08:30:00Z")).isEqualTo(FileState.EXPECTED);
        assertThat(at.apply("2027-03-14T08:30:01Z")).isEqualTo(FileState.LATE);
        ledger.expectations.expect(partner, feed, sundays, change.plusDays(7));
        assertThat(at.apply("2027-03-21T06:29:59Z")).isEqualTo(FileState.LATE);
        assertThat(at.apply("2027-03-21T06:30:00Z")).isEqualTo(FileState.MISSING);
        assertThat(ledger.control
                        .sql("select act from audit_event where subject = 'lakeshore/eligibility 2027-03-14'"
                                + " order by id")
                        .query(String.class)
                        .list())
                .containsExactly("expected", "expectation LATE", "expectation MISSING");
    }

    @Test
    void a_clock_that_goes_back_makes_no_second_business_date() {
        FeedId feed = FeedId.of("lakeshore/eligibility");
        Partner partner = partner(ZoneId.of("Europe/Berlin"));
        DueTime daily = new DueTime(EnumSet.allOf(DayOfWeek.class), LocalTime.of(6, 0), Duration.ZERO);
        LocalDate day = LocalDate.parse("2026-12-30");
        for (int ahead : new int[] {0, 1, 0, 2, 1, -5, 3}) {
            ledger.expectations.expect(partner, feed, daily, day.plusDays(ahead));
            ledger.expectations.review(
                    feed,
                    day.plusDays(ahead).atTime(12, 0).atZone(partner.zone()).toInstant());
        }
        Map<LocalDate, FileState> states = of(feed, day.minusDays(10), day.plusDays(10)).stream()
                .collect(Collectors.toMap(Expectation::businessDate, Expectation::state));
        assertThat(states)
                .containsOnlyKeys(day, day.plusDays(1), day.plusDays(2), day.plusDays(3))
                .containsEntry(day.plusDays(2), FileState.MISSING)
                .containsEntry(day.plusDays(3), FileState.LATE);
    }

    @ParameterizedTest
    @ValueSource(ints = {28, 29, 30, 31})
    void a_day_of_the_month_comes_once_a_month_at_its_end_in_leap_years_and_over_the_year(int monthDay) {
        FeedId feed = FeedId.of("lakeshore/cycle");
        Partner partner = partner(ZoneId.of("America/Los_Angeles"));
        DueTime cycle = new DueTime(Set.of(), Set.of(monthDay), LocalTime.of(6, 0), Duration.ZERO);
        LocalDate first = LocalDate.parse("2027-01-01");
        ledger.expectations.expect(partner, feed, cycle, first);
        List<LocalDate> wanted = new ArrayList<>();
        for (LocalDate day = first; day.isBefore(LocalDate.parse("2028-04-01")); day = day.plusDays(1)) {
            ledger.expectations.expect(partner, feed, cycle, day);
            boolean last = day.plusDays(1).getDayOfMonth() == 1;
            if (day.getDayOfMonth() == monthDay || (last && day.getDayOfMonth() < monthDay)) {
                wanted.add(day);
            }
        }
        assertThat(of(feed, first, LocalDate.parse("2028-12-31")))
                .extracting(Expectation::businessDate)
                .isEqualTo(wanted)
                .hasSize(15)
                .contains(
                        LocalDate.parse(monthDay == 28 ? "2028-02-28" : "2028-02-29"),
                        LocalDate.of(2027, 12, monthDay));
    }

    private List<Expectation> of(FeedId feed, LocalDate first, LocalDate last) {
        return ledger.expectations.between(first, last).stream()
                .filter(one -> one.feed().equals(feed))
                .toList();
    }

    /** The first minute with this time on the partner's clock; one that the clocks leave out is as much later. */
    private static Instant byCountingMinutes(LocalDateTime wanted, ZoneId zone, Instant change) {
        Instant minute = change.minus(Duration.ofDays(4));
        for (int i = 0; i < 8 * 24 * 60; i++) {
            if (LocalDateTime.ofInstant(minute, zone).equals(wanted)) {
                return minute;
            }
            minute = minute.plus(Duration.ofMinutes(1));
        }
        LocalDateTime before = LocalDateTime.ofInstant(change.minus(Duration.ofMinutes(1)), zone)
                .plusMinutes(1);
        return change.plus(Duration.between(before, wanted));
    }

    private static Partner partner(ZoneId zone) {
        Partner partner =
                Partners.aPartner(Partners.aConnection(22, "SHA256:x"), Set.of(), Partners.aFeed("eligibility", "x"));
        return new Partner(
                partner.id(),
                partner.name(),
                partner.role(),
                zone,
                partner.holidays(),
                partner.connection(),
                partner.acknowledgmentDirectory(),
                partner.feeds(),
                partner.layouts());
    }
}
