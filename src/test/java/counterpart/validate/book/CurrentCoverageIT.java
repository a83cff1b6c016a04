package counterpart.validate.book;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.books.ActiveLoad;
import counterpart.books.BooksSettings;
import counterpart.books.DuckBooks;
import counterpart.books.LoadWriter;
import counterpart.model.BookTable;
import counterpart.model.CoverageSpan;
import counterpart.model.FeedId;
import counterpart.model.Home;
import counterpart.model.LoadId;
import counterpart.validate.ExampleRow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worked by hand: a full file, each kind of change after it, and the next full file. */
class CurrentCoverageIT {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 10, 4);

    @TempDir
    Path folder;

    private DuckBooks books;
    private int loads;
    private long row;

    @BeforeEach
    void open() {
        books = DuckBooks.open(new Home(folder), BooksSettings.besideHeap(), "none");
        load("FULL", SUNDAY, span("A", "MED", null, null), span("A", "RX", null, null), span("B", "MED", null, null));
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void an_addition_adds_and_a_change_states_the_span_anew() throws Exception {
        load("CHG", SUNDAY.plusDays(1), span("C", "MED", "021", null), changed("A", "MED", "001", "plan_code", "HDHP"));
        assertThat(current())
                .containsExactly("A MED HDHP open", "A RX PPO500 open", "B MED PPO500 open", "C MED PPO500 open");
    }

    @Test
    void a_termination_ends_and_a_reinstatement_opens_again() throws Exception {
        load("CHG", SUNDAY.plusDays(1), span("A", "MED", "024", day(9, 30)));
        assertThat(current()).containsExactly("A MED PPO500 2026-09-30", "A RX PPO500 open", "B MED PPO500 open");
        load("CHG", SUNDAY.plusDays(2), span("A", "MED", "025", null));
        assertThat(current()).containsExactly("A MED PPO500 open", "A RX PPO500 open", "B MED PPO500 open");
    }

    @Test
    void a_termination_of_another_effective_date_ends_what_is_open() throws Exception {
        load(
                "CHG",
                SUNDAY.plusDays(1),
                changed("A", "MED", "024", "effective_date", day(3, 1), "termination_date", day(9, 30)));
        assertThat(current()).containsExactly("A MED PPO500 2026-09-30", "A RX PPO500 open", "B MED PPO500 open");
    }

    @Test
    void a_cancelled_span_never_took_effect() throws Exception {
        load("CHG", SUNDAY.plusDays(1), span("B", "MED", "002", null));
        assertThat(current()).containsExactly("A MED PPO500 open", "A RX PPO500 open", "B MED PPO500 2025-12-31");
    }

    @Test
    void the_last_change_of_a_file_and_the_last_file_of_a_day_count() throws Exception {
        load("CHG", SUNDAY.plusDays(1), span("B", "MED", "024", day(8, 31)), span("B", "MED", "024", day(9, 30)));
        load("CHG", SUNDAY.plusDays(1), span("A", "RX", "024", day(7, 31)));
        load("CHG", SUNDAY.plusDays(1), span("A", "RX", "024", day(6, 30)));
        assertThat(current()).containsExactly("A MED PPO500 open", "A RX PPO500 2026-06-30", "B MED PPO500 2026-09-30");
    }

    @Test
    void a_later_full_file_speaks_for_all_changes_before_it() throws Exception {
        load("CHG", SUNDAY.plusDays(1), span("B", "MED", "024", day(9, 30)), span("C", "MED", "021", null));
        load("FULL", SUNDAY.plusWeeks(1), span("B", "MED", null, null));
        assertThat(current()).containsExactly("B MED PPO500 open");
        load("CHG", SUNDAY.plusDays(3), span("B", "MED", "024", day(9, 1)));
        assertThat(current()).containsExactly("B MED PPO500 open");
        load("CHG", SUNDAY.plusWeeks(1), span("B", "MED", "024", day(9, 2)));
        assertThat(current()).containsExactly("B MED PPO500 2026-09-02");
    }

    @Test
    void rows_of_one_full_file_stand_beside_each_other_and_a_change_speaks_for_all_of_them() throws Exception {
        load(
                "FULL",
                SUNDAY.plusWeeks(1),
                span("A", "MED", null, null),
                changed("A", "MED", null, "plan_code", "HDHP", "termination_date", LocalDate.of(2025, 12, 31)));
        load("CHG", SUNDAY.plusWeeks(1), span("B", "MED", "021", null));
        assertThat(current()).containsExactly("A MED HDHP 2025-12-31", "A MED PPO500 open", "B MED PPO500 open");
        load("CHG", SUNDAY.plusWeeks(1), span("A", "MED", "024", day(9, 30)));
        assertThat(current()).containsExactly("A MED PPO500 2026-09-30", "B MED PPO500 open");
    }

    @Test
    void a_termination_of_an_unknown_span_that_is_told_twice_states_no_span() throws Exception {
        load(
                "CHG",
                SUNDAY.plusDays(1),
                changed("B", "MED", "024", "effective_date", day(3, 1), "termination_date", day(9, 30)),
                changed("B", "MED", "024", "effective_date", day(3, 1), "termination_date", day(8, 31)));
        assertThat(current()).containsExactly("A MED PPO500 open", "A RX PPO500 open", "B MED PPO500 2026-08-31");
    }

    @Test
    void the_raw_rows_of_all_files_stay_as_they_came() throws Exception {
        load("CHG", SUNDAY.plusDays(1), span("A", "MED", "024", day(9, 30)));
        assertThat(query("select count(*) from coverage_span")).containsExactly("4");
    }

    private List<String> current() throws Exception {
        return query("select member_id || ' ' || coverage_type || ' ' || plan_code || ' '"
                + " || coalesce(termination_date::varchar, 'open') from current_coverage order by 1");
    }

    private List<String> query(String sql) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = books.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private void load(String mode, LocalDate asOf, CoverageSpan... spans) {
        LoadId load = new LoadId(String.format("F-%06d-1", ++loads));
        try (LoadWriter writer = books.stage(load)) {
            for (CoverageSpan span : spans) {
                writer.row(BookTable.COVERAGE_SPAN, span);
            }
            writer.finish();
        }
        books.publish(load);
        String slot = mode.equals("CHG") ? load.value() : asOf.toString();
        books.activate(
                new ActiveLoad(load, FeedId.of("lakeshore/eligibility"), slot, mode, asOf, null, null, spans.length));
        row = 0;
    }

    private CoverageSpan span(String member, String type, @Nullable String maintenance, @Nullable LocalDate end) {
        return changed(member, type, maintenance, "termination_date", end);
    }

    private CoverageSpan changed(
            String member, String type, @Nullable String maintenance, @Nullable Object... changes) {
        @Nullable
        Object[] own = {"row_number", ++row, "member_id", member, "coverage_type", type, "maintenance_type", maintenance
        };
        return ExampleRow.coverage(
                java.util.stream.Stream.concat(java.util.Arrays.stream(own), java.util.Arrays.stream(changes))
                        .toArray());
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
