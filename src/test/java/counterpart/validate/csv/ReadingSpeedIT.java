package counterpart.validate.csv;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.finding.Finding;
import counterpart.finding.RuleCode;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import counterpart.partner.EditTerms;
import counterpart.validate.Believer;
import counterpart.validate.CheckedRows;
import counterpart.validate.ExampleRow;
import counterpart.validate.RecordReader;
import counterpart.validate.RowCheck;
import counterpart.validate.RowSink;
import counterpart.validate.TestLayouts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** How many rows a second of processor time are read, and judged: {@code mvn test -Dtest=ReadingSpeedIT -Dtest.excluded.groups=}. */
@Tag("long")
class ReadingSpeedIT {
    private static final int ROWS = 1_000_000;

    @Test
    void a_million_prescriptions() throws IOException {
        byte[] plain = wide("Lisinopril 10 mg");
        byte[] quoted = wide("\"Lisinopril | 10 mg\"");
        byte[] narrow = narrow();
        for (int round = 0; round < 3; round++) {
            told("read plain", plain, true);
            told("read with a quote in each row", quoted, true);
            told("read and judge 21 columns", narrow, false);
        }
        assertThat(plain).isNotEmpty();
    }

    private static void told(String what, byte[] file, boolean onlyRead) throws IOException {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long rows = onlyRead ? read(file) : judge(file);
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
        LoggerFactory.getLogger(ReadingSpeedIT.class)
                .info(
                        "what={} rows={} cpuSeconds={} rowsPerSecond={}",
                        what,
                        rows,
                        seconds,
                        Math.round(rows / seconds));
        assertThat(rows).isEqualTo(ROWS);
    }

    private static long read(byte[] file) throws IOException {
        long rows = 0;
        long length = 0;
        try (RecordReader reader = new CsvReaders().open(new ByteArrayInputStream(file), TestLayouts.pipes())) {
            while (reader.next()) {
                rows++;
                for (int i = 0; i < reader.width(); i++) {
                    length += reader.field(i).length();
                }
            }
        }
        assertThat(length).isPositive();
        return rows;
    }

    private static long judge(byte[] file) throws IOException {
        RowSink nowhere = new RowSink() {
            @Override
            public void accept(BookTable table, BookRow row) {}

            @Override
            public void reject(long line, String original, RuleCode code) {}

            @Override
            public void finding(Finding finding) {}
        };
        try (RecordReader reader = new CsvReaders().open(new ByteArrayInputStream(file), TestLayouts.pipes())) {
            CheckedRows rows = RowCheck.check(
                    reader,
                    TestLayouts.pharmacy(),
                    Believer.SILENT,
                    ExampleRow.TODAY,
                    EditTerms.NONE,
                    nowhere,
                    told -> {});
            return rows.rowsRead();
        }
    }

    /** Rows of 37 columns, about 215 bytes each. */
    private static byte[] wide(String name) {
        StringBuilder text = new StringBuilder(ROWS * 225);
        for (int i = 0; i < ROWS; i++) {
            text.append("RX|RX").append(10_000_000 + i).append("|B1|P||M").append(100_000 + i % 30_000);
            text.append("|01|G100|PPO500|COM|1234567893|1245319599|").append(7_000_000 + i);
            text.append("|0|20260910|20260929|20261002|00002759701|").append(name);
            text.append("|G|N|RETAIL|30.000|30|1|0|40.00|2.00|0.00|0.00|0.00|10.00|0.00|10.00|0.00|0.00|32.00\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Rows of the test's layout, 21 columns. */
    private static byte[] narrow() {
        StringBuilder text = new StringBuilder(ROWS * 160);
        for (int i = 0; i < ROWS; i++) {
            text.append("RX|RX").append(10_000_000 + i).append("|B1|P||M").append(100_000 + i % 30_000);
            text.append("|1234567893|1245319599|").append(7_000_000 + i);
            text.append("|0|20260910|20260929|00002759701|30|30|0|40.00|2.00|10.00|10.00|32.00\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
