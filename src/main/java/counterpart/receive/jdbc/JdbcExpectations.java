package counterpart.receive.jdbc;

import counterpart.control.Audit;
import counterpart.model.FeedId;
import counterpart.model.FeedName;
import counterpart.model.FileId;
import counterpart.model.PartnerId;
import counterpart.partner.DueTime;
import counterpart.partner.Partner;
import counterpart.receive.DueDates;
import counterpart.receive.Expectation;
import counterpart.receive.Expectations;
import counterpart.receive.FileState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The expectations in the control store. Its writers belong into the caller's transaction. */
public final class JdbcExpectations {
    private static final String SELECT =
            "select partner_id, feed_name, business_date, due_at, late_at, state, file_id, arrived_at from expectation ";

    private final JdbcClient control;
    private final Audit audit;
    private final ExpectationMoves moves;

    public JdbcExpectations(JdbcClient control, Audit audit) {
        this.control = control;
        this.audit = audit;
        this.moves = new ExpectationMoves(control, audit);
    }

    /**
     * Writes down what a feed owes up to a business date: from the day after the last expectation, or, in the feed's
     * first run, for that day alone.
     */
    public void expect(Partner partner, FeedId feed, DueTime due, LocalDate businessDate) {
        LocalDate first = last(feed).map(day -> day.plusDays(1)).orElse(businessDate);
        for (DueDates.Due one : DueDates.between(partner, due, first, businessDate)) {
            control.sql("""
                            insert into expectation (partner_id, feed_name, business_date, due_at, late_at, state)
                            values (:partner, :feed, :day, :due, :late, :state)
                            """)
                    .param("partner", feed.partner().value())
                    .param("feed", feed.name().value())
                    .param("day", one.businessDate())
                    .param("due", Instants.stored(one.dueAt()))
                    .param("late", Instants.stored(one.lateAt()))
                    .param("state", FileState.EXPECTED.name())
                    .update();
            audit.record("counterpart", "expected", feed + " " + one.businessDate(), "the feed's calendar says so");
        }
    }

    /** Looks anew which file answers which expectation, and what is late or missing by now. */
    public void review(FeedId feed, Instant now) {
        List<Expectation> before = ofFeed(feed);
        if (before.isEmpty()) {
            return;
        }
        List<Expectation> after = Expectations.answer(before, arrivals(feed), now);
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                moves.become(before.get(i), after.get(i));
            }
        }
    }

    /** Expectations of all feeds whose days lie in the two days and between them. */
    public List<Expectation> between(LocalDate first, LocalDate last) {
        return control.sql(SELECT
                        + "where business_date between :first and :last order by partner_id, feed_name, business_date")
                .param("first", first)
                .param("last", last)
                .query((row, n) -> read(row))
                .list();
    }

    /** Deliveries in the two days and between them that were excused, as feed and day with a blank between them. */
    Set<String> excused(LocalDate first, LocalDate last) {
        return new HashSet<>(control.sql("select partner_id, feed_name, business_date from expectation"
                        + " where excused_at is not null and business_date between :first and :last")
                .param("first", first)
                .param("last", last)
                .query((row, n) -> row.getString("partner_id") + "/" + row.getString("feed_name") + " "
                        + row.getObject("business_date", LocalDate.class))
                .list());
    }

    private List<Expectation> ofFeed(FeedId feed) {
        return control.sql(SELECT + "where partner_id = :partner and feed_name = :feed order by business_date")
                .param("partner", feed.partner().value())
                .param("feed", feed.name().value())
                .query((row, n) -> read(row))
                .list();
    }

    private Optional<LocalDate> last(FeedId feed) {
        return ofFeed(feed).stream().map(Expectation::businessDate).reduce((a, b) -> b);
    }

    private List<Expectations.Arrival> arrivals(FeedId feed) {
        return control.sql(SqlText.of("list_arrivals"))
                .param("partner", feed.partner().value())
                .param("feed", feed.name().value())
                .query((row, n) -> new Expectations.Arrival(
                        new FileId(row.getString("file_id")),
                        Instants.read(row, "arrived_at"),
                        JdbcExchangeFacts.HISTORY.equals(row.getString("file_mode")),
                        Optional.ofNullable(Instants.day(row, "as_of_date")).orElse(Instants.day(row, "period_to")),
                        row.getBoolean("is_repeated")))
                .list();
    }

    private static Expectation read(ResultSet row) throws SQLException {
        String file = row.getString("file_id");
        return new Expectation(
                new FeedId(new PartnerId(row.getString("partner_id")), new FeedName(row.getString("feed_name"))),
                row.getObject("business_date", LocalDate.class),
                Instants.read(row, "due_at"),
                Instants.read(row, "late_at"),
                FileState.valueOf(row.getString("state")),
                file == null ? null : new FileId(file),
                Instants.readOrNull(row, "arrived_at"));
    }
}
