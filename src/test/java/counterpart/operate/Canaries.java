package counterpart.operate;

import counterpart.model.BookTable;
import counterpart.partner.Configuration;
import counterpart.partner.Feed;
import counterpart.partner.FieldMapping;
import counterpart.partner.FileLayout;
import counterpart.partner.FileLayout.Purpose;
import counterpart.partner.FileLayout.RecordLayout;
import counterpart.partner.Partner;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Marks a sample's member data so that it is known wherever it turns up. Ids begin with one mark, names and every other
 * text with another. One file of each feed gets, for each of its columns, a row with a marked text that does not belong
 * there, so that every edit meets one. Birth dates are known as they are.
 */
final class Canaries {
    /** How every planted id begins. */
    static final String ID = "qzx";
    /** How every other planted text begins. */
    static final String TEXT = "qzn";

    private static final Set<String> IDS =
            Set.of("member_id", "subscriber_id", "claim_id", "original_claim_id", "prescription_number");
    private static final Set<String> NAMES = Set.of("last_name", "first_name");
    private static final Set<String> AMOUNTS =
            Set.of("billed", "allowed", "paid", "deductible", "copay", "coinsurance", "plan_paid", "patient_pay");
    private static final Pattern DIGITS = Pattern.compile("\\d{7,}");
    private static final Pattern DATES =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{2}/\\d{2}/\\d{4}|(?<!\\d)\\d{8}(?!\\d)");
    private static final LocalDate BORN_BEFORE = LocalDate.of(2012, 1, 1);

    private final Set<String> numbers = new HashSet<>();
    private final Set<String> birthDates = new HashSet<>();
    private int planted;

    /** Marks every file that the partners' servers offer. */
    void plant(Path servers, Configuration configuration) throws IOException {
        for (Partner partner : configuration.partnersInOrder()) {
            for (Feed feed : partner.feedsInOrder()) {
                boolean spoil = true;
                for (Path file : files(servers.resolve(partner.id().value() + feed.directory()), feed)) {
                    FileLayout layout = partner.layoutOf(feed);
                    boolean full = file.getFileName().toString().contains("FULL");
                    plant(file, layout, spoil && full);
                    spoil &= !full;
                }
            }
        }
    }

    int planted() {
        return planted;
    }

