package counterpart.sample;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.sample.Scenario.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without faults, nothing may be found: a brute-force reading of the files, which shares no code with the product. */
class CleanBaseTest {
    @TempDir
    Path out;

    @ParameterizedTest
    @CsvSource({"1, 600, 14", "2, 600, 14", "3, 600, 14", "4, 120, 4", "5, 121, 4", "6, 90, 5", "7, 6000, 3"})
    void a_set_without_faults_justifies_no_finding(long seed, int members, int months) throws IOException {
        SampleWriter.write(out, new Scenario(seed, members, months, LocalDate.of(2026, 11, 10), Faults.NONE));

        PlainChecker checker = new PlainChecker();
        for (Path file : Folders.outbox(out, "lakeshore", "ELIG_HIST")) {
            checker.eligibility(Folders.lines(file));
        }
        for (Path file : Folders.outbox(out, "lakeshore", "ELIG_FULL")) {
            checker.eligibility(Folders.lines(file));
        }
        for (Path file : Folders.outbox(out, "lakeshore", "MCLM_HIST")) {
            checker.medical(Folders.lines(file));
        }
        for (Path file : Folders.outbox(out, "lakeshore", "MCLM_FULL")) {
            checker.medical(Folders.lines(file));
        }
        for (String kind : List.of("RXCLM_HIST", "RXCLM_FULL")) {
            for (Path file : Folders.outbox(out, "lakeshore", kind)) {
                checker.pharmacy(Folders.lines(file));
            }
        }
        for (Path file : Folders.outbox(out, "cascadia", "Cascadia Ledger")) {
            checker.ledger(Folders.lines(file));
        }
        checker.volumes();
        checker.ledgersAgree();
        assertThat(checker.complaints()).isEmpty();
        assertThat(Files.readAllLines(out.resolve("truth/findings.csv"))).hasSize(1);
        assertThat(Files.readAllLines(out.resolve("truth/breaks.csv"))).hasSize(1);
    }
}
