package counterpart.sample;

import counterpart.model.Money;
import counterpart.sample.FeedWriter.Totals;
import counterpart.sample.PlannedFile.Feed;
import counterpart.sample.Truth.FindingRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Makes the faulty files from good ones, once those are written. */
final class FileFaults {
    private static final int HOLD_EVERY = 20;
    private static final int REFUSE_EVERY = 6;
    private static final int KEEP_OF_FIVE = 3;
    private static final int STALE_DAYS = 14;
    /** The amount of an adjustment reason, such as that of CO:45:100.00. */
    private static final BigDecimal HIGH_COST = new BigDecimal("250000");

    private static final Pattern AMOUNT = Pattern.compile(":(-?[0-9]+\\.[0-9]{2})");

    private static final Set<String> MONEY =
            Set.of("billed", "allowed", "paid", "deductible", "copay", "coinsurance", "cob_paid", "noncovered");

    private final Path servers;
    private final Outbox outbox;
    private final Truth truth;

    FileFaults(Path servers, Outbox outbox, Truth truth) {
        this.servers = servers;
        this.outbox = outbox;
        this.truth = truth;
    }

    void write(List<FilePlan.Faulty> all) throws IOException {
        for (FilePlan.Faulty faulty : all) {
            PlannedFile file = faulty.file();
            Path target = servers.resolve(file.feed().partner()).resolve(file.path());
            Files.write(target, bytes(faulty));
            FileFault fault = faulty.fault();
            String note = fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            truth.finding(new FindingRow(file.name(), 0, "", fault.code(), fault.severity(), true, note));
            if (fault == FileFault.FEW_ROWS) { // whoever is left out would lose coverage
                truth.finding(new FindingRow(file.name(), 0, "", "F-021", "HOLD_FILE", false, note));
            }
        }
    }

    private byte[] bytes(FilePlan.Faulty faulty) throws IOException {
        PlannedFile file = faulty.file();
        byte[] packed = Files.readAllBytes(
                servers.resolve(file.feed().partner()).resolve(faulty.good().path()));
        Totals declared = new Totals();
        switch (faulty.fault()) {
            case DUPLICATE -> {
                record(faulty, -1, declared);
                return packed;
            }
            case EMPTY -> {
                record(faulty, 0, declared);
                return new byte[0];
            }
            case CORRUPT_GZIP -> {
                record(faulty, 0, declared);
                byte[] torn = Arrays.copyOf(packed, packed.length - packed.length / 4);
                torn[torn.length - 1] ^= (byte) file.week();
                return torn;
            }
            default -> {
                List<String> lines = lines(faulty.good().feed(), packed);
                if (!file.feed().plain()) {
                    lines.set(0, file.header());
                    retrail(lines, "file_id", file.fileId());
                }
                damage(faulty, lines);
                byte[] clear = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
                return file.feed().packed() ? gzip(clear) : clear;
            }
        }
    }

    private void damage(FilePlan.Faulty faulty, List<String> lines) {
        PlannedFile file = faulty.file();
        int last = lines.size() - 1;
        switch (faulty.fault()) {
            case TRUNCATED -> lines.subList(last - last / 3, last + 1).clear();
            case WRONG_SENDER -> lines.set(0, lines.get(0).replace("|LAKESHORE|", "|NORTHGATE|"));
            case UNKNOWN_VERSION -> lines.set(0, lines.get(0).replace("-1.0|", "-0.9|"));
            case TEST_FILE -> lines.set(0, lines.get(0).replace("|P|", "|T|"));
            case COUNT_OFF_BY_ONE -> addToTrailer(lines, "detail_record_count", BigDecimal.ONE);
            case AMOUNT_OFF_BY_A_CENT -> addToTrailer(lines, "total_paid", new BigDecimal("0.01"));
            case REUSED_FILE_ID -> reuse(file, lines);
            case STALE -> lines.set(0, stale(file));
            case CONTROL_CHARACTER -> lines.set(last / 2, lines.get(last / 2).replaceFirst("\\|", "|\u0001"));
            case FEW_ROWS -> fewer(lines);
            case DOUBLE_DOLLARS -> {
                lines.replaceAll(FileFaults::doubled);
                tellDoubled(file, lines);
            }
            case REJECTS_TO_HOLD -> spoil(file, lines, HOLD_EVERY);
            case REJECTS_TO_REFUSE -> spoil(file, lines, REFUSE_EVERY);
            case MISSING_COLUMN ->
                lines.set(0, lines.get(0).replace(",PaidOn", file.week() == 0 ? "" : ",PaymentDate"));
            case UNCLOSED_QUOTE -> lines.set(last / 2, lines.get(last / 2).replaceFirst(",", ",\""));
            case SEQUENCE_GAP -> lines.remove(last);
            default -> throw new IllegalStateException("not made from lines: " + faulty.fault());
        }
        long rejected = truth.rejected(file);
        boolean trailer = !file.feed().plain();
        long rows = trailer ? lines.size() - 2L : lines.size() - 1L;
        long read = switch (faulty.fault()) {
            case TRUNCATED -> lines.size() - 1L;
            case CONTROL_CHARACTER, UNCLOSED_QUOTE -> last / 2 - 1L;
            default -> faulty.fault().isRead() ? rows : 0;
        };
        record(faulty, read, trailer ? declared(lines) : new Totals());
        if (rejected > rows) {
            throw new IllegalStateException("more rows rejected than there are");
        }
    }

