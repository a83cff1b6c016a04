package counterpart.books;

import counterpart.finding.Trouble;
import org.jspecify.annotations.Nullable;

/** The books could not be read or written. The message says what was wanted, why it failed and what to do next. */
public final class BooksException extends RuntimeException implements Trouble {
    public BooksException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public Trouble.Kind trouble() {
        return Trouble.Kind.INPUT_OUTPUT;
    }
}
