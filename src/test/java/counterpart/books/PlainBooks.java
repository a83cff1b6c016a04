package counterpart.books;

import counterpart.model.BookTable;
import counterpart.model.FeedId;
import counterpart.model.Fields;
import counterpart.model.LoadId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * Books in memory for tests of SQL: plain tables under the names of the views, filled row by row. Runs are folders of
 * Parquet files, as in the real books.
 */
public final class PlainBooks implements Books {
    private static final String LINEAGE = "load_id varchar, partner_id varchar, feed_id varchar, slot varchar,"
            + " mode varchar, as_of_date date, period_from date, period_to date";
    /** What the real books put together from the files of loads. */
    private static final String STATED = """
            create view stated_coverage as
            with newest as (
                select feed_id, max({'day': as_of_date, 'load': load_id}) as file
                from coverage_span
                where mode in ('FULL', 'HIST')
                group by feed_id
            )
            select
                s.* exclude (slot, mode, as_of_date, period_from, period_to),
                false as carried,
                case
                    when s.mode <> 'CHG' then 0
                    else dense_rank() over (partition by s.feed_id, s.mode order by s.as_of_date, s.load_id)
                end as step
            from coverage_span s
            left join newest n on n.feed_id = s.feed_id
            where s.mode = 'PART'
                or {'day': s.as_of_date, 'load': s.load_id} = n.file
                or (s.mode = 'CHG' and (n.file is null or {'day': s.as_of_date, 'load': s.load_id} > n.file))
            """;

    private static final String BREAKS = "break_id varchar, partnership_id varchar, reconciliation varchar,"
            + " entity_key varchar, attribute varchar, category varchar, left_value varchar, right_value varchar,"
            + " impact_cents bigint, status varchar, episode integer, first_seen date, last_seen date, closed_on date,"
            + " cause varchar, service_month varchar";
    private static final String SCORES = "partnership_id varchar, report_month varchar, revision integer,"
            + " measure varchar, month varchar, numerator varchar, denominator varchar, complete boolean, completion varchar,"
            + " cases varchar";

    private final DuckDBConnection root;
    private final Path folder;
    private final List<ActiveLoad> active = new ArrayList<>();

