package counterpart.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.finding.Trouble;
import counterpart.model.BookTable;
import counterpart.model.FeedId;
import counterpart.model.Home;
import counterpart.model.LoadId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet files that changed on the disk: their size is right, their footer is right, and bytes of a page are others. */
class DamagedLoadsTest {
    private static final LoadId LOAD = new LoadId("F-000007-1");
    private static final long SEED = 20261122;
    private static final int FOOTER_LENGTH_AND_MAGIC = 8;

    @TempDir
    private Path temp;

    private Home home = new Home(Path.of(""));
    private Path file = Path.of("");

    @BeforeEach
    void write_a_load_and_a_run() throws IOException, SQLException {
        home = new Home(temp);
        try (DuckBooks books = open()) {
            new SqlLoads(books)
                    .load(
                            7,
                            "lakeshore/eligibility",
                            "FULL",
                            "2026-10-01",
                            "2026-10-31",
                            BookTable.COVERAGE_SPAN,
                            "select 'M' || hash(i) as member_id from range(20000) r(i)");
            Path run = books.stageRun("reconcile", "run-1");
            try (Connection connection = books.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("copy (select 'B' || hash(i) as break_id from range(5000) r(i)) to '"
                        + run.resolve("break_ledger.parquet") + "' (format parquet, compression zstd)");
            }
            books.activateRun("reconcile", "cascadia-lakeshore", "run-1");
            file = books.folderOf(LOAD).resolve("coverage_span.parquet");
        }
    }

    @Test
    void whole_files_are_read() throws SQLException {
        try (DuckBooks books = open()) {
            assertThat(books.damaged()).isEmpty();
            assertThat(digestOfRows(books)).startsWith("20000 ");
        }
    }

