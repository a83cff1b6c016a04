package counterpart.measure.book;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.books.ActiveLoad;
import counterpart.measure.MeasureDefinition;
import counterpart.measure.Measures;
import counterpart.model.FeedId;
import counterpart.model.FeedName;
import counterpart.model.LoadId;
import counterpart.partner.Partnership.MemberMonthRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReachTest {
    @Test
    void a_cost_begins_when_coverage_and_claims_have_both_begun() {
        Reach reach = reach(load("lakeshore/eligibility", "2024-01-01"), load("lakeshore/medical", "2025-11-01"));

        assertThat(reach.hasBegun(measure("medical-pmpm-paid"), YearMonth.of(2025, 10)))
                .isFalse();
        assertThat(reach.hasBegun(measure("medical-pmpm-paid"), YearMonth.of(2025, 11)))
                .isTrue();
        assertThat(reach.hasBegun(measure("member-months"), YearMonth.of(2024, 1)))
                .isTrue();
        assertThat(reach.hasBegun(measure("member-months"), YearMonth.of(2023, 12)))
                .isFalse();
    }

    @Test
    void a_month_in_which_a_feed_began_after_its_first_day_is_left_out() {
        Reach reach = reach(load("lakeshore/medical", "2025-11-03"), load("lakeshore/medical", "2026-01-01"));

        assertThat(reach.hasBegun(measure("turnaround"), YearMonth.of(2025, 11)))
                .isFalse();
        assertThat(reach.hasBegun(measure("turnaround"), YearMonth.of(2025, 12)))
                .isTrue();
    }

    @Test
    void a_file_that_does_not_say_where_it_begins_limits_nothing() {
        Reach reach = reach(load("lakeshore/medical", null), load("lakeshore/medical", "2026-01-01"));

        assertThat(reach.hasBegun(measure("turnaround"), YearMonth.of(2020, 1))).isTrue();
    }

    @Test
    void a_month_with_a_week_that_no_load_tells_is_not_complete() {
        Reach whole = reach(
                medical("2026-01-01", "2026-08-09"),
                medical("2026-08-10", "2026-08-16"),
                medical("2026-08-17", "2026-11-01"));
        Reach holed = reach(medical("2026-01-01", "2026-08-09"), medical("2026-08-17", "2026-11-01"));

        assertThat(whole.isComplete(measure("turnaround"), YearMonth.of(2026, 8)))
                .isTrue();
        assertThat(holed.isComplete(measure("turnaround"), YearMonth.of(2026, 7)))
                .isTrue();
        assertThat(holed.isComplete(measure("turnaround"), YearMonth.of(2026, 8)))
                .isFalse();
        assertThat(holed.isComplete(measure("turnaround"), YearMonth.of(2026, 9)))
                .isTrue();
    }

    @Test
    void a_week_missing_in_the_run_out_keeps_a_cost_month_unscored() {
        ActiveLoad coverage = load("lakeshore/eligibility", "2024-01-01");
        Reach holed = reach(coverage, medical("2026-01-01", "2026-08-09"), medical("2026-08-17", "2026-11-01"));

        assertThat(holed.isComplete(measure("medical-pmpm-paid"), YearMonth.of(2026, 4)))
                .isTrue();
        assertThat(holed.isComplete(measure("medical-pmpm-paid"), YearMonth.of(2026, 5)))
                .isFalse();
        assertThat(holed.isComplete(measure("medical-pmpm-paid"), YearMonth.of(2026, 7)))
                .isFalse();
    }

    @Test
    void of_several_feeds_that_fill_one_ledger_the_slowest_counts() {
        ActiveLoad coverage = load("lakeshore/eligibility", "2024-01-01");
        ActiveLoad pharmacy = load("lakeshore/pharmacy", "2024-01-01");
        Reach late = reach(
                coverage,
                pharmacy,
                by("carrier", "2026-01-01", "2026-10-31"),
                by("hospital", "2026-01-01", "2026-09-30"));
        Reach level = reach(
                coverage,
                pharmacy,
                by("carrier", "2026-01-01", "2026-10-31"),
                by("hospital", "2026-01-01", "2026-10-31"));

        assertThat(late.asOf()).isEqualTo("2026-09-30");
        assertThat(late.isComplete(measure("turnaround"), YearMonth.of(2026, 10)))
                .isFalse();
        assertThat(late.isComplete(measure("turnaround"), YearMonth.of(2026, 9)))
                .isTrue();
        assertThat(level.asOf()).isEqualTo("2026-10-31");
        assertThat(level.isComplete(measure("turnaround"), YearMonth.of(2026, 10)))
                .isTrue();
    }

    @Test
    void a_week_that_one_of_several_feeds_lacks_is_a_hole_whatever_the_others_tell() {
        Reach holed = reach(
                by("carrier", "2026-01-01", "2026-11-01"),
                by("hospital", "2026-01-01", "2026-08-09"),
                by("hospital", "2026-08-17", "2026-11-01"));

        assertThat(holed.isComplete(measure("turnaround"), YearMonth.of(2026, 8)))
                .isFalse();
        assertThat(holed.isComplete(measure("turnaround"), YearMonth.of(2026, 9)))
                .isTrue();
    }

    @Test
    void changes_that_come_rarely_do_not_make_coverage_older() {
        ActiveLoad changes = new ActiveLoad(
                new LoadId("F-000003-1"),
                FeedId.of("lakeshore/eligibility"),
                ActiveLoad.slotOf(new FeedName("changes"), new FeedName("eligibility"), "F-000003"),
                "CHG",
                LocalDate.parse("2026-10-16"),
                null,
                null,
                1);
        Reach reach = reach(load("lakeshore/eligibility", "2024-01-01"), changes);

        assertThat(reach.isComplete(measure("member-months"), YearMonth.of(2026, 10)))
                .isTrue();
    }

    private static ActiveLoad by(String way, String from, String to) {
        return new ActiveLoad(
                new LoadId("F-000002-1"),
                FeedId.of("lakeshore/medical"),
                ActiveLoad.slotOf(new FeedName(way), new FeedName("medical"), from),
                "FULL",
                LocalDate.parse(to),
                LocalDate.parse(from),
                LocalDate.parse(to),
                1);
    }

    private static ActiveLoad medical(String from, String to) {
        return new ActiveLoad(
                new LoadId("F-000002-1"),
                FeedId.of("lakeshore/medical"),
                from,
                "FULL",
                LocalDate.parse(to),
                LocalDate.parse(from),
                LocalDate.parse(to),
                1);
    }

    private static Reach reach(ActiveLoad... loads) {
        return new Reach(
                MeasureFixture.partnership(MemberMonthRule.ANY_DAY), List.of(loads), LocalDate.parse("2026-11-10"));
    }

    private static ActiveLoad load(String feed, @Nullable String from) {
        return new ActiveLoad(
                new LoadId("F-000001-1"),
                FeedId.of(feed),
                "slot of " + from,
                "FULL",
                LocalDate.parse("2026-11-01"),
                from == null ? null : LocalDate.parse(from),
                LocalDate.parse("2026-11-01"),
                1);
    }

    private static MeasureDefinition measure(String name) {
        return Measures.all().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
