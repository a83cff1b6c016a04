package counterpart.validate.book;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.finding.Finding;
import counterpart.finding.RuleCode;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import counterpart.model.ControlTotals;
import counterpart.partner.EditTerms;
import counterpart.validate.Believer;
import counterpart.validate.ExampleRow;
import counterpart.validate.RecordReader;
import counterpart.validate.RowCheck;
import counterpart.validate.RowSink;
import counterpart.validate.TestLayouts;
import counterpart.validate.csv.CsvReaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The control totals against an independent twin: DuckDB reading the raw file. */
class ControlTotalsTwinIT {
    private static final RowSink NOWHERE = new RowSink() {
        @Override
        public void accept(BookTable table, BookRow row) {}

        @Override
        public void reject(long line, String original, RuleCode code) {}

        @Override
        public void finding(Finding finding) {}
    };

    @TempDir
    Path folder;

    @Test
    void totals_of_a_thousand_prescriptions_equal_those_of_duckdb() throws IOException, SQLException {
        Path file = folder.resolve("rx.txt");
        Files.writeString(file, prescriptions(1_000, new Random(42)));
        ControlTotals counted;
        try (RecordReader reader = new CsvReaders().open(Files.newInputStream(file), TestLayouts.pipes())) {
            counted = RowCheck.check(
                            reader,
                            TestLayouts.pharmacy(),
                            Believer.SILENT,
                            ExampleRow.TODAY,
                            EditTerms.NONE,
                            NOWHERE,
                            told -> {})
                    .computed();
        }
        String twin = """
                select count(*), count(distinct column05), sum(cast(column20 as decimal(18, 2)) * 100)::bigint,
                    sum(cast(column18 as decimal(18, 2)) * 100)::bigint, count(*) filter (column02 = 'B2'),
                    sum(cast(column20 as decimal(18, 2)) * 100) filter (column02 = 'B2')::bigint,
                    (sum(regexp_replace(column01, '[^0-9]', '', 'g')::hugeint) %% 1000000000000)::bigint
                from read_csv('%s', delim = '|', header = false, all_varchar = true)
                """.formatted(file);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(twin)) {
            assertThat(row.next()).isTrue();
            assertThat(counted)
                    .isEqualTo(new ControlTotals(
                            null,
                            row.getLong(1),
                            0L,
                            row.getLong(2),
                            null,
                            null,
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7)));
        }
    }

    private static String prescriptions(int count, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            boolean reversal = random.nextInt(20) == 0;
            long paid = random.nextInt(500_000) * (reversal ? -1L : 1L);
            long patient = random.nextInt(5_000) * (reversal ? -1L : 1L);
            text.append(String.join(
                            "|",
                            "RX",
                            "RX" + (900_000_000_000_000_000L + random.nextInt()),
                            reversal ? "B2" : "B1",
                            "P",
                            "",
                            "M" + random.nextInt(300),
                            "1234567893",
                            "1245319599",
                            "7" + i,
                            "0",
                            "20260910",
                            "20260929",
                            random.nextInt(30) == 0 ? "bad" : "00002759701",
                            "30",
                            "30",
                            "0",
                            "1.00",
                            "1.00",
                            dollars(patient),
                            dollars(patient),
                            dollars(paid)))
                    .append('\n');
        }
        return text.toString();
    }

    private static String dollars(long cents) {
        return java.math.BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