    /** What of it turns up in a text. */
    Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher marked = Pattern.compile("(" + ID + "|" + TEXT + ")[\\w-]*").matcher(lower);
        while (marked.find()) {
            found.add(marked.group());
        }
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            if (numbers.contains(digits.group())) {
                found.add(digits.group());
            }
        }
        Matcher dates = DATES.matcher(text);
        while (dates.find()) {
            if (birthDates.contains(dates.group())) {
                found.add("born " + dates.group());
            }
        }
        return found;
    }

    private static List<Path> files(Path outbox, Feed feed) throws IOException {
        try (Stream<Path> all = Files.list(outbox)) {
            return all.filter(file -> feed.namePattern()
                            .matcher(file.getFileName().toString())
                            .matches())
                    .sorted()
                    .toList();
        }
    }

    private void plant(Path file, FileLayout layout, boolean spoil) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        boolean packed = file.toString().endsWith(".gz");
        List<String> lines;
        try (InputStream in = packed ? new GZIPInputStream(Files.newInputStream(file)) : Files.newInputStream(file)) {
            lines = new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
        new Sheet(layout, lines).mark(spoil);
        try (OutputStream out =
                packed ? new GZIPOutputStream(Files.newOutputStream(file)) : Files.newOutputStream(file)) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        Files.setLastModifiedTime(file, time);
    }

    private String id(String value) {
        planted++;
        Matcher digits = DIGITS.matcher(value);
        while (digits.find()) {
            numbers.add(digits.group());
        }
        return ID.toUpperCase(Locale.ROOT) + value;
    }

    /** Letters only, so that no total over digits changes. */
    private String fresh(String mark) {
        StringBuilder letters = new StringBuilder();
        for (int n = ++planted; n > 0; n /= 26) {
            letters.append((char) ('a' + n % 26));
        }
        return mark + letters + "zz";
    }

    private void born(String text, String pattern) {
        DateTimeFormatter theirs = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        try {
            LocalDate date = LocalDate.parse(text, theirs);
            if (date.isBefore(BORN_BEFORE)) {
                for (String form : new String[] {"yyyyMMdd", "yyyy-MM-dd", "MM/dd/yyyy"}) {
                    birthDates.add(date.format(DateTimeFormatter.ofPattern(form, Locale.ENGLISH)));
                }
            }
        } catch (java.time.format.DateTimeParseException e) {
            // A planted fault of the sample's own.
            return;
        }
    }

    /** The lines of one file. */
    private final class Sheet {
        private final FileLayout layout;
        private final List<String> lines;
        private final String delimiter;

        Sheet(FileLayout layout, List<String> lines) {
            this.layout = layout;
            this.lines = lines;
            this.delimiter = String.valueOf(layout.dialect().delimiter());
        }

        void mark(boolean spoil) {
            boolean headed = layout.dialect().headed();
            List<String> heading = headed ? Arrays.asList(cells(lines.get(0))) : List.of();
            Map<RecordLayout, String> first = new LinkedHashMap<>();
            for (int i = headed ? 1 : 0; i < lines.size(); i++) {
                String[] cells = cells(lines.get(i));
                RecordLayout record = recordOf(cells);
                if (record == null || cells.length != columns(record, heading).size()) {
                    continue;
                }
                first.putIfAbsent(record, lines.get(i));
                markRow(record, columns(record, heading), cells);
                lines.set(i, String.join(delimiter, cells));
            }
            if (spoil) {
                spoil(first, heading);
            }
        }

        private void markRow(RecordLayout record, List<String> columns, String[] cells) {
            for (int c = 0; c < cells.length; c++) {
                String column = columns.get(c);
                List<FieldMapping> fields = fields(record, column);
                if (fields.isEmpty() && !isType(record, c)) {
                    cells[c] = fresh(TEXT);
                }
                for (FieldMapping field : fields) {
                    if (IDS.contains(field.field()) && !cells[c].isEmpty()) {
                        cells[c] = id(cells[c]);
                        break;
                    }
                    if (NAMES.contains(field.field()) && !cells[c].isEmpty()) {
                        planted++;
                        cells[c] = TEXT.toUpperCase(Locale.ROOT) + cells[c];
                    }
                    if (field.field().equals("birth_date")) {
                        born(
                                cells[c],
                                field.dates().isEmpty()
                                        ? layout.dialect().dates().get(0)
                                        : field.dates().get(0));
                    }
                }
            }
        }

        /** For each column of each kind of row, a copy of the first row of its kind with a text that cannot be. */
        private void spoil(Map<RecordLayout, String> first, List<String> heading) {
            int details = 0;
            int claimLines = 0;
            List<String> added = new ArrayList<>();
            for (Map.Entry<RecordLayout, String> entry : first.entrySet()) {
                RecordLayout record = entry.getKey();
                List<String> columns = columns(record, heading);
                for (int spoilt = record.type() == null ? 0 : 1; spoilt < columns.size(); spoilt++) {
                    String[] cells = cells(entry.getValue());
                    for (int c = 0; c < cells.length; c++) {
                        for (FieldMapping field : fields(record, columns.get(c))) {
                            if (Set.of("member_id", "claim_id", "subscriber_id").contains(field.field())) {
                                cells[c] = fresh(ID);
                            } else if (AMOUNTS.contains(field.field())) {
                                cells[c] = field.impliedDecimals() > 0 ? "0" : "0.00";
                            }
                        }
                    }
                    cells[spoilt] = fresh(isKey(record, columns.get(spoilt)) ? ID : TEXT);
                    added.add(String.join(delimiter, cells));
                    if (record.table() == BookTable.CLAIM_LINE) {
                        claimLines++;
                    } else {
                        details++;
                    }
                }
            }
            RecordLayout trailer = layout.trailer().orElse(null);
            if (trailer == null) {
                lines.addAll(added);
            } else {
                String[] totals = cells(lines.get(lines.size() - 1));
                add(trailer, totals, "detail_count", details);
                add(trailer, totals, "line_count", claimLines);
                add(trailer, totals, "member_count", details);
                lines.addAll(lines.size() - 1, added);
                lines.set(lines.size() - 1, String.join(delimiter, totals));
            }
        }

        private void add(RecordLayout trailer, String[] totals, String field, int more) {
            FieldMapping mapping = trailer.mappings().get(field);
            int column = mapping == null ? -1 : trailer.columns().indexOf(mapping.column());
            if (column >= 0 && !totals[column].isEmpty()) {
                totals[column] = Integer.toString(Integer.parseInt(totals[column]) + more);
            }
        }

        private @Nullable RecordLayout recordOf(String[] cells) {
            return layout.details().stream()
                    .filter(record -> record.purpose() == Purpose.DETAIL)
                    .filter(record -> record.type() == null || record.type().equals(cells[0]))
                    .findFirst()
                    .orElse(null);
        }

        private List<String> columns(RecordLayout record, List<String> heading) {
            return heading.isEmpty() ? record.columns() : heading;
        }

        private static boolean isKey(RecordLayout record, String column) {
            return fields(record, column).stream()
                    .anyMatch(field ->
                            IDS.contains(field.field()) || field.field().equals("pharmacy_id"));
        }

        private static boolean isType(RecordLayout record, int column) {
            return record.type() != null && column == 0;
        }

        private static List<FieldMapping> fields(RecordLayout record, String column) {
            return record.mappings().values().stream()
                    .filter(mapping -> mapping.columns().contains(column))
                    .toList();
        }

        private String[] cells(String line) {
            return line.split(Pattern.quote(delimiter), -1);
        }
    }
}
