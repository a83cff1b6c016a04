package counterpart.validate.csv;

import counterpart.partner.FileLayout.Dialect;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Cuts one record that has quotes, as RFC 4180 says, by Commons CSV. One parser serves many records, each handed to it
 * when it asks for more: a parser for each would cost its buffer each time.
 */
final class QuotedFields {
    private static final String[] MALFORMED = {};

    private final CSVFormat format;
    private final OneRecord source = new OneRecord();
    private @Nullable Iterator<CSVRecord> parser;

    QuotedFields(Dialect dialect) {
        format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(dialect.delimiter())
                .setQuote(dialect.quote())
                .setIgnoreEmptyLines(false)
                .get();
    }

    /** The fields without their quotes; none when something stands between a closing quote and the delimiter. */
    String[] split(String record) {
        source.give(record);
        try {
            Iterator<CSVRecord> records = parser();
            return records.hasNext() ? records.next().values() : MALFORMED;
        } catch (UncheckedIOException malformed) {
            parser = null; // it stands in the middle of a record
            return MALFORMED;
        }
    }

    private Iterator<CSVRecord> parser() {
        Iterator<CSVRecord> open = parser;
        if (open == null) {
            try {
                open = CSVParser.parse(source, format).iterator();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            parser = open;
        }
        return open;
    }

    /** Gives one record and the end of its line, and not a character more until the next is given. */
    private static final class OneRecord extends Reader {
        private String text = "";
        private int given;

        void give(String record) {
            text = record + "\n";
            given = 0;
        }

        @Override
        public int read(char[] target, int offset, int length) {
            int count = Math.min(length, text.length() - given);
            if (count == 0) {
                return -1;
            }
            text.getChars(given, given + count, target, offset);
            given += count;
            return count;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
