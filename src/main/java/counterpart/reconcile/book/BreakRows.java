package counterpart.reconcile.book;

import counterpart.reconcile.Break;
import counterpart.reconcile.Difference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Reads rows of differences and breaks. */
final class BreakRows {
    private BreakRows() {}

    static Difference difference(ResultSet row, int number) throws SQLException {
        return new Difference(
                row.getString("reconciliation"),
                row.getString("entity_key"),
                row.getString("attribute"),
                row.getString("category"),
                row.getString("left_value"),
                row.getString("right_value"),
                row.getLong("impact_cents"),
                row.getString("cause"),
                row.getString("service_month"));
    }

    static Break oneBreak(ResultSet row, int number) throws SQLException {
        return new Break(
                row.getString("break_id"),
                difference(row, number),
                Break.Status.valueOf(row.getString("status")),
                row.getInt("episode"),
                row.getObject("first_seen", LocalDate.class),
                row.getObject("last_seen", LocalDate.class),
                row.getObject("closed_on", LocalDate.class));
    }
}
