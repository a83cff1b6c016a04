package counterpart.books;

import counterpart.finding.Finding;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * Writes one load: immutable Parquet files under a staging name. Rows may be handed over faster than they are written;
 * a failure of writing surfaces at the next call. Staging the same load again starts it anew.
 */
public interface LoadWriter extends AutoCloseable {
    void row(BookTable table, BookRow row);

    /**
     * Keeps a rejected row with its original bytes.
     *
     * @param line physical line on which it began
     * @param original the row's text exactly as received, decodable by {@code charset}
     * @param code the rule that rejected it
     */
    void reject(long line, String original, Charset charset, String code);

    /** Keeps a finding; it holds masked values only. */
    void finding(Finding finding);

    /** Finishes all files; the load is then staged, not yet published. Answers the rows written by table. */
    Map<BookTable, Long> finish();

    /** Gives up what was not finished. */
    @Override
    void close();
}
