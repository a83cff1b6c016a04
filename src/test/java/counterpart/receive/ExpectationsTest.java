package counterpart.receive;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.FeedId;
import counterpart.model.FileId;
import counterpart.partner.DueTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
    private static final FeedId FEED = FeedId.of("lakeshore/eligibility");
    private static final List<Expectation> WEEKS = DueDates.between(
                    Partners.aPartner(
                            Partners.aConnection(22, "SHA256:x"), Set.of(), Partners.aFeed("eligibility", "x")),
                    Partners.MONDAYS_AT_SIX,
                    LocalDate.parse("2026-10-05"),
                    LocalDate.parse("2026-10-19"))
            .stream()
            .map(due -> Expectation.open(FEED, due))
            .toList();

    /** From a Thursday to the Tuesday after it, without the weekend. */
    private static final List<Expectation> DAYS = DueDates.between(
                    Partners.aPartner(
                            Partners.aConnection(22, "SHA256:x"), Set.of(), Partners.aFeed("eligibility", "x")),
                    new DueTime(
                            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                            LocalTime.of(6, 0),
                            Duration.ofMinutes(60)),
                    LocalDate.parse("2026-10-08"),
                    LocalDate.parse("2026-10-13"))
            .stream()
            .map(due -> Expectation.open(FEED, due))
            .toList();

    private static Expectations.Arrival arrival(int number, String at, boolean history, @Nullable String describes) {
        return new Expectations.Arrival(
                new FileId("F-00000" + number),
                Instant.parse(at),
                history,
                describes == null ? null : LocalDate.parse(describes),
                false);
    }

    /** The content of a file again, of which nothing tells the day. */
    private static Expectations.Arrival again(int number, String at) {
        return new Expectations.Arrival(new FileId("F-00000" + number), Instant.parse(at), false, null, true);
    }

    private static List<String> answer(String now, Expectations.Arrival... arrivals) {
        return answer(WEEKS, now, arrivals);
    }

    private static List<String> answer(List<Expectation> expected, String now, Expectations.Arrival... arrivals) {
        return Expectations.answer(expected, List.of(arrivals), Instant.parse(now)).stream()
                .map(e -> e.state() + (e.file() == null ? "" : " " + e.file()) + (e.late() ? " late" : ""))
                .toList();
    }

    @Test
    void nothing_is_late_before_due_time_and_grace_are_over() {
        assertThat(answer("2026-10-05T14:00:00Z")).containsExactly("EXPECTED", "EXPECTED", "EXPECTED");
        assertThat(answer("2026-10-05T14:00:01Z")).containsExactly("LATE late", "EXPECTED", "EXPECTED");
    }

    @Test
    void what_has_not_come_when_the_next_is_due_is_missing() {
        assertThat(answer("2026-10-12T13:00:00Z")).containsExactly("MISSING late", "EXPECTED", "EXPECTED");
    }

    @Test
    void a_file_in_time_and_a_late_one_answer_their_weeks() {
        assertThat(answer(
                        "2026-10-13T00:00:00Z",
                        arrival(1, "2026-10-05T14:00:00Z", false, null),
                        arrival(2, "2026-10-12T14:00:01Z", false, "2026-10-11")))
                .containsExactly("RECEIVED F-000001", "RECEIVED F-000002 late", "EXPECTED");
    }

    @Test
    void a_file_of_its_due_day_answers_that_week_however_late() {
        assertThat(answer("2026-10-05T13:00:00Z", arrival(1, "2026-10-05T12:00:00Z", false, "2026-10-05")))
                .containsExactly("RECEIVED F-000001", "EXPECTED", "EXPECTED");
        assertThat(answer("2026-10-11T13:00:00Z", arrival(1, "2026-10-10T12:00:00Z", false, "2026-10-05")))
                .containsExactly("RECEIVED F-000001 late", "EXPECTED", "EXPECTED");
    }

    @Test
    void of_neighbouring_days_a_file_answers_the_one_that_was_due_nearest_to_its_arrival() {
        assertThat(List.of(
                        fourDays("2026-10-07", "2026-10-08", "2026-10-09", "2026-10-12"),
                        fourDays("2026-10-08", "2026-10-09", "2026-10-12", "2026-10-13")))
                .as("each describes the day of work before it; each describes its own day")
                .allSatisfy(answers -> assertThat(answers)
                        .containsExactly(
                                "RECEIVED F-000001",
                                "RECEIVED F-000002 late",
                                "RECEIVED F-000003",
                                "RECEIVED F-000004"));
    }

    /** What four files of four days answer, of which the second came late. */
    private static List<String> fourDays(String... asOf) {
        return answer(
                DAYS,
                "2026-10-13T12:59:00Z",
                arrival(1, "2026-10-08T12:50:00Z", false, asOf[0]),
                arrival(2, "2026-10-09T21:00:00Z", false, asOf[1]),
                arrival(3, "2026-10-12T12:50:00Z", false, asOf[2]),
                arrival(4, "2026-10-13T12:50:00Z", false, asOf[3]));
    }

    @Test
    void a_history_file_answers_nothing() {
        assertThat(answer("2026-10-05T12:00:00Z", arrival(1, "2026-10-05T11:00:00Z", true, "2026-10-04")))
                .containsExactly("EXPECTED", "EXPECTED", "EXPECTED");
    }

    @Test
    void a_resent_week_does_not_answer_the_next_one() {
        assertThat(answer(
                        "2026-10-09T00:00:00Z",
                        arrival(1, "2026-10-05T12:00:00Z", false, "2026-10-04"),
                        arrival(2, "2026-10-08T12:00:00Z", false, "2026-10-04")))
                .containsExactly("RECEIVED F-000001", "EXPECTED", "EXPECTED");
    }

    @Test
    void the_same_content_is_an_unchanged_file_of_another_week_or_a_resent_one() {
        assertThat(answer(
                        "2026-10-19T12:00:00Z",
                        arrival(1, "2026-10-05T12:00:00Z", false, "2026-10-04"),
                        again(1, "2026-10-07T12:00:00Z"),
                        again(1, "2026-10-12T15:00:00Z")))
                .containsExactly("RECEIVED F-000001", "RECEIVED F-000001 late", "EXPECTED");
        assertThat(answer(
                        "2026-10-09T12:00:00Z",
                        arrival(1, "2026-10-05T12:00:00Z", false, "2026-10-04"),
                        again(1, "2026-10-07T12:00:00Z")))
                .containsExactly("RECEIVED F-000001", "EXPECTED", "EXPECTED");
    }

    @Test
    void an_unread_file_is_for_the_nearest_open_week() {
        assertThat(answer("2026-10-12T12:59:00Z", arrival(1, "2026-10-12T12:50:00Z", false, null)))
                .containsExactly("LATE late", "RECEIVED F-000001", "EXPECTED");
        assertThat(answer("2026-10-09T00:00:00Z", arrival(1, "2026-10-07T12:50:00Z", false, null)))
                .containsExactly("RECEIVED F-000001 late", "EXPECTED", "EXPECTED");
    }

    @Test
    void a_file_far_older_than_the_first_week_answers_nothing() {
        assertThat(answer("2026-10-05T12:00:00Z", arrival(1, "2026-10-05T11:00:00Z", false, "2026-08-30")))
                .containsExactly("EXPECTED", "EXPECTED", "EXPECTED");
    }

    @Test
    void answering_anew_gives_the_same() {
        Expectations.Arrival[] arrivals = {arrival(1, "2026-10-05T12:00:00Z", false, "2026-10-04")};
        Instant now = Instant.parse("2026-10-20T00:00:00Z");
        List<Expectation> once = Expectations.answer(WEEKS, List.of(arrivals), now);
        assertThat(Expectations.answer(once, List.of(arrivals), now)).isEqualTo(once);
    }

    @Test
    void what_is_late_or_missing_stays_so_when_the_clock_goes_back() {
        List<Expectation> told = Expectations.answer(WEEKS, List.of(), Instant.parse("2026-10-12T14:00:01Z"));
        assertThat(Expectations.answer(told, List.of(), Instant.parse("2026-10-01T00:00:00Z")))
                .isEqualTo(told)
                .extracting(Expectation::state)
                .containsExactly(FileState.MISSING, FileState.LATE, FileState.EXPECTED);
    }

    @Test
    void a_week_that_loses_its_file_to_another_is_what_the_clock_says() {
        List<Expectation> unread = Expectations.answer(
                WEEKS, List.of(arrival(1, "2026-10-05T12:00:00Z", false, null)), Instant.parse("2026-10-05T12:00:00Z"));
        assertThat(unread.get(0).state()).isEqualTo(FileState.RECEIVED);
        List<Expectation> read = Expectations.answer(
                unread,
                List.of(arrival(1, "2026-10-05T12:00:00Z", false, "2026-10-08")),
                Instant.parse("2026-10-05T15:00:00Z"));
        assertThat(read)
                .extracting(Expectation::state)
                .containsExactly(FileState.LATE, FileState.RECEIVED, FileState.EXPECTED);
    }
}
