package counterpart.measure.book;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.measure.ServiceDetail;
import counterpart.measure.ServiceDetail.FileDay;
import counterpart.measure.ServiceDetail.Mark;
import counterpart.measure.ServiceDetail.OpenBreaks;
import counterpart.partner.Configuration;
import counterpart.partner.Partnership;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceDetailTest {
    @TempDir
    Path folder;

    private MeasureFixture book;

    @BeforeEach
    void open() {
        book = new MeasureFixture(folder);
    }

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void a_delivery_has_one_mark_and_a_file_that_was_turned_away_another() throws SQLException {
        file("2026-10-05", "F-000011", "REFUSED", false, false, true, 0, 0);
        file("2026-10-05", "F-000012", "LOADED", false, false, false, 100, 98);
        file("2026-10-12", "F-000013", "SUPERSEDED", true, false, true, 50, 50);
        file("2026-10-19", null, "MISSING", true, false, false, 0, 0);
        file("2026-10-26", "F-000014", "HELD", false, false, true, 0, 0);
        file("2026-10-26", "F-000015", "LOADED", false, true, true, 9_999, 9_999);
        file("2026-11-02", "F-000016", "LOADED", false, false, true, 7, 7);

        ServiceDetail.FeedMonth medical = detail().feeds().stream()
                .filter(feed -> feed.feed().equals("medical"))
                .findFirst()
                .orElseThrow();

        assertThat(medical)
                .isEqualTo(new ServiceDetail.FeedMonth(
                        "lakeshore",
                        "medical",
                        4,
                        4,
                        2,
                        1,
                        1,
                        0,
                        150,
                        148,
                        java.util.List.of(
                                day(5, Mark.ON_TIME),
                                day(5, Mark.TURNED_AWAY),
                                day(12, Mark.LATE),
                                day(19, Mark.MISSING),
                                day(26, Mark.ON_TIME),
                                day(26, Mark.TURNED_AWAY))));
    }

    @Test
    void a_feed_without_files_has_its_row() throws SQLException {
        assertThat(detail().feeds())
                .extracting(ServiceDetail.FeedMonth::feed)
                .containsExactly("ledger", "roster", "rx-ledger", "eligibility", "medical", "pharmacy");
        assertThat(detail().feeds()).allSatisfy(feed -> {
            assertThat(feed.due() + feed.files() + feed.rowsRead()).isZero();
            assertThat(feed.days()).isEmpty();
        });
    }

    @Test
    void open_breaks_are_counted_by_kind_and_by_the_side_whose_row_was_rejected() throws SQLException {
        book.books.execute("insert into active_run values ('reconcile', 'cascadia-lakeshore', 'r', 'nowhere')");
        book.books.execute(
                "insert into no_break_ledger (partnership_id, reconciliation, entity_key, attribute, category, status,"
                        + " left_value, right_value, cause) values"
                        + " ('cascadia-lakeshore', 'R5', 'C1', 'PRESENCE', 'ONE_SIDED_RIGHT', 'OPEN', null, '1', 'REJECTED:M-203'),"
                        + " ('cascadia-lakeshore', 'R5', 'C2', 'PRESENCE', 'ONE_SIDED_RIGHT', 'OPEN', null, '1', null),"
                        + " ('cascadia-lakeshore', 'R5', 'C3', 'PAID', 'AMOUNT_DIFF', 'OPEN', '1', '2', null),"
                        + " ('cascadia-lakeshore', 'R5', 'C4', 'PAID', 'AMOUNT_DIFF', 'CLOSED', '1', '2', null),"
                        + " ('cascadia-lakeshore', 'R1', 'F1', 'COUNT', 'COUNT', 'OPEN', '1', '2', null),"
                        + " ('other', 'R5', 'C5', 'PAID', 'AMOUNT_DIFF', 'OPEN', '1', '2', null)");
        assertThat(detail().openBreaks())
                .containsExactly(
                        new OpenBreaks("R1", "COUNT", 1, 0, 0),
                        new OpenBreaks("R5", "ONE_SIDED_RIGHT", 2, 1, 0),
                        new OpenBreaks("R5", "AMOUNT_DIFF", 1, 0, 0));
    }

    private ServiceDetail detail() throws SQLException {
        Partnership partnership = MeasureFixture.partnership(Partnership.MemberMonthRule.ANY_DAY);
        try (Connection connection = book.books.connect()) {
            return new MonthFacts(
                            connection, partnership, YearMonth.of(2026, 10), new Configuration(Map.of(), Map.of()))
                    .service();
        }
    }

    private static FileDay day(int day, Mark mark) {
        return new FileDay(LocalDate.of(2026, 10, day), mark);
    }

    private void file(
            String date,
            @Nullable String file,
            String outcome,
            boolean late,
            boolean history,
            boolean firstOriginal,
            long read,
            long accepted) {
        book.books.add(
                "exchange_file",
                "partner_id",
                "lakeshore",
                "feed_id",
                MeasureFixture.MEDICAL,
                "business_date",
                LocalDate.parse(date),
                "due_at",
                LocalDate.parse(date).atTime(13, 0),
                "file_id",
                file,
                "outcome",
                outcome,
                "late",
                late,
                "history",
                history,
                "first_original",
                firstOriginal,
                "rows_read",
                read,
                "rows_accepted",
                accepted,
                "rows_rejected",
                read - accepted);
    }
}