    /** @param folder the folder of the books, for loads and runs */
    public PlainBooks(Path folder) {
        this.folder = folder;
        try {
            root = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
            execute("set temp_directory = '" + folder.resolve("duckdb") + "'");
            for (BookTable table : BookTable.values()) {
                execute("create table " + table.sqlName() + " (" + LINEAGE + ", row_number bigint, "
                        + Fields.of(table).all().stream()
                                .map(f -> f.column() + " " + sqlType(f.type()))
                                .collect(Collectors.joining(", "))
                        + ")");
            }
            execute("create table active_run (kind varchar, key varchar, run_id varchar, folder varchar,"
                    + " primary key (kind, key))");
            execute("create table active_load (feed_id varchar, slot varchar, load_id varchar, partner_id varchar,"
                    + " mode varchar, as_of_date date, period_from date, period_to date, rows bigint)");
            execute("create table exchange_file (partner_id varchar, feed_id varchar, business_date date,"
                    + " due_at timestamp, arrived_at timestamp, file_id varchar, outcome varchar, late boolean,"
                    + " history boolean, first_original boolean, rows_read bigint, rows_accepted bigint,"
                    + " rows_rejected bigint, reason_code varchar)");
            execute(STATED);
            execute("create view current_coverage as "
                    + new ClassPathResource("sql/books/resolve_coverage.sql")
                            .getContentAsString(StandardCharsets.UTF_8));
            viewRuns("reconcile", "break_ledger", BREAKS);
            viewRuns("measure", "score", SCORES);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement on the books. */
    public void execute(String sql) {
        try (Statement statement = root.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Adds a row: pairs of column and value; columns that are not named are null. */
    public void add(String table, @Nullable Object... pairs) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        String columns = String.join(", ", row.keySet());
        String marks = row.keySet().stream().map(c -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                root.prepareStatement("insert into " + table + " (" + columns + ") values (" + marks + ")")) {
            int i = 1;
            for (@Nullable Object value : row.values()) {
                insert.setObject(i++, value);
            }
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(table + " " + row, e);
        }
    }

    /** Says that a load counts; its rows are added by {@link #add}. */
    public void load(String id, String feed, String mode, @Nullable String from, String to) {
        LocalDate end = LocalDate.parse(to);
        ActiveLoad load = new ActiveLoad(
                new LoadId(id), FeedId.of(feed), id, mode, end, from == null ? null : LocalDate.parse(from), end, 0);
        active.add(load);
        execute("insert into active_load values ('" + feed + "', '" + id + "', '" + id + "', '"
                + feed.substring(0, feed.indexOf('/')) + "', '" + mode + "', date '" + to + "', "
                + (from == null ? "null" : "date '" + from + "'") + ", date '" + to + "', 0)");
    }

    @Override
    public Connection connect() {
        try {
            return root.duplicate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Connection connectWithoutViews() {
        return connect();
    }

    @Override
    public LoadWriter stage(LoadId load) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path folderOf(LoadId load) {
        return folder.resolve("loads").resolve(load.value());
    }

    @Override
    public void publish(LoadId load) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<LoadId> activate(ActiveLoad load) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deactivate(LoadId load) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<LoadId> withdraw(LoadId load) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ActiveLoad> active() {
        return List.copyOf(active);
    }

    @Override
    public String activeHash() {
        return Integer.toHexString(active.hashCode());
    }

    @Override
    public String activeHash(Collection<FeedId> feeds) {
        return Integer.toHexString(active.stream()
                .filter(load -> feeds.contains(load.feed()))
                .toList()
                .hashCode());
    }

    @Override
    public Path stageRun(String kind, String runId) {
        Path run = folder.resolve("runs").resolve(kind).resolve(runId + ".part");
        try {
            if (Files.exists(run)) {
                try (Stream<Path> files = Files.list(run)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void activateRun(String kind, String key, String runId) {
        Path staged = folder.resolve("runs").resolve(kind).resolve(runId + ".part");
        Path published = folder.resolve("runs").resolve(kind).resolve(runId);
        try {
            if (Files.exists(staged)) {
                if (Files.exists(published)) {
                    try (Stream<Path> files = Files.list(published)) {
                        for (Path file : files.toList()) {
                            Files.delete(file);
                        }
                    }
                    Files.delete(published);
                }
                Files.move(staged, published);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute("insert or replace into active_run values ('" + kind + "', '" + key + "', '" + runId + "', '" + kind
                + "/" + runId + "')");
        viewRuns("reconcile", "break_ledger", BREAKS);
        viewRuns("measure", "score", SCORES);
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void viewRuns(String kind, String view, String columns) {
        List<String> files = new ArrayList<>();
        try (Statement statement = root.createStatement();
                var rows = statement.executeQuery("select folder from active_run where kind = '" + kind + "'")) {
            while (rows.next()) {
                files.add(
                        "'" + folder.resolve("runs").resolve(rows.getString(1)).resolve(view + ".parquet") + "'");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        execute("create table if not exists no_" + view + " (" + columns + ")");
        String names =
                Stream.of(columns.split(", ?")).map(c -> c.trim().split(" ")[0]).collect(Collectors.joining(", "));
        execute("create or replace view " + view + " as select " + names + " from no_" + view
                + (files.isEmpty()
                        ? ""
                        : " union all select " + names + " from read_parquet([" + String.join(", ", files) + "])"));
    }

    private static String sqlType(Fields.Type type) {
        return switch (type) {
            case TEXT -> "varchar";
            case DATE -> "date";
            case MONEY -> "bigint";
            case WHOLE_NUMBER -> "integer";
            case QUANTITY -> "double";
            case YES_NO -> "boolean";
        };
    }
}
