package counterpart.measure.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Runs the SQL files of the stage on one connection to the books. Each file is one statement. */
final class MeasureSql {
    /** The shared steps, in the order in which they build on each other. */
    private static final List<String> LADDER = List.of(
            "prepare_months",
            "prepare_coverage",
            "prepare_medical",
            "prepare_claims",
            "prepare_pharmacy",
            "prepare_scripts");

    private final JdbcClient books;
    private final Map<String, Object> parameters;

    MeasureSql(Connection connection, Map<String, Object> parameters) {
        this.books = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.parameters = parameters;
    }

    /** A month's figures as a measure's file answers them. */
    record Row(YearMonth month, BigDecimal numerator, BigDecimal denominator) {}

    /** Builds the temporary tables that the measures share. */
    void prepare() {
        LADDER.forEach(step -> books.sql(text(step)).params(parameters).update());
    }

    /** The figures of every month of the range, oldest first. */
    List<Row> measure(String name) {
        return books.sql(
                        "select month, cast(numerator as decimal(24, 2)) as numerator, cast(denominator as decimal(24, 2))"
                                + " as denominator from (" + text(name) + ") as measure order by month")
                .params(parameters)
                .query((row, number) -> new Row(
                        YearMonth.parse(row.getString(1)), plain(row.getBigDecimal(2)), plain(row.getBigDecimal(3))))
                .list();
    }

    /** Any other file of the stage. */
    JdbcClient.StatementSpec statement(String name) {
        return books.sql(text(name)).params(parameters);
    }

    static String text(String name) {
        String path = "/sql/measure/" + name + ".sql";
        try (InputStream file = MeasureSql.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its file " + path + "; install it anew");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's file " + path + " cannot be read; install it anew", e);
        }
    }

    /** Without the zeros that the column's scale adds, and never in exponent form. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
