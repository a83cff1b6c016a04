package counterpart.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.finding.Finding;
import counterpart.finding.RuleCode;
import counterpart.finding.Severity;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import counterpart.model.ClaimLine;
import counterpart.model.FeedId;
import counterpart.model.Home;
import counterpart.model.LoadId;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckBooksIT {
    @TempDir
    Path folder;

    private Home home;
    private DuckBooks books;

    @BeforeEach
    void open() {
        home = new Home(folder);
        books = DuckBooks.open(home, BooksSettings.besideHeap(), "none");
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void the_views_give_back_exactly_the_rows_that_were_written() throws Exception {
        Random random = new Random(7);
        for (BookTable table : BookTable.values()) {
            LongFunction<BookRow> maker = switch (table) {
                case COVERAGE_SPAN -> row -> Rows.span(random, row);
                case MEDICAL_CLAIM -> row -> Rows.claim(random, row);
                case PHARMACY_CLAIM -> row -> Rows.prescription(random, row);
                case CLAIM_LINE -> row -> line(random, row);
            };
            List<BookRow> written =
                    LongStream.rangeClosed(1, 5000).mapToObj(maker).toList();
            ActiveLoad load =
                    load(table.ordinal() + 1, FeedId.of("lakeshore/x" + table.ordinal()), "2026-10-31", written);

            assertThat(read(table)).isEqualTo(written);
            assertThat(load.rows()).isEqualTo(5000);
        }
    }

    @Test
    void a_row_is_told_with_its_load() {
        load(1, Rows.ELIGIBILITY, "2026-10-31", spans(3));

        assertThat(
                        texts(
                                "select distinct load_id || ' ' || partner_id || ' ' || feed_id || ' ' || slot || ' ' || mode"
                                        + " || ' ' || as_of_date || ' ' || period_from || ' ' || (period_to is null) from coverage_span"))
                .containsExactly(
                        "F-000001-1 lakeshore lakeshore/eligibility 2026-10-31 FULL 2026-10-31 2026-10-25 true");
    }

    @Test
    void without_any_load_every_view_is_empty_and_has_the_same_columns() throws Exception {
        List<List<String>> empty = columns();
        load(1, Rows.ELIGIBILITY, "a", spans(3));
        load(2, Rows.MEDICAL, "a", List.<BookRow>of(Rows.claim(new Random(1), 1), line(new Random(1), 2)));
        load(3, FeedId.of("lakeshore/pharmacy"), "a", List.of(Rows.prescription(new Random(1), 1)));

        assertThat(columns()).isEqualTo(empty);
        assertThat(empty.get(0)).startsWith("load_id VARCHAR", "partner_id VARCHAR");
        assertThat(count("break_ledger") + count("score")).isZero();
    }

    @Test
    void a_load_that_is_staged_or_published_does_not_count_before_it_is_activated() {
        stage(1, spans(3));
        assertThat(count("coverage_span")).isZero();
        books.publish(Rows.load(1));
        assertThat(count("coverage_span")).isZero();

        books.close(); // a kill between publishing and activating leaves just this
        open();
        assertThat(count("coverage_span")).isZero();
        books.publish(Rows.load(1));
        assertThat(books.activate(Rows.active(1, Rows.ELIGIBILITY, "a", 3))).isEmpty();
        assertThat(count("coverage_span")).isEqualTo(3);
    }

    /** Writes a large load with little memory, publishes it, and dies before it counts. */
    static final class Dying {
        static final long ROWS = 300_000;

        public static void main(String[] arguments) {
            DuckBooks books = DuckBooks.open(new Home(Path.of(arguments[0])), BooksSettings.besideHeap(), "none");
            Random random = new Random(3);
            try (LoadWriter writer = books.stage(Rows.load(1))) {
                for (long row = 1; row <= ROWS; row++) {
                    writer.row(BookTable.MEDICAL_CLAIM, Rows.claim(random, row));
                }
                writer.finish();
            }
            books.publish(Rows.load(1));
            Runtime.getRuntime().halt(9);
        }
    }

    /** Opens the books of another home and says why that failed. */
    static final class Opening {
        public static void main(String[] arguments) {
            try {
                DuckBooks.open(new Home(Path.of(arguments[0], "other")), BooksSettings.besideHeap(), "none");
            } catch (BooksException e) {
                System.out.print(e.getMessage());
            }
        }
    }

    private Process child(Path temporary, Class<?> program) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void a_temporary_folder_that_takes_no_library_is_named_with_what_to_do() throws Exception {
        Path none = folder.resolve("none");
        Process child = child(none, Opening.class);

        assertThat(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("the library of DuckDB could not be unpacked into " + none)
                .contains("nothing ran", "COUNTERPART_JAVA_OPTS=-Djava.io.tmpdir=");
        assertThat(child.waitFor()).isZero();
    }

    @Test
    void a_kill_between_publishing_and_activating_is_made_good_and_writing_needs_little_memory() throws Exception {
        books.close();
        Process child = child(folder, Dying.class);
        child.getInputStream().readAllBytes();
        assertThat(child.waitFor()).isEqualTo(9);
        open();

        assertThat(books.active()).isEmpty();
        assertThat(count("medical_claim")).isZero();
        books.publish(Rows.load(1));
        books.activate(Rows.active(1, Rows.MEDICAL, "a", Dying.ROWS));
        assertThat(
                        texts(
                                "select count(*) || ' ' || sum(row_number) || ' ' || count(distinct claim_id) from medical_claim"))
                .containsExactly("300000 45000150000 300000");
    }

    @Test
    void superseding_replaces_its_slot_and_no_other() {
        load(1, Rows.ELIGIBILITY, "2026-10-25", spans(1));
        load(2, Rows.ELIGIBILITY, "2026-11-01", spans(2));
        load(3, FeedId.of("cascadia/eligibility"), "2026-11-01", spans(4));
        stage(4, spans(8));
        books.publish(Rows.load(4));

        assertThat(books.activate(Rows.active(4, Rows.ELIGIBILITY, "2026-11-01", 8)))
                .contains(Rows.load(2));

        assertThat(books.active())
                .extracting(ActiveLoad::load)
                .containsExactly(Rows.load(1), Rows.load(3), Rows.load(4));
        assertThat(count("coverage_span")).isEqualTo(13);
    }

    @Test
    void activating_again_changes_nothing_and_answers_the_same() {
        load(1, Rows.ELIGIBILITY, "a", spans(1));
        load(2, Rows.ELIGIBILITY, "a", spans(2));
        String hash = books.activeHash();

        assertThat(books.activate(Rows.active(2, Rows.ELIGIBILITY, "a", 2))).contains(Rows.load(1));
        assertThat(books.activate(Rows.active(1, Rows.ELIGIBILITY, "a", 1)))
                .as("a repeat of the load that lost its slot does not win it back")
                .isEmpty();
        assertThat(books.activeHash()).isEqualTo(hash);
        assertThat(count("coverage_span")).isEqualTo(2);
    }

    @Test
    void a_withdrawn_load_vanishes_and_may_come_back() {
        load(1, Rows.ELIGIBILITY, "a", spans(1));
        load(2, Rows.ELIGIBILITY, "a", spans(2));
        books.deactivate(Rows.load(2));
        books.deactivate(Rows.load(2));
        assertThat(count("coverage_span")).isZero();

        assertThat(books.activate(Rows.active(1, Rows.ELIGIBILITY, "a", 1))).isEmpty();
        assertThat(count("coverage_span")).isEqualTo(1);
    }

    @Test
    void rows_that_a_cross_check_rejected_vanish_from_their_table_only() {
        stage(1, List.<BookRow>of(Rows.claim(new Random(1), 1), line(new Random(1), 2), Rows.claim(new Random(2), 3)));
        stageVerdict(1, "medical_claim", 3);
        stageAndActivate(2, Rows.ELIGIBILITY, "a", spans(3));
        books.publish(Rows.load(1));
        books.activate(Rows.active(1, Rows.MEDICAL, "a", 3));

        assertThat(texts("select row_number from medical_claim")).containsExactly("1");
        assertThat(texts("select row_number from claim_line")).containsExactly("2");
        assertThat(count("coverage_span")).isEqualTo(3);
        assertThat(Manifest.readFrom(books.folderOf(Rows.load(1))).files())
                .extracting(Manifest.Entry::name, Manifest.Entry::rows)
                .contains(org.assertj.core.groups.Tuple.tuple("verdict.parquet", 1L));
    }

    @Test
    void rejects_keep_the_original_bytes_and_findings_their_words() throws Exception {
        Charset latin = StandardCharsets.ISO_8859_1;
        try (LoadWriter writer = books.stage(Rows.load(1))) {
            writer.reject(17, "DT|Müller|\u0001", latin, "E-103");
            writer.finding(new Finding(
                    new RuleCode("E-103"), Severity.REJECT_ROW, 17, "birth_date", "M***1", "19**", "Send a date."));
            writer.finish();
        }
        books.publish(Rows.load(1));
        Path load = books.folderOf(Rows.load(1));

        assertThat(texts("select line || code || hex(original) from '" + load.resolve("reject.parquet") + "'"))
                .containsExactly("17E-103"
                        + java.util.HexFormat.of().withUpperCase().formatHex("DT|Müller|\u0001".getBytes(latin)));
        assertThat(texts("select concat_ws(' ', line, code, severity, field, record_key, masked_value, sentence) from '"
                        + load.resolve("finding.parquet") + "'"))
                .containsExactly("17 E-103 REJECT_ROW birth_date M***1 19** Send a date.");
        assertThat(load.resolve("coverage_span.parquet")).doesNotExist();
    }

    @Test
    void staging_again_starts_anew_and_a_writer_that_is_closed_leaves_nothing() throws Exception {
        stage(1, spans(9));
        stage(1, spans(2));
        books.publish(Rows.load(1));
        books.activate(Rows.active(1, Rows.ELIGIBILITY, "a", 2));
        assertThat(count("coverage_span")).isEqualTo(2);

        try (LoadWriter writer = books.stage(Rows.load(2))) {
            writer.row(BookTable.COVERAGE_SPAN, Rows.span(new Random(1), 1));
        }
        assertThatThrownBy(() -> books.publish(Rows.load(2))).hasMessageContaining("never staged");
        try (Stream<Path> loads = Files.list(home.books().resolve("loads"))) {
            assertThat(loads.map(Path::getFileName).map(Path::toString)).containsExactly("F-000001-1");
        }
    }

    @Test
    void the_manifest_lists_every_file_with_rows_and_digest() throws Exception {
        stage(1, spans(5000));
        Manifest manifest = Manifest.readFrom(books.folderOf(Rows.load(1)));

        assertThat(manifest.key()).isEqualTo("none");
        assertThat(manifest.files()).hasSize(1);
        Manifest.Entry entry = manifest.files().get(0);
        assertThat(entry.rows()).isEqualTo(5000);
        byte[] bytes = Files.readAllBytes(books.folderOf(Rows.load(1)).resolve(entry.name()));
        assertThat(entry.sha256())
                .isEqualTo(java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(bytes)));
    }

    @Test
    void a_failure_of_the_disk_reaches_the_caller() throws Exception {
        LoadWriter writer = books.stage(Rows.load(1));
        Path staged = books.folderOf(Rows.load(1));
        Folders.delete(staged);
        Files.writeString(staged, "a file where the folder was");

        assertThatThrownBy(() -> {
                    for (int row = 1; row < 100_000; row++) {
                        writer.row(BookTable.COVERAGE_SPAN, Rows.span(new Random(row), row));
                    }
                    writer.finish();
                })
                .isInstanceOf(BooksException.class)
                .hasMessageContaining("F-000001-1")
                .hasMessageContaining("run again");
        writer.close();
    }

    @Test
    void the_last_run_of_a_key_counts_and_the_others_stay_untouched() {
        run("r1", "cascadia-lakeshore", "b1");
        run("r2", "other", "b2");
        assertThat(texts("select break_id from break_ledger order by 1")).containsExactly("b1", "b2");

        run("r1", "cascadia-lakeshore", "b3"); // the same run once more, with other content
        assertThat(texts("select break_id from break_ledger order by 1")).containsExactly("b2", "b3");
        books.activateRun("reconcile", "cascadia-lakeshore", "r1");
        assertThat(texts("select break_id from break_ledger order by 1")).containsExactly("b2", "b3");
    }

    @Test
    void books_of_a_newer_version_are_refused() throws Exception {
        try (Connection connection = books.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into schema_history values ('V999__later.sql', 'x')");
        }
        books.close();
        assertThatThrownBy(this::open).hasMessageContaining("newer version");
        Files.delete(home.books().resolve("books.duckdb"));
        open();
    }

    @Test
    void sql_files_take_named_parameters() throws Exception {
        load(1, Rows.ELIGIBILITY, "a", spans(5));
        try (Connection connection = books.connect()) {
            Sql sql = new Sql(
                    "test", "select member_id from coverage_span where row_number <= :last and as_of_date = :day");
            Map<String, Object> parameters = Map.of("last", 2, "day", LocalDate.of(2026, 10, 31));
            assertThat(sql.on(connection).params(parameters).query(String.class).list())
                    .hasSize(2);
            Path copy = folder.resolve("it's a copy.parquet");
            assertThat(sql.copyTo(copy, connection, parameters)).isEqualTo(2);
            assertThat(texts("select member_id from '" + copy.toString().replace("'", "''") + "' order by 1"))
                    .containsExactly("M1", "M2");
        }
    }

    private void run(String runId, String key, String breakId) {
        Path staged = books.stageRun("reconcile", runId);
        execute("copy (select '" + breakId + "' as break_id, 'p' as partnership_id, 'R5' as reconciliation, 'C1' as"
                + " entity_key, 'PAID' as attribute, 'AMOUNT_DIFF' as category, '1' as left_value, '2' as right_value, 100 as"
                + " impact_cents, 'OPEN' as status, 1 as episode, date '2026-10-01' as first_seen, date '2026-10-01' as"
                + " last_seen, null as closed_on, null as cause, '2026-09' as service_month) to '"
                + staged.resolve("break_ledger.parquet") + "' (format parquet)");
        books.activateRun("reconcile", key, runId);
    }

    private void stageVerdict(int number, String table, long row) {
        execute("copy (select '" + table + "' as table_name, " + row + "::bigint as row_number, 'M-201' as rule) to '"
                + books.folderOf(Rows.load(number)).resolve("verdict.parquet") + "' (format parquet)");
    }

    private ActiveLoad load(int number, FeedId feed, String slot, List<? extends BookRow> rows) {
        return stageAndActivate(number, feed, slot, rows);
    }

    private ActiveLoad stageAndActivate(int number, FeedId feed, String slot, List<? extends BookRow> rows) {
        stage(number, rows);
        books.publish(Rows.load(number));
        books.publish(Rows.load(number));
        ActiveLoad load = Rows.active(number, feed, slot, rows.size());
        books.activate(load);
        return load;
    }

    private void stage(int number, List<? extends BookRow> rows) {
        try (LoadWriter writer = books.stage(new LoadId(Rows.load(number).value()))) {
            rows.forEach(row -> writer.row(tableOf(row), row));
            Map<BookTable, Long> written = writer.finish();
            assertThat(written.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(rows.size());
        }
    }

    private static BookTable tableOf(BookRow row) {
        for (BookTable table : BookTable.values()) {
            if (table.rowType().isInstance(row)) {
                return table;
            }
        }
        throw new IllegalArgumentException("no table for " + row.getClass());
    }

    private static List<? extends BookRow> spans(int count) {
        Random random = new Random(count);
        return LongStream.rangeClosed(1, count)
                .mapToObj(row -> Rows.span(random, row))
                .toList();
    }

    private static ClaimLine line(Random random, long row) {
        LocalDate day = LocalDate.of(2026, 3, 1);
        Double units = random.nextBoolean() ? null : random.nextDouble();
        return new ClaimLine(
                row,
                "C" + row,
                0,
                1,
                "PAID",
                day,
                null,
                "0450",
                null,
                "25",
                "11",
                units,
                1L,
                null,
                -5L,
                null,
                0L,
                null,
                null,
                null,
                "CO:45:1.00");
    }

    /** Builds the records again from what DuckDB answers, by reflection: no code of the books takes part. */
    private List<BookRow> read(BookTable table) throws Exception {
        RecordComponent[] components = table.rowType().getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<BookRow> rows = new ArrayList<>();
        try (Connection connection = books.connect();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select * from " + table.sqlName() + " order by row_number")) {
            while (result.next()) {
                Object[] values = new Object[components.length];
                for (int i = 0; i < components.length; i++) {
                    values[i] = result.getObject(i + 9);
                }
                rows.add((BookRow) table.rowType().getDeclaredConstructor(types).newInstance(values));
            }
        }
        return rows;
    }

    private List<List<String>> columns() throws Exception {
        List<List<String>> all = new ArrayList<>();
        try (Connection connection = books.connect();
                Statement statement = connection.createStatement()) {
            for (BookTable table : BookTable.values()) {
                List<String> columns = new ArrayList<>();
                try (ResultSet result = statement.executeQuery("describe " + table.sqlName())) {
                    while (result.next()) {
                        columns.add(result.getString(1) + " " + result.getString(2));
                    }
                }
                all.add(columns);
            }
        }
        return all;
    }

    private long count(String view) {
        return Long.parseLong(texts("select count(*) from " + view).get(0));
    }

    private List<String> texts(String query) {
        try (Connection connection = books.connect()) {
            return Sql.client(connection).sql(query).query(String.class).list();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = books.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
