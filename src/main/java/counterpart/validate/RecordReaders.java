package counterpart.validate;

import counterpart.partner.FileLayout;
import java.io.InputStream;

/** Makes readers for a partner's way of writing delimited files. */
@FunctionalInterface
public interface RecordReaders {
    /** A reader over the clear bytes of a file; closing it closes the stream. */
    RecordReader open(InputStream clear, FileLayout.Dialect dialect);
}
