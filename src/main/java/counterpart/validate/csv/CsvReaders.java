package counterpart.validate.csv;

import counterpart.partner.FileLayout.Dialect;
import counterpart.validate.RecordReader;
import counterpart.validate.RecordReaders;
import java.io.InputStream;

/** Readers of delimited files with RFC 4180 quoting, without comments, escapes or guesses. */
public final class CsvReaders implements RecordReaders {
    @Override
    public RecordReader open(InputStream clear, Dialect dialect) {
        return new CsvRecordReader(new StrictText(clear, dialect.charset()), dialect);
    }
}
