package counterpart.operate;

import counterpart.model.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The truth files of a sample, as the text in which {@link Played} writes down what the product said. */
final class TruthFiles {
    private static final Set<String> MONEY = Set.of("PRESENCE", "PAID", "ALLOWED");

    private final Path folder;
    private final List<LocalDate> nights;

    TruthFiles(Path folder, List<LocalDate> nights) {
        this.folder = folder;
        this.nights = nights;
    }

    /** Files that are to be taken; a duplicate is not. */
    List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        for (CSVRecord row : rows("files.csv")) {
            if (!row.get("state").equals("DUPLICATE")) {
                files.add(Played.text(
                        row.get("file"),
                        row.get("state"),
                        row.get("rows_read"),
                        row.get("rows_accepted"),
                        row.get("rows_rejected")));
            }
        }
        return files;
    }

    List<String> findings() throws IOException {
        return rows("findings.csv").stream()
                .map(row -> Played.text(
                        row.get("file"),
                        row.get("line").isEmpty() ? "0" : row.get("line"),
                        row.get("code"),
                        row.get("severity")))
                .toList();
    }

    /** Truth knows the Sunday to whose end the files speak, the product the night in which it read them. */
    List<String> breaks() throws IOException {
        return rows("breaks.csv").stream()
                .map(row -> Played.text(
                        row.get("entity_key"),
                        row.get("attribute"),
                        row.get("category"),
                        value(row, "left_value"),
                        value(row, "right_value"),
                        row.get("impact_cents"),
                        night(row.get("opened_week")),
                        night(row.get("closed_week")),
                        row.get("note").matches("REJECTED:.*|REFUSED") ? row.get("note") : ""))
                .toList();
    }

    /**
     * Every measure by month that the generator knows; those of open breaks are counted from the truth of the breaks.
     *
     * @param reportMonth until when
     */
    List<String> measures(YearMonth reportMonth) throws IOException {
        List<String> measures = new ArrayList<>();
        for (Map.Entry<String, Path> partnership : folders().entrySet()) {
            for (CSVRecord row : rows(partnership.getValue(), "measures.csv")) {
                if (new BigDecimal(row.get("denominator")).signum() != 0) {
                    measures.add(Played.text(
                            partnership.getKey(),
                            row.get("measure"),
                            row.get("month"),
                            plain(row.get("numerator")),
                            plain(row.get("denominator"))));
                }
            }
            measures.addAll(breakAges(partnership.getKey(), partnership.getValue(), reportMonth));
        }
        return measures;
    }

    private List<String> breakAges(String partnership, Path folder, YearMonth reportMonth) throws IOException {
        List<String> measures = new ArrayList<>();
        LocalDate first = rows(folder, "breaks.csv").stream()
                .map(row -> LocalDate.parse(night(row.get("opened_week"))))
                .min(LocalDate::compareTo)
                .orElseThrow();
        for (YearMonth month = YearMonth.from(first); !month.isAfter(reportMonth); month = month.plusMonths(1)) {
            List<Long> ages = ages(folder, month.atEndOfMonth());
            int middle = ages.size() / 2;
            BigDecimal median = ages.size() % 2 == 1
                    ? BigDecimal.valueOf(ages.get(middle))
                    : BigDecimal.valueOf(ages.get(middle - 1) + ages.get(middle))
                            .divide(BigDecimal.valueOf(2));
            measures.add(Played.text(partnership, "open-break-age", month, plain(median.toString()), "1"));
            measures.add(Played.text(partnership, "oldest-open-break", month, ages.get(ages.size() - 1), "1"));
        }
        return measures;
    }

    /** Days since they opened of the breaks that are open at the end of a day, youngest first. */
    private List<Long> ages(Path folder, LocalDate day) throws IOException {
        return rows(folder, "breaks.csv").stream()
                .filter(row -> !row.get("category").equals("TIMING"))
                .filter(row -> !LocalDate.parse(night(row.get("opened_week"))).isAfter(day))
                .filter(row -> row.get("closed_week").isEmpty()
                        || LocalDate.parse(night(row.get("closed_week"))).isAfter(day))
                .map(row -> ChronoUnit.DAYS.between(LocalDate.parse(night(row.get("opened_week"))), day))
                .sorted()
                .toList();
    }

    /** Months rolled forward, and what was paid after ends in hindsight. */
    List<String> rolls() throws IOException {
        List<String> rolls = new ArrayList<>();
        for (CSVRecord row : rows(folder, "rolls.csv")) {
            rolls.add(Played.text((Object[]) row.values()));
        }
        List<String> counts = new ArrayList<>();
        for (CSVRecord row : rows(folder, "counts.csv")) {
            if (row.get("name").matches("retroactive.*|paid after term")) {
                counts.add(row.get("value"));
            }
        }
        rolls.add(Played.text(counts.toArray()));
        return rolls;
    }

    private static String plain(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    private static String value(CSVRecord row, String column) {
        String value = row.get(column);
        boolean money = Set.of("R5", "R6").contains(row.get("reconciliation"))
                && MONEY.contains(row.get("attribute"))
                && !value.isEmpty();
        return money ? new Money(Long.parseLong(value)).toString() : value;
    }

    private String night(String sunday) {
        return sunday.isEmpty()
                ? ""
                : nights.stream()
                        .filter(night -> !night.isBefore(LocalDate.parse(sunday)))
                        .findFirst()
                        .map(LocalDate::toString)
                        .orElse("after the last night");
    }

    /** The truth about each partnership: the first lies beside the folders of the others. */
    private Map<String, Path> folders() throws IOException {
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("cascadia-lakeshore", folder);
        try (Stream<Path> inside = Files.list(folder)) {
            inside.filter(Files::isDirectory)
                    .forEach(other -> folders.put(other.getFileName().toString(), other));
        }
        return folders;
    }

    private List<CSVRecord> rows(String name) throws IOException {
        List<CSVRecord> rows = new ArrayList<>();
        for (Path each : folders().values()) {
            rows.addAll(rows(each, name));
        }
        return rows;
    }

    private static List<CSVRecord> rows(Path folder, String name) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(folder.resolve(name)), format)) {
            return parser.getRecords();
        }
    }
}