    @Test
    void a_changed_page_is_refused_wherever_it_is_and_nothing_of_it_is_read() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int pages = whole.length - footerBytes(whole);
        assertThat(pages).isGreaterThan(50_000);
        Random random = new Random(SEED);
        for (int trial = 0; trial < 25; trial++) {
            Files.write(file, whole);
            int at = 4 + random.nextInt(pages - 4);
            flip(file, at, 1 << random.nextInt(8));
            assertThat(Files.size(file)).isEqualTo(whole.length);
            assertThat(footerOf(Files.readAllBytes(file))).isEqualTo(footerOf(whole));
            try (DuckBooks books = open()) {
                String said = "seed " + SEED + ", at " + at;
                assertThat(books.damaged()).as(said).containsExactly(file);
                assertRefused(() -> books.connect().close(), said);
                assertRefused(() -> books.requireWhole(LOAD), said);
            }
        }
    }

    /** Why the digest is asked: DuckDB reads some changed pages without a word, and answers other rows. */
    @Test
    void the_engine_itself_does_not_find_every_changed_page() throws IOException, SQLException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(SEED);
        int silent = 0;
        try (DuckBooks books = open()) {
            String right = digestOfRows(books, file);
            for (int trial = 0; trial < 200 && silent == 0; trial++) {
                Path copy = temp.resolve("copy-" + trial + ".parquet");
                Files.write(copy, whole);
                flip(copy, 4 + random.nextInt(whole.length - footerBytes(whole) - 4), 1 << random.nextInt(8));
                silent += isReadAsOtherRows(books, copy, right) ? 1 : 0;
                Files.delete(copy);
            }
        }
        assertThat(silent).isPositive();
    }

    @Test
    void a_changed_page_of_a_run_is_refused_with_its_path() throws IOException {
        Path ledger = home.books().resolve("runs/reconcile/run-1-1/break_ledger.parquet");
        flip(ledger, (int) Files.size(ledger) / 3, 4);
        try (DuckBooks books = open()) {
            assertThat(books.damaged()).containsExactly(ledger);
            assertThatThrownBy(books::connect)
                    .isInstanceOf(BooksException.class)
                    .hasMessageContainingAll(ledger.toString(), "not as it was written", "./counterpart restore");
        }
    }

    @Test
    void what_was_changed_while_it_was_staged_never_counts() throws IOException {
        LoadId load = new LoadId("F-000008-1");
        try (DuckBooks books = open()) {
            try (LoadWriter writer = books.stage(load)) {
                writer.finish();
            }
            Path staged = books.folderOf(load).resolve("claim_line.parquet");
            Files.write(staged, new byte[] {1, 2, 3});
            new Manifest(load.value(), Manifest.NO_KEY, List.of())
                    .with(staged, 1)
                    .writeTo(books.folderOf(load));
            flip(staged, 1, 1);

            assertThatThrownBy(() -> books.publish(load))
                    .isInstanceOf(BooksException.class)
                    .hasMessageContainingAll(staged.toString(), "./counterpart replay F-000008");
            assertThatThrownBy(() -> books.activate(new ActiveLoad(
                            load,
                            FeedId.of("lakeshore/medical"),
                            "a",
                            "FULL",
                            LocalDate.EPOCH,
                            LocalDate.EPOCH,
                            LocalDate.EPOCH,
                            0)))
                    .isInstanceOf(BooksException.class);
        }
    }

    @Test
    void a_manifest_that_is_gone_or_cannot_be_read_is_damage_too() throws IOException {
        Path manifest = file.resolveSibling(Manifest.NAME);
        Files.writeString(manifest, Files.readString(manifest).substring(10));
        try (DuckBooks books = open()) {
            assertThat(books.damaged()).containsExactly(manifest);
            assertThatThrownBy(books::connect).hasMessageContaining(manifest.toString());
        }
        Files.delete(manifest);
        try (DuckBooks books = open()) {
            assertThatThrownBy(books::connect).hasMessageContaining(manifest + " is gone");
        }
    }

    private void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading, String said) {
        assertThatThrownBy(reading)
                .as(said)
                .isInstanceOfSatisfying(
                        BooksException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.Kind.INPUT_OUTPUT))
                .hasMessageContainingAll(
                        file + " is not as it was written",
                        "so nothing was read from them",
                        "./counterpart restore --help",
                        "./counterpart withdraw F-000007",
                        "./counterpart replay F-000007")
                .hasNoCause();
    }

    private static boolean isReadAsOtherRows(DuckBooks books, Path file, String right) {
        try {
            return !digestOfRows(books, file).equals(right);
        } catch (SQLException found) {
            return false;
        }
    }

    private static String digestOfRows(DuckBooks books) throws SQLException {
        try (Connection connection = books.connect()) {
            return digest(connection, "coverage_span");
        }
    }

    private static String digestOfRows(DuckBooks books, Path file) throws SQLException {
        try (Connection connection = books.connectWithoutViews()) {
            return digest(connection, "read_parquet('" + file + "')");
        }
    }

    private static String digest(Connection connection, String from) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*), bit_xor(hash(member_id, row_number)) from " + from)) {
            row.next();
            return row.getLong(1) + " " + row.getString(2);
        }
    }

    private static void flip(Path file, int at, int bit) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int was = bytes.read();
            bytes.seek(at);
            bytes.write(was ^ bit);
        }
    }

    /** The footer, its length in four bytes, and the four bytes with which such a file ends. */
    private static int footerBytes(byte[] parquet) {
        return ByteBuffer.wrap(parquet).order(ByteOrder.LITTLE_ENDIAN).getInt(parquet.length - FOOTER_LENGTH_AND_MAGIC)
                + FOOTER_LENGTH_AND_MAGIC;
    }

    private static byte[] footerOf(byte[] parquet) {
        return Arrays.copyOfRange(parquet, parquet.length - footerBytes(parquet), parquet.length);
    }

    private DuckBooks open() {
        return DuckBooks.open(home, BooksSettings.besideHeap(), "none");
    }
}