    /** Of a refused file no row counts as accepted. */
    private void record(FilePlan.Faulty faulty, long rows, Totals declared) {
        unbalanced(faulty, declared);
        String state = faulty.fault().state();
        long rejected = state.equals("REFUSED") ? rows : truth.rejected(faulty.file());
        truth.file(new Truth.FileRow(faulty.file(), state, rows, rejected, declared));
    }

    /** Totals that are wrong for a night, because the corrected file comes a day later, are a break till then. */
    private void unbalanced(FilePlan.Faulty faulty, Totals declared) {
        LocalDate opened = day(faulty.file());
        LocalDate closed = day(faulty.good());
        boolean counts = faulty.fault() == FileFault.COUNT_OFF_BY_ONE;
        if (closed.equals(opened) || (!counts && faulty.fault() != FileFault.AMOUNT_OFF_BY_A_CENT)) {
            return;
        }
        PlannedFile file = faulty.file();
        truth.breakRow(new Truth.BreakRow(
                file.feed().label() + " " + file.from() + ".." + file.to(),
                counts ? "COUNT" : "AMOUNT",
                counts ? "COUNT_DIFF" : "AMOUNT_DIFF",
                counts ? Long.toString(declared.details) : new Money(declared.paid).toString(),
                counts ? Long.toString(declared.details - 1) : new Money(declared.paid - 1).toString(),
                counts ? 0 : 1,
                opened.toString(),
                closed.toString(),
                "REFUSED",
                "R1"));
    }

    private static LocalDate day(PlannedFile file) {
        return LocalDate.ofInstant(file.arrival(), FilePlan.ZONE);
    }

    /** The id of the file of the week before, in header and trailer. */
    private void reuse(PlannedFile file, List<String> lines) {
        String other = outbox.writers().keySet().stream()
                .filter(f -> f.feed() == file.feed() && f.week() == file.week() - 1)
                .findFirst()
                .orElseThrow()
                .fileId();
        lines.set(0, lines.get(0).replace(file.fileId(), other));
        retrail(lines, "file_id", other);
    }

    private static String stale(PlannedFile file) {
        String[] fields = file.header().split("\\|", -1);
        fields[fields.length - 1] =
                DateTimeFormatter.BASIC_ISO_DATE.format(file.to().minusDays(STALE_DAYS));
        return String.join("|", fields);
    }

    /** Keeps three families of five, whole, and declares what is left. */
    private static void fewer(List<String> lines) {
        String trailer = lines.get(lines.size() - 1);
        List<String> kept = lines.subList(1, lines.size() - 1).stream()
                .filter(row -> number(Columns.DT.get(row, "subscriber_id")) % 5 < KEEP_OF_FIVE)
                .collect(Collectors.toCollection(ArrayList::new));
        long members = kept.stream()
                .map(row -> Columns.DT.get(row, "member_id"))
                .distinct()
                .count();
        long hash = 0;
        for (String row : kept) {
            hash = (hash + digits(Columns.DT.get(row, "member_id"))) % Totals.HASH_MODULUS;
        }
        String header = lines.get(0);
        lines.clear();
        lines.add(header);
        lines.addAll(kept);
        lines.add(trailer);
        retrail(lines, "detail_record_count", Integer.toString(kept.size()));
        retrail(lines, "distinct_member_count", Long.toString(members));
        retrail(lines, "hash_total", Long.toString(Totals.HASH_MODULUS + hash).substring(1));
    }

    private static long number(String memberId) {
        return Long.parseLong(memberId.substring(1, memberId.indexOf('-')));
    }

    private static long digits(String memberId) {
        return number(memberId) * 100 + Long.parseLong(memberId.substring(memberId.indexOf('-') + 1));
    }

