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
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        raw("mclm", "lakeshore", "*MCLM*.gz");
        raw("rxclm", "lakeshore", "*RXCLM*.txt");
    }

    @Test
    void member_months_are_those_of_the_spans() throws SQLException, IOException {
        assertThat(members("MED|RX")).isEqualTo(truth("member-months", 2));
    }

    @Test
    void medical_dollars_are_those_of_the_claims() throws SQLException, IOException {
        String dollars = "select strftime(strptime(f[23], '%Y%m%d'), '%Y-%m') as month,"
                + " sum(f[{column}]::decimal(18,2)) from mclm where f[1] = 'CH' and f[7] <> 'DENIED' group by month";
        assertThat(query(dollars.replace("{column}", "37"))).isEqualTo(truth("medical-pmpm-paid", 2));
        assertThat(query(dollars.replace("{column}", "36"))).isEqualTo(truth("medical-pmpm-allowed", 2));
        assertThat(members("MED")).isEqualTo(truth("medical-pmpm-paid", 3));
        assertThat(members("RX")).isEqualTo(truth("pharmacy-pmpm", 3));
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

    @Test
    void files_of_changes_move_the_members_of_the_last_month() throws IOException {
        Map<String, String> full = new LinkedHashMap<>();
        change(full, Folders.outbox(out, "lakeshore", "ELIG_FULL").get(4));
        Map<String, String> changed = changed();

        assertThat(full).isNotEqualTo(changed);
        assertThat(members(full, "MED|RX").get("2026-10"))
                .isNotEqualTo(members(changed, "MED|RX").get("2026-10"));
    }

    private TreeMap<String, String> members(String types) throws IOException {
        return members(changed(), types);
    }

    /** The last full file and the changes after it, row by row: the last day of each span by member, kind and first day. */
    private Map<String, String> changed() throws IOException {
        Map<String, String> spans = new LinkedHashMap<>();
        List<Path> full = Folders.outbox(out, "lakeshore", "ELIG_FULL");
        change(spans, full.get(full.size() - 1));
        for (Path file : Folders.outbox(out, "lakeshore", "ELIG_CHG_20261102")) {
            change(spans, file);
        }
        return spans;
    }

    private static void change(Map<String, String> spans, Path file) throws IOException {
        for (String line : Folders.lines(file)) {
            String[] f = line.split("\\|", -1);
            if (!f[0].equals("DT")) {
                continue;
            }
            String kind = f[4] + " " + f[25] + " ";
            String key = kind + f[27];
            switch (f[1]) {
                case "", "021", "001", "025" -> spans.put(key, f[28]);
                case "002" -> spans.put(key, "00000000");
                default -> {
                    if (spans.containsKey(key)) {
                        spans.put(key, f[28]);
                    } else {
                        spans.replaceAll(
                                (span, last) -> span.startsWith(kind) && last.compareTo(f[28]) > 0 ? f[28] : last);
                    }
                }
            }
        }
    }

    private static TreeMap<String, String> members(Map<String, String> spans, String types) {
        TreeMap<String, String> counts = new TreeMap<>();
        for (YearMonth month = YearMonth.of(2025, 11);
                !month.isAfter(YearMonth.of(2026, 10));
                month = month.plusMonths(1)) {
            Set<String> members = new HashSet<>();
            String first = month.atDay(1).format(DateTimeFormatter.BASIC_ISO_DATE);
            String last = month.atEndOfMonth().format(DateTimeFormatter.BASIC_ISO_DATE);
            spans.forEach((key, end) -> {
                String[] span = key.split(" ");
                if (span[1].matches(types) && span[2].compareTo(last) <= 0 && end.compareTo(first) >= 0) {
                    members.add(span[0]);
                }
            });
            counts.put(month.toString(), Integer.toString(members.size()));
        }
        return counts;
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
