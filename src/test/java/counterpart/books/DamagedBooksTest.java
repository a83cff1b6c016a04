package counterpart.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.finding.Trouble;
import counterpart.model.Home;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Books that lost or changed the file which says what counts. */
class DamagedBooksTest {
    @TempDir
    private Path temp;

    @Test
    void loads_without_the_file_that_says_which_count_are_no_new_books() throws IOException {
        Home home = new Home(temp);
        open(home).close();
        Files.createDirectories(home.books().resolve("loads/F-000001-1"));
        Files.delete(home.books().resolve("books.duckdb"));

        assertRefused(home, "books.duckdb is gone, and only it knows which loads count, so nothing ran");
        assertThat(home.books().resolve("books.duckdb")).doesNotExist();
    }

    @Test
    void what_was_only_staged_does_not_keep_new_books_from_being_made() throws IOException {
        Home home = new Home(temp);
        Files.createDirectories(home.books().resolve("loads/F-000001-1.part"));
        open(home).close();
        assertThat(home.books().resolve("books.duckdb")).exists();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 4_096, 12_288})
    void a_file_that_was_cut_is_refused_and_not_changed(int length) throws IOException {
        Home home = new Home(temp);
        open(home).close();
        Path file = home.books().resolve("books.duckdb");
        byte[] cut = Arrays.copyOf(Files.readAllBytes(file), length);
        Files.write(file, cut);

        if (length == 0) { // DuckDB makes an empty file into new books
            Files.createDirectories(home.books().resolve("loads/F-000001-1"));
        }
        assertRefused(home, "books.duckdb is");
        assertThat(file).hasBinaryContent(cut);
    }

    @Test
    void damage_is_refused_or_harms_nothing() throws IOException {
        Home home = new Home(temp);
        open(home).close();
        Path file = home.books().resolve("books.duckdb");
        byte[] whole = Files.readAllBytes(file);
        long seed = 20261122;
        Random random = new Random(seed);
        int refused = 0;
        for (int trial = 0; trial < 30; trial++) {
            Files.write(file, whole);
            int at = random.nextInt(whole.length);
            try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
                damaged.seek(at);
                byte[] noise = new byte[16];
                random.nextBytes(noise);
                damaged.write(noise);
            }
            try (DuckBooks books = open(home)) {
                assertThat(books.active()).as("seed %d, at %d", seed, at).isEmpty();
            } catch (BooksException e) {
                refused++;
                assertThat(e).as("seed %d, at %d", seed, at).hasMessageContaining("books.duckdb is damaged");
            }
        }
        assertThat(refused).isGreaterThan(5);
    }

    private static void assertRefused(Home home, String text) {
        assertThatThrownBy(() -> open(home))
                .isInstanceOfSatisfying(
                        BooksException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.Kind.INPUT_OUTPUT))
                .hasMessageContainingAll(text, "nothing ran", "restore the home from the last backup");
    }

    private static DuckBooks open(Home home) {
        return DuckBooks.open(home, BooksSettings.besideHeap(), "none");
    }
}
