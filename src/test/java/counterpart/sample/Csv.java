package counterpart.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a truth table. */
final class Csv {
    private Csv() {}

    /** The rows below the heading. */
    static List<String[]> rows(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), CSVFormat.DEFAULT)) {
            return parser.getRecords().stream().skip(1).map(CSVRecord::values).toList();
        }
    }
}
