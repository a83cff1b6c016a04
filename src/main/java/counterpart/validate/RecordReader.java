package counterpart.validate;

import counterpart.finding.Finding;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads the records of one delimited file in order, within stated limits. No record is skipped: a blank line inside the
 * file is a record with one empty field. Blank lines at the end are not records.
 */
public interface RecordReader extends Closeable {
    /**
     * Moves to the next record.
     *
     * @return false at the end of the file, and at a fault that makes the rest unreadable
     * @throws IOException when the bytes cannot be had, which is no fault of the file
     */
    boolean next() throws IOException;

    /** Physical line on which the present record began, from 1. */
    long line();

    /** The present record exactly as received, without the end of its last line. */
    String raw();

    /** How many fields the present record has; 0 when its quotes are not written as RFC 4180 says. */
    int width();

    /**
     * A field of the present record, without its quotes.
     *
     * @param position from 0
     */
    String field(int position);

    /** Why the file cannot be read further: F-015 or F-027. */
    Optional<Finding> fault();
}
