package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.books.BooksException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void our_own_words_are_told_from_however_deep() {
        Exception ours = new BooksException("the books are away", new SQLException("member M1"));
        assertThat(Failures.sentence(new IllegalStateException("a bean", new RuntimeException(ours))))
                .isEqualTo("the books are away");
        assertThat(Failures.sentence(new UncheckedIOException("could not empty /home/temp", new IOException("M1"))))
                .isEqualTo("could not empty /home/temp");
    }

    @Test
    void of_foreign_failures_only_the_kind_of_what_is_behind_them_is_told() {
        assertThat(Failures.sentence(new IllegalStateException("row of M1", new SQLException("value 'M1'"))))
                .startsWith("stopped by java.sql.SQLException. What was finished stays finished")
                .doesNotContain("M1");
        assertThat(Failures.sentence(new IllegalStateException(
                        "a bean", new FileSystemException("/home/logs", null, "No space left on device"))))
                .startsWith("stopped by java.nio.file.FileSystemException (/home/logs: No space left on device). ");
    }
}
