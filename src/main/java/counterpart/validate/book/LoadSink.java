package counterpart.validate.book;

import counterpart.books.LoadWriter;
import counterpart.finding.Finding;
import counterpart.finding.RuleCode;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import counterpart.validate.RowSink;
import java.nio.charset.Charset;

/** Writes judged rows into a load of the books. */
public final class LoadSink implements RowSink {
    private final LoadWriter writer;
    private final Charset charset;

    /** @param charset the file's own, in which rejected rows are kept */
    public LoadSink(LoadWriter writer, Charset charset) {
        this.writer = writer;
        this.charset = charset;
    }

    @Override
    public void accept(BookTable table, BookRow row) {
        writer.row(table, row);
    }

    @Override
    public void reject(long line, String original, RuleCode code) {
        writer.reject(line, original, charset, code.value());
    }

    @Override
    public void finding(Finding finding) {
        writer.finding(finding);
    }
}