    /** What is taken back was adjudicated weeks ago, and was not doubled; of the rest the dearest are of high cost now. */
    private void tellDoubled(PlannedFile file, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.startsWith("CH|")) {
                continue;
            }
            BigDecimal paid = new BigDecimal(Columns.CH.get(line, "paid"));
            if (Columns.CH.get(line, "adj_type").equals("REVERSAL") && paid.signum() != 0) {
                truth.finding(new FindingRow(file.name(), i + 1L, "", "M-228", "WARN", false, "doubled"));
            }
            if (paid.compareTo(HIGH_COST) > 0) {
                truth.finding(new FindingRow(file.name(), i + 1L, "", "M-232", "INFO", false, "doubled"));
            }
        }
    }

    private static String doubled(String line) {
        if (line.startsWith("TR|")) {
            return change(
                    line,
                    Set.of("total_billed", "total_allowed", "total_paid", "total_member_cost", "reversal_paid"),
                    TRAILER);
        }
        if (line.startsWith("CH|")) {
            return change(line, MONEY, Columns.CH.names());
        }
        return line.startsWith("CL|") ? change(line, MONEY, Columns.CL.names()) : line;
    }

    private static String twice(String amount) {
        return new BigDecimal(amount).add(new BigDecimal(amount)).toPlainString();
    }

    private static String change(String line, Set<String> columns, List<String> names) {
        String[] fields = line.split("\\|", -1);
        for (int i = 0; i < fields.length; i++) {
            if (columns.contains(names.get(i))) {
                fields[i] = twice(fields[i]);
            } else if (names.get(i).equals("carc_list")) {
                fields[i] = AMOUNT.matcher(fields[i]).replaceAll(amount -> ":" + twice(amount.group(1)));
            }
        }
        return String.join("|", fields);
    }

    /** Spoils one of so many claims or prescriptions; totals over what is still readable stay as they are. */
    private void spoil(PlannedFile file, List<String> lines, int every) {
        boolean medical = file.feed() == Feed.MEDICAL;
        int seen = 0;
        for (int i = 1; i < lines.size() - 1; i++) {
            String row = lines.get(i);
            boolean first = medical ? row.startsWith("CH|") && row.contains("|ORIGINAL|") : row.contains("|B1|");
            if (!first || seen++ % every != 0) {
                continue;
            }
            lines.set(i, medical ? Columns.CH.with(row, "from_date", "20130101") : Columns.RX.with(row, "ndc", "1234"));
            String key = row.split("\\|", -1)[1];
            String code = medical ? "M-203" : "P-301";
            truth.finding(new FindingRow(file.name(), i + 1L, key, code, "REJECT_ROW", true, ""));
            int rows = 1;
            while (medical && lines.get(i + rows).startsWith("CL|")) {
                rows++;
            }
            truth.rejected(file, rows);
        }
    }

    private static final List<String> TRAILER = List.of(
            "record_type",
            "file_id",
            "detail_record_count",
            "distinct_member_count",
            "add_count",
            "change_count",
            "term_count",
            "total_billed",
            "total_allowed",
            "total_paid",
            "total_member_cost",
            "reversal_count",
            "reversal_paid",
            "hash_total",
            "line_count");

    private static void addToTrailer(List<String> lines, String column, BigDecimal more) {
        String[] fields = lines.get(lines.size() - 1).split("\\|", -1);
        retrail(
                lines,
                column,
                new BigDecimal(fields[TRAILER.indexOf(column)]).add(more).toPlainString());
    }

    private static void retrail(List<String> lines, String column, String value) {
        String[] fields = lines.get(lines.size() - 1).split("\\|", -1);
        fields[TRAILER.indexOf(column)] = value;
        lines.set(lines.size() - 1, String.join("|", fields));
    }

    private static Totals declared(List<String> lines) {
        Totals totals = new Totals();
        String[] fields = lines.get(lines.size() - 1).split("\\|", -1);
        if (fields[0].equals("TR")) {
            totals.details = Long.parseLong(fields[TRAILER.indexOf("detail_record_count")]);
            String count = fields[TRAILER.indexOf("line_count")];
            totals.lines = count.isEmpty() ? 0 : Long.parseLong(count);
            totals.paid = new BigDecimal(fields[TRAILER.indexOf("total_paid")])
                    .movePointRight(2)
                    .longValueExact();
        }
        return totals;
    }

    private static List<String> lines(Feed feed, byte[] bytes) throws IOException {
        byte[] clear = bytes;
        if (feed.packed()) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                clear = in.readAllBytes();
            }
        }
        return new ArrayList<>(new String(clear, StandardCharsets.UTF_8).lines().toList());
    }

    private static byte[] gzip(byte[] clear) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(clear);
        }
        return packed.toByteArray();
    }
}
