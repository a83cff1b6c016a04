package counterpart.measure.book;

import counterpart.measure.MeasureDefinition;
import counterpart.measure.MonthValue;
import counterpart.model.PartnershipId;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes {@code score.parquet}: one row a measure and month. */
final class ScoreParquet {
    private final Connection connection;

    ScoreParquet(Connection connection) {
        this.connection = connection;
    }

    void write(
            Path folder,
            PartnershipId partnership,
            YearMonth reportMonth,
            int revision,
            Map<MeasureDefinition, List<MonthValue>> values)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(MeasureSql.text("create_score_table"));
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into new_score values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (Map.Entry<MeasureDefinition, List<MonthValue>> measure : values.entrySet()) {
                    for (MonthValue month : measure.getValue()) {
                        insert.setString(1, partnership.value());
                        insert.setString(2, reportMonth.toString());
                        insert.setInt(3, revision);
                        insert.setString(4, measure.getKey().name());
                        insert.setString(5, month.month().toString());
                        insert.setString(6, month.numerator().toPlainString());
                        insert.setString(7, month.denominator().toPlainString());
                        insert.setBoolean(8, month.complete());
                        insert.setString(9, plain(month.completion()));
                        insert.setString(10, plain(month.cases()));
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
            statement.execute("copy new_score to '"
                    + folder.resolve("score.parquet").toString().replace("'", "''") + "' (format parquet)");
        }
    }

    private static @Nullable String plain(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
