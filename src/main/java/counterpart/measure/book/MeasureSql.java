package counterpart.measure.book;

import counterpart.measure.Completion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Runs the SQL files of the stage on one connection to the books. Each file is one statement. */
final class MeasureSql {
    /** The shared steps, in the order in which they build on each other. */
    private static final List<String> LADDER = List.of(
            "prepare_months",
            "prepare_spans",
            "prepare_coverage",
            "prepare_runs",
            "prepare_medical",
            "prepare_claims",
            "prepare_year",
            "prepare_lines",
            "prepare_denials",
            "prepare_final",
            "prepare_stays",
            "prepare_visits",
            "prepare_pharmacy",
            "prepare_scripts",
            "prepare_drug_classes",
            "prepare_fills",
            "prepare_adherence",
            "prepare_open_breaks");

    private static final Logger LOG = LoggerFactory.getLogger(MeasureSql.class);
    private static final long NANOS_A_MILLI = 1_000_000;

    private final JdbcClient books;
    private final Map<String, Object> parameters;

    MeasureSql(Connection connection, Map<String, Object> parameters) {
        this.books = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.parameters = parameters;
    }

    /**
     * A month's figures as a measure's file answers them.
     *
     * @param cases the fewest persons, claims or scripts behind them; none when the figures count them
     */
    record Row(
            YearMonth month,
            BigDecimal numerator,
            BigDecimal denominator,
            @Nullable BigDecimal cases) {}

    /** Builds the temporary tables that the measures share. */
    void prepare() {
        for (String step : LADDER) {
            long start = System.nanoTime();
            books.sql(text(step)).params(parameters).update();
            LOG.debug("sql={} millis={}", step, (System.nanoTime() - start) / NANOS_A_MILLI);
        }
    }

    /** The figures of every month of the range, oldest first. */
    List<Row> measure(String name) {
        // The empty half knows the column that files of plain counts leave out.
        long start = System.nanoTime();
        List<Row> rows = books.sql(
                        "select month, cast(numerator as decimal(24, 2)), cast(denominator as decimal(24, 2)), cases"
                                + " from ((" + text(name)
                                + ") union all by name select cast(null as bigint) as cases where false)"
                                + " as measure order by month")
                .params(parameters)
                .query((row, number) -> new Row(
                        YearMonth.parse(row.getString(1)),
                        plain(row.getBigDecimal(2)),
                        plain(row.getBigDecimal(3)),
                        row.getBigDecimal(4)))
                .list();
        LOG.debug("sql={} millis={}", name, (System.nanoTime() - start) / NANOS_A_MILLI);
        return rows;
    }

    /** How amounts came in: one cell a month of service and full month of age. */
    List<Completion.Cell> lag(String name) {
        return books.sql(text(name))
                .params(parameters)
                .query((row, number) -> new Completion.Cell(
                        YearMonth.parse(row.getString("month")), row.getInt("age"), row.getDouble("amount")))
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
