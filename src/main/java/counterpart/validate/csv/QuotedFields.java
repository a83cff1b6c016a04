package counterpart.validate.csv;

import counterpart.partner.FileLayout.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Cuts one record that has quotes, as RFC 4180 says, by Commons CSV. */
final class QuotedFields {
    private static final String[] MALFORMED = {};

    private final CSVFormat format;

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
        try (CSVParser parser = CSVParser.parse(record, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.get(0).values() : MALFORMED;
        } catch (IOException | UncheckedIOException malformed) {
            return MALFORMED;
        }
    }
}
