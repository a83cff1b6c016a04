package counterpart.sample;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.sample.Scenario.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Recomputes the truth of a clean set by SQL straight over the raw files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TruthTotalsIT {
    private Path out = Path.of("");

    private Connection duck;

    @BeforeAll
    void writeAndOpen(@TempDir Path folder) throws IOException, SQLException {
        out = folder;
        SampleWriter.write(out, new Scenario(11, 3_000, 12, LocalDate.of(2026, 11, 10), Faults.NONE));
        duck = DriverManager.getConnection("jdbc:duckdb:");
        raw("elig", "lakeshore", "*ELIG*20261101_*.txt");
        raw("mclm", "lakeshore", "*MCLM*.gz");
        raw("rxclm", "lakeshore", "*RXCLM*.txt");
        try (Statement sql = duck.createStatement()) {
            sql.execute("create table month as select strftime(m, '%Y-%m') as month, strftime(m, '%Y%m%d') as first,"
                    + " strftime(last_day(m), '%Y%m%d') as last"
                    + " from generate_series(date '2025-11-01', date '2026-10-01', interval 1 month) as s(m)");
        }
    }

    @Test
    void member_months_are_those_of_the_spans() throws SQLException, IOException {
        assertThat(query("select month, count(distinct f[5]) from month join elig on f[28] <= last and f[29] >= first"
                        + " where f[1] = 'DT' group by month"))
                .isEqualTo(truth("member-months", 2));
    }

    @Test
    void medical_dollars_are_those_of_the_claims() throws SQLException, IOException {
        String dollars = "select strftime(strptime(f[23], '%Y%m%d'), '%Y-%m') as month,"
                + " sum(f[{column}]::decimal(18,2)) from mclm where f[1] = 'CH' and f[7] <> 'DENIED' group by month";
        assertThat(query(dollars.replace("{column}", "37"))).isEqualTo(truth("medical-pmpm-paid", 2));
        assertThat(query(dollars.replace("{column}", "36"))).isEqualTo(truth("medical-pmpm-allowed", 2));
        assertThat(query("select month, count(distinct f[5]) from month join elig on f[28] <= last and f[29] >= first"
                        + " where f[1] = 'DT' and f[26] = 'MED' group by month"))
                .isEqualTo(truth("medical-pmpm-paid", 3));
    }

    @Test
    void scripts_are_bills_without_a_reversal() throws SQLException, IOException {
        String scripts = "select strftime(strptime(f[15], '%Y%m%d'), '%Y-%m') as month, count(*) from rxclm as bill"
                + " where f[1] = 'RX' and f[15] <= '20261031' and f[3] = 'B1' and f[25] = '1' and f[21] = 'N' {generic}"
                + " and not exists (select 1 from rxclm as r where r.f[3] = 'B2' and r.f[5] = bill.f[2]) group by month";
        assertThat(query(scripts.replace("{generic}", ""))).isEqualTo(truth("generic-dispensing-rate", 3));
        assertThat(query(scripts.replace("{generic}", "and f[20] = 'G'")))
                .isEqualTo(truth("generic-dispensing-rate", 2));
        assertThat(
                        query(
                                "select strftime(strptime(f[15], '%Y%m%d'), '%Y-%m') as month,"
                                        + " sum(f[37]::decimal(18,2)) from rxclm where f[1] = 'RX' and f[15] <= '20261031' group by month"))
                .isEqualTo(truth("pharmacy-pmpm", 2));
    }

    @Test
    void denials_and_days_are_those_of_first_versions() throws SQLException, IOException {
        String decided = "select strftime(strptime(f[31], '%Y%m%d'), '%Y-%m') as month, {value} from mclm"
                + " where f[1] = 'CH' and f[3] = '0' and f[31] <= '20261031' and {which} group by month";
        String counted = "not (f[7] = 'DENIED' and f[45] like 'CO:18:%')";
        assertThat(query(decided.replace("{value}", "count(*)").replace("{which}", counted)))
                .isEqualTo(truth("denial-rate", 3));
        assertThat(query(decided.replace("{value}", "count(*)").replace("{which}", counted + " and f[7] = 'DENIED'")))
                .isEqualTo(truth("denial-rate", 2));
        assertThat(query(decided.replace(
                                "{value}", "sum(strptime(f[31], '%Y%m%d')::date - strptime(f[30], '%Y%m%d')::date)")
                        .replace("{which}", "f[44] = 'Y'")))
                .isEqualTo(truth("turnaround", 2));
    }

    @Test
    void rows_are_those_of_the_files() throws SQLException, IOException {
        TreeMap<String, String> rows = new TreeMap<>();
        for (String[] row : Csv.rows(out.resolve("truth/files.csv"))) {
            if (row[1].startsWith("lakeshore")) {
                rows.merge(row[1], row[3], (a, b) -> Long.toString(Long.parseLong(a) + Long.parseLong(b)));
            }
        }
        assertThat(query("select 'lakeshore/medical', count(*) from mclm where f[1] in ('CH', 'CL')"))
                .containsEntry("lakeshore/medical", rows.get("lakeshore/medical"));
        assertThat(query("select 'lakeshore/pharmacy', count(*) from rxclm where f[1] = 'RX'"))
                .containsEntry("lakeshore/pharmacy", rows.get("lakeshore/pharmacy"));
    }

    /** A view of a kind of file: each line as a list of its fields, numbered from 1. */
    private void raw(String name, String partner, String pattern) throws SQLException {
        String files = out.resolve("servers")
                .resolve(partner)
                .resolve("outbox")
                .resolve(pattern)
                .toString();
        try (Statement sql = duck.createStatement()) {
            sql.execute("create table " + name + " as select string_split(line, '|') as f from read_csv('" + files
                    + "', header = false, delim = '\u0001', quote = '', escape = '', columns = {'line': 'varchar'})");
        }
    }

    private TreeMap<String, String> query(String text) throws SQLException {
        TreeMap<String, String> found = new TreeMap<>();
        try (Statement sql = duck.createStatement();
                ResultSet rows = sql.executeQuery(text)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }

    /** Values of a measure by month: column 2 is the numerator, 3 the denominator. */
    private TreeMap<String, String> truth(String measure, int column) throws IOException {
        TreeMap<String, String> found = new TreeMap<>();
        for (String[] row : Csv.rows(out.resolve("truth/measures.csv"))) {
            if (row[0].equals(measure)) {
                found.put(row[1], row[column]);
            }
        }
        return found;
    }
}
