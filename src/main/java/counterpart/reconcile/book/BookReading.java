package counterpart.reconcile.book;

import counterpart.books.Books;
import counterpart.model.PartnershipId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Works on a connection to the books, and says in one sentence what was not done when they cannot be read. */
final class BookReading {
    private final Books books;
    private final String subject;

    /** @param subject what is held against each other, for example {@code ledgers} */
    BookReading(Books books, String subject) {
        this.books = books;
        this.subject = subject;
    }

    /** On all that counts in the books. */
    <T> T onBooks(PartnershipId partnership, Map<String, Object> parameters, Work<T> work) {
        try (Connection connection = books.connect()) {
            return work.on(new ReconcileSql(connection, parameters));
        } catch (SQLException e) {
            throw notCompared(partnership, e);
        }
    }

    /** On files of the stage's own alone: without the views, which take their time where there are many loads. */
    <T> T onFiles(PartnershipId partnership, Map<String, Object> parameters, Work<T> work) {
        try (Connection connection = books.connectWithoutViews()) {
            return work.on(new ReconcileSql(connection, parameters));
        } catch (SQLException e) {
            throw notCompared(partnership, e);
        }
    }

    private IllegalStateException notCompared(PartnershipId partnership, SQLException e) {
        return new IllegalStateException(
                "the books could not be read, so the " + subject + " of " + partnership
                        + " were not compared; run again",
                e);
    }

    @FunctionalInterface
    interface Work<T> {
        T on(ReconcileSql sql);
    }
}
