package counterpart.sample;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.sample.Scenario.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manager's files, read by a few lines that share no code with the product. */
class MeridianSampleTest {
    private static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 11, 10);
    private static final DateTimeFormatter SPELT = DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.US);
    private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.US);

    @TempDir
    private Path out;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void without_faults_both_ledgers_agree_and_every_file_adds_up(long seed) throws IOException {
        SampleWriter.write(out, new Scenario(seed, 900, 14, BUSINESS_DATE, Faults.NONE));

        Map<String, Long> left = new TreeMap<>();
        for (Path file : Folders.outbox(out, "meridian", "MRX")) {
            extract(Folders.lines(file), left);
        }
        Map<String, Long> right = new TreeMap<>();
        for (Path file : Folders.outbox(out, "cascadia", "Rx Ledger")) {
            Folders.lines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(f -> right.merge(
                            f[3] + "/" + f[4] + "/" + LocalDate.parse(f[6], SLASHED),
                            Long.parseLong(f[11]),
                            Long::sum));
        }
        assertThat(left).isEqualTo(right).hasSizeGreaterThan(1_000);
        assertThat(left.values()).allMatch(net -> net >= 0);
        assertThat(left.values()).anyMatch(net -> net == 0);
        assertThat(Files.readAllLines(out.resolve("truth/cascadia-meridian/findings.csv")))
                .hasSize(1);
        assertThat(Files.readAllLines(out.resolve("truth/cascadia-meridian/breaks.csv")))
                .hasSize(1);
    }

    @Test
    void every_prescription_is_of_a_member_whom_the_payer_covers_that_day() throws IOException {
        SampleWriter.write(out, new Scenario(5, 600, 12, BUSINESS_DATE, Faults.NONE));

        List<Path> rosters = Folders.outbox(out, "cascadia", "Rx Eligibility");
        Map<String, List<LocalDate[]>> spans = new HashMap<>();
        Folders.lines(rosters.get(rosters.size() - 2)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(f -> spans.computeIfAbsent(f[0], m -> new ArrayList<>())
                        .add(new LocalDate[] {
                            LocalDate.parse(f[12], SLASHED),
                            f[13].isEmpty() ? LocalDate.MAX : LocalDate.parse(f[13], SLASHED)
                        }));
        for (Path file : Folders.outbox(out, "meridian", "MRX")) {
            for (String line : Folders.lines(file)) {
                String[] f = line.split(";", -1);
                if (f[0].equals("D")) {
                    LocalDate day = LocalDate.parse(f[11], SPELT);
                    assertThat(spans.getOrDefault(f[3], List.of()))
                            .as(line)
                            .anyMatch(span -> !day.isBefore(span[0]) && !day.isAfter(span[1]));
                }
            }
        }
    }

    @Test
    void no_member_and_no_claim_of_one_book_is_in_the_other() throws IOException {
        SampleWriter.write(out, new Scenario(6, 300, 6, BUSINESS_DATE, Faults.NONE));

        List<String> members = Folders.outbox(out, "lakeshore", "ELIG_HIST").stream()
                .flatMap(file -> lines(file).stream())
                .filter(line -> line.startsWith("DT"))
                .map(line -> line.split("\\|", -1)[4])
                .distinct()
                .toList();
        List<String> others = Folders.outbox(out, "cascadia", "Rx Eligibility").stream()
                .flatMap(file -> lines(file).stream().skip(1))
                .map(line -> line.split(",", -1)[0])
                .distinct()
                .toList();
        assertThat(members).hasSizeGreaterThan(250).doesNotContainAnyElementsOf(others);
        assertThat(others).hasSizeBetween(80, 200);
    }

    private static List<String> lines(Path file) {
        try {
            return Folders.lines(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Adds a file's rows by fill, and compares them with what its last record declares. */
    private static void extract(List<String> lines, Map<String, Long> nets) {
        long rows = 0;
        long plan = 0;
        long patient = 0;
        long reversals = 0;
        for (String line : lines.subList(1, lines.size() - 1)) {
            String[] f = line.split(";", -1);
            nets.merge(f[7] + "/" + f[9] + "/" + LocalDate.parse(f[11], SPELT), Long.parseLong(f[30]), Long::sum);
            rows++;
            plan += Long.parseLong(f[30]);
            patient += Long.parseLong(f[26]);
            reversals += f[2].equals("REV") ? 1 : 0;
        }
        String[] trailer = lines.get(lines.size() - 1).split(";", -1);
        assertThat(trailer).startsWith("T");
        assertThat(List.of(trailer).subList(2, 6))
                .containsExactly(
                        Long.toString(rows), Long.toString(plan), Long.toString(patient), Long.toString(reversals));
    }
}
