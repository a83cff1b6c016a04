package counterpart.validate.book;

import counterpart.books.Books;
import counterpart.books.LoadWriter;
import counterpart.finding.Finding;
import counterpart.finding.RuleCode;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import counterpart.model.ClaimLine;
import counterpart.model.MedicalClaim;
import counterpart.partner.FileLayout.AmountLevel;
import counterpart.validate.GatheredClaim;
import counterpart.validate.RowSink;
import java.io.Closeable;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes judged rows into a load of the books. */
public final class LoadSink implements RowSink, Closeable {
    private final LoadWriter writer;
    private final Charset charset;
    private final Books books;
    private final RepeatedRows repeated;

    /**
     * @param charset the file's own, in which rejected rows are kept
     * @param folder for what is kept until all rows are known; it is gone when the sink is closed
     */
    public LoadSink(LoadWriter writer, Charset charset, Books books, Path folder) {
        this.writer = writer;
        this.charset = charset;
        this.books = books;
        this.repeated = new RepeatedRows(folder);
    }

    @Override
    public void repeat(MedicalClaim claim, ClaimLine line, AmountLevel level) {
        repeated.add(claim, line, level);
    }

    @Override
    public void claims(Consumer<GatheredClaim> told) {
        if (!repeated.isEmpty()) {
            repeated.write();
            new GatheredClaims(books).tell(repeated, told);
        }
    }

    @Override
    public void close() {
        repeated.close();
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
