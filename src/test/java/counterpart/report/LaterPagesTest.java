package counterpart.report;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.measure.Breakdown;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What stands on the pages about service, registers and notes. */
class LaterPagesTest {
    private final EditionDraft draft = EditionDraft.of(Samples.ordinary());

    @Test
    void denials_are_grouped_by_what_must_be_done_and_hidden_cells_are_told_together() {
        List<DenialReasons.Group> groups = DenialReasons.of(SampleService.denials());
        assertThat(groups)
                .containsExactly(
                        new DenialReasons.Group("Information missing or wrong", 812),
                        new DenialReasons.Group("No prior authorization", 640),
                        new DenialReasons.Group("Not covered by the plan", 233),
                        new DenialReasons.Group("Not medically necessary", 120),
                        new DenialReasons.Group("Filed too late", 61),
                        new DenialReasons.Group("Another payer comes first", 40),
                        new DenialReasons.Group("Coding does not fit", 18),
                        // 14 of reason 999 and 15 that are hidden
                        new DenialReasons.Group("All other reasons", 29));
        assertThat(groups.stream().mapToLong(DenialReasons.Group::claims).sum()).isEqualTo(1_953);
    }

    @Test
    void where_the_total_is_hidden_no_rest_is_derived() {
        Breakdown hidden = new Breakdown(List.of(new Breakdown.Row("16", 812L), new Breakdown.Row("B7", null)), null);
        assertThat(DenialReasons.of(hidden))
                .containsExactly(new DenialReasons.Group("Information missing or wrong", 812));
    }

    @Test
    void shares_add_up_and_only_the_whole_is_a_hundred() {
        ServicePage page = Objects.requireNonNull(draft.service());
        assertThat(page.denialsMessage()).isEqualTo("Information missing or wrong leads with 41.6% of denials");
        assertThat(page.denials().get(1).cumulative()).isEqualTo("74.3%");
        assertThat(page.denials().get(page.denials().size() - 1).cumulative()).isEqualTo("100.0%");
    }

    @Test
    void each_reconciliation_has_its_row_and_a_rate_below_one_is_never_printed_as_whole() {
        ServicePage page = Objects.requireNonNull(draft.service());
        assertThat(page.books())
                .containsExactly(
                        new ServicePage.BooksRow(
                                "Control totals (R1)",
                                "22 deliveries",
                                "20",
                                "90.9%",
                                20.0 / 22,
                                "2 count",
                                "$0.00",
                                "Oct 12, 2026"),
                        new ServicePage.BooksRow(
                                "Roster (R2)", "29,876 members", "29,876", "100.0%", 1, "none", "\u2013", "\u2013"),
                        new ServicePage.BooksRow(
                                "Claims ledger (R5)",
                                "412,380 claims",
                                "412,027",
                                "99.9%",
                                412_027.0 / 412_380,
                                "190 only at Lakeshore, 80 by amount, 41 waiting for the other side\u2019s file, 42 other",
                                "$48,211",
                                "Jun 30, 2026"));
        assertThat(page.booksMessage())
                .isEqualTo("Most is open in claims ledger: $48,211; the oldest is open since Jun 30, 2026");
    }

    @Test
    void faults_stand_under_the_name_of_the_side_whose_input_had_them() {
        ServicePage page = Objects.requireNonNull(draft.service());
        assertThat(page.partners()).containsExactly("Lakeshore", "Cascadia");
        assertThat(page.origins())
                .contains(
                        new ServicePage.OriginRow("Files late", List.of("1", "1")),
                        new ServicePage.OriginRow("Files missing", List.of("1", "0")),
                        new ServicePage.OriginRow("Files held", List.of("3", "1")),
                        new ServicePage.OriginRow("Files excused by both sides", List.of("0", "0")),
                        new ServicePage.OriginRow("Rows rejected", List.of("309", "103")),
                        new ServicePage.OriginRow("Open breaks from rejected rows", List.of("0", "12")));
    }

    @Test
    void actions_stand_with_what_is_overdue_first_and_page_one_names_it() {
        RegistersPage page = Objects.requireNonNull(draft.registers());
        assertThat(page.message()).isEqualTo("Three decisions are asked; one action is overdue; no incident is open");
        assertThat(page.actions())
                .extracting(RegistersPage.Row::key, RegistersPage.Row::status, RegistersPage.Row::age)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2", "Overdue by 10 days", "57 days"),
                        org.assertj.core.groups.Tuple.tuple("3", "Open", "57 days"),
                        org.assertj.core.groups.Tuple.tuple("1", "Done Oct 20, 2026", "36 days"));
        assertThat(draft.summary().changes())
                .contains("Actions: 2 open, 1 overdue (by up to 10 days).", "Incidents: none open.");
    }

    @Test
    void no_action_and_no_incident_is_news_too() {
        SummaryPage page = EditionDraft.of(
                        Samples.briefing(Samples.ordinary().scorecard().scores(), Registers.empty()))
                .summary();
        assertThat(page.changes()).contains("Actions: none recorded.", "Incidents: none recorded.");
    }

    @Test
    void an_action_of_a_later_day_is_not_open_yet_and_a_closed_one_not_any_more() {
        Registers.Action action = new Registers.Action(
                1, "x", "y", LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 9), LocalDate.of(2026, 10, 20));
        assertThat(action.isOpen(LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(action.daysOverdue(LocalDate.of(2026, 10, 9))).isZero();
        assertThat(action.daysOverdue(LocalDate.of(2026, 10, 12))).isEqualTo(3);
        assertThat(action.daysOverdue(LocalDate.of(2026, 10, 20))).isZero();
    }
}
